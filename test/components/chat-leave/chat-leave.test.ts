import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-leave/chat-leave.js';
import type { ChatLeave } from '../../../components/chat-leave/chat-leave.js';
import { FakeChat, chatFixture, focused, part, textOf } from '../../support/chat-fixture.js';

describe('genesys-chat-leave', () => {
  let element: ChatLeave;
  let told: string[];

  const render = async (theme: 'light' | 'dark' = 'light'): Promise<void> => {
    element = await chatFixture<ChatLeave>(new FakeChat(), html`<genesys-chat-leave></genesys-chat-leave>`, theme);
    for (const name of ['genesys-chat-confirm', 'genesys-chat-leave', 'genesys-chat-cancel']) {
      element.addEventListener(name, ({ type }) => told.push(type));
    }
  };

  beforeEach(async () => {
    told = [];
    await render();
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`passes axe in ${theme} colours`, async () => {
      await render(theme);
      await expect(element).to.be.accessible();
    });
  }

  it('says what either answer means, and puts the focus on the one that changes nothing', () => {
    const box = part(element, 'confirm');
    expect(textOf(box)).to.include('You can close the window and come back to this conversation later, or end it.');
    expect(focused()).to.equal(part(element, 'confirm-cancel-button'));
    expect(textOf(focused() ?? undefined)).to.equal('Cancel');
  });

  it('tells what the visitor wants', () => {
    for (const name of ['confirm-button', 'leave-button', 'confirm-cancel-button']) part(element, name).click();
    expect(told).to.deep.equal(['genesys-chat-confirm', 'genesys-chat-leave', 'genesys-chat-cancel']);
  });
});
