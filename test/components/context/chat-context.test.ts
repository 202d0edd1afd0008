import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { LitElement } from 'lit';
import '../../../components/chat-header/chat-header.js';
import { provideChat } from '../../../components/context/chat-context.js';
import { FakeChat, part, textOf } from '../../support/chat-fixture.js';

describe('the chat that an element belongs to', () => {
  it('is that of the nearest element above that has one', async () => {
    const place = await fixture<HTMLElement>(
      html`<div>
        <div><p></p></div>
      </div>`,
    );
    const [outer, inner] = place.querySelectorAll<HTMLElement>('div, p');
    if (!outer || !inner) throw new Error('the fixture has no places');
    provideChat(outer, titled('Outer'));
    provideChat(inner, titled('Inner'));
    expect(await titleBelow(inner)).to.equal('Inner');
    expect(await titleBelow(outer)).to.equal('Outer');
  });

  it('is another where an element is moved to another', async () => {
    const places = [await fixture<HTMLElement>(html`<div></div>`), await fixture<HTMLElement>(html`<div></div>`)];
    const header = document.createElement('genesys-chat-header');
    for (const [at, place] of places.entries()) {
      provideChat(place, titled(`Chat ${String(at)}`));
      place.append(header);
      header.requestUpdate();
      await header.updateComplete;
      expect(textOf(part(header, 'title'))).to.equal(`Chat ${String(at)}`);
    }
  });

  it('is none outside of all', async () => {
    const header = await fixture<LitElement>(html`<genesys-chat-header></genesys-chat-header>`);
    expect(textOf(part(header, 'title'))).to.equal('');
  });
});

function titled(title: string): FakeChat {
  const chat = new FakeChat();
  const locale = chat.locale.get();
  chat.locale.set({ ...locale, texts: { ...locale.texts, ChatTitle: title } });
  return chat;
}

async function titleBelow(place: HTMLElement): Promise<string> {
  const header = document.createElement('genesys-chat-header');
  place.append(header);
  await header.updateComplete;
  return textOf(part(header, 'title'));
}
