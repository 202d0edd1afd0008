import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-end/chat-end.js';
import type { ChatEnd } from '../../../components/chat-end/chat-end.js';
import type { Announcement } from '../../../components/internal/announcement.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, ann, chatFixture, findPart, focused, part, settled, textOf } from '../../support/chat-fixture.js';

describe('genesys-chat-end', () => {
  let chat: FakeChat;
  let element: ChatEnd;
  let said: string[];

  const render = async (theme: 'light' | 'dark' = 'light'): Promise<void> => {
    element = await chatFixture<ChatEnd>(
      chat,
      html`<genesys-chat-end
        tabindex="-1"
        @genesys-chat-announce=${({ text }: Announcement) => said.push(text)}
      ></genesys-chat-end>`,
      theme,
    );
  };

  const end = async (): Promise<void> => {
    chat.stores.phase.set('ended');
    await settled(element);
  };

  const startAgain = async (): Promise<void> => {
    chat.start();
    await settled(element);
  };

  const click = async (name: string): Promise<void> => {
    part(element, name).click();
    await settled(element);
  };

  beforeEach(async () => {
    said = [];
    chat = new FakeChat();
    await render();
    chat.start(ann);
    chat.say('Hello');
    chat.echo('Hi');
  });

  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      it(`passes axe in ${theme} colours`, async () => {
        chat.setOptions({ surveyEnabled: true });
        chat.setDraft('But I was just');
        await render(theme);
        await end();
        await expectAccessible(element);
      });
    }

    it('tells once what the chat was', async () => {
      await end();
      chat.setDraft('One more thing');
      await settled(element);
      expect(said).to.deep.equal(['You talked with Ann Chen, 2 messages']);
    });

    it('tells it of each chat', async () => {
      await end();
      await startAgain();
      await end();
      expect(said).to.have.length(2);
    });

    it('tells once that there is a survey', async () => {
      chat.setOptions({ surveyEnabled: true });
      await end();
      chat.setDraft('One more thing');
      await settled(element);
      expect(said.slice(1)).to.deep.equal(['Would you like to take a short survey?']);
    });
  });

  describe('what it shows', () => {
    it('says what the chat was', async () => {
      await end();
      expect(textOf(part(element, 'end-title'))).to.equal('Chat Ended');
      expect(textOf(part(element, 'end-summary'))).to.equal('You talked with Ann Chen 2 messages');
    });

    it('is empty while the chat runs', () => {
      expect(findPart(element, 'end-title')).to.equal(undefined);
    });

    it('saves the conversation as a text', async () => {
      await end();
      const follow = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')?.value as () => void;
      let saved: Promise<string> | undefined;
      HTMLElement.prototype.click = function () {
        if (this instanceof HTMLAnchorElement) saved = fetch(this.href).then((file) => file.text());
        else follow.call(this);
      };
      await click('save-button');
      HTMLElement.prototype.click = follow;
      expect(await saved).to.match(/Ann Chen: Hello\n.*Jane: Hi/);
    });

    it('does not offer to save where there is no menu of actions, or nothing was said', async () => {
      chat.setOptions({ actionsMenu: false });
      await end();
      expect(findPart(element, 'save-button')).to.equal(undefined);
      chat.setOptions({ actionsMenu: true });
      chat.stores.messages.set([]);
      await startAgain();
      await end();
      expect(findPart(element, 'save-button')).to.equal(undefined);
    });

    it('leads on to another chat, or away', async () => {
      await end();
      const wishes: string[] = [];
      for (const name of ['genesys-chat-new', 'genesys-chat-close']) {
        element.addEventListener(name, () => wishes.push(name));
      }
      await click('new-chat-button');
      await click('end-close-button');
      expect(wishes).to.deep.equal(['genesys-chat-new', 'genesys-chat-close']);
    });
  });

  describe('survey', () => {
    const isAsked = (): boolean => findPart(element, 'survey') !== undefined;

    beforeEach(() => {
      chat.setOptions({ surveyEnabled: true });
    });

    it('is offered only where the site has one, to who talked with somebody', async () => {
      await end();
      expect(isAsked()).to.equal(true);
      chat.setOptions({ surveyEnabled: false });
      await settled(element);
      expect(isAsked()).to.equal(false);
      chat.setOptions({ surveyEnabled: true });
      chat.stores.agents.set({});
      await startAgain();
      await end();
      expect(isAsked()).to.equal(false);
    });

    for (const [button, accepted] of [
      ['survey-accept-button', true],
      ['survey-reject-button', false],
    ] as const) {
      it(`tells the answer of the ${button} once, and does not ask again`, async () => {
        await end();
        part(element, button).focus();
        await click(button);
        expect(chat.ran).to.deep.equal([{ name: 'WebChat.answerSurvey', options: { accepted } }]);
        expect(isAsked()).to.equal(false);
        expect(focused()).to.equal(part(element, 'end-title'));
      });
    }

    it('is a matter of each chat', async () => {
      await end();
      await click('survey-reject-button');
      await startAgain();
      await end();
      expect(isAsked()).to.equal(true);
    });
  });
});
