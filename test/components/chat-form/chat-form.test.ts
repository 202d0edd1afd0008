import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../../components/chat-form/chat-form.js';
import type { ChatForm } from '../../../components/chat-form/chat-form.js';
import { de } from '../../../src/i18n/de.js';
import { en } from '../../../src/i18n/en.js';
import { enFeatures } from '../../../src/i18n/en-features.js';
import { expectAccessible } from '../../support/accessible.js';
import { recordConsoleWarnings } from '../../support/console-errors.js';
import { FakeChat, chatFixture, focused, part, parts, settled, textOf } from '../../support/chat-fixture.js';

describe('genesys-chat-form', () => {
  let chat: FakeChat;
  let element: ChatForm;

  beforeEach(async () => {
    chat = new FakeChat();
    element = await chatFixture<ChatForm>(chat, html`<genesys-chat-form></genesys-chat-form>`);
  });

  for (const [lang, first] of [
    ['en', 'firstname'],
    ['ja', 'lastname'],
    ['zh-CN', 'lastname'],
    ['ko-KR', 'lastname'],
  ] as const) {
    it(`asks for the ${first} first in ${lang}, and puts the focus there`, async () => {
      chat.locale.set({ ...chat.locale.get(), lang });
      await settled(element);
      const names = parts(element, 'input').map((each) => each.getAttribute('name'));
      expect(names.slice(0, 2)).to.have.members(['firstname', 'lastname']);
      expect(names[0]).to.equal(first);
      element.focus();
      expect(focused()).to.equal(parts(element, 'input')[0]);
    });
  }

  it('puts two names side by side, and one below the other where the letters are large', async () => {
    element.style.inlineSize = '384px';
    const [first, last] = parts(element, 'input');
    const tops = (): (number | undefined)[] => [first, last].map((each) => each?.getBoundingClientRect().top);
    expect(tops()[0]).to.equal(tops()[1]);
    element.style.setProperty('--gwc-font-size', '30px');
    element.style.fontSize = '30px';
    await settled(element);
    expect(tops()[0]).to.be.lessThan(tops()[1] ?? 0);
  });

  const input = (name: string): HTMLInputElement => {
    const found = parts(element, 'input').find((each) => each instanceof HTMLInputElement && each.name === name);
    if (!(found instanceof HTMLInputElement)) throw new Error(`There is no field ${name}`);
    return found;
  };

  const type = (name: string, value: string): void => {
    const field = input(name);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const leave = (name: string): void => {
    input(name).dispatchEvent(new Event('change', { bubbles: true }));
  };

  const submit = async (): Promise<void> => {
    part(element, 'submit-button').click();
    await settled(element);
  };

  /** What says what is wrong comes when something first is. */
  const complains = async (): Promise<void> => {
    await waitUntil(() => !part(element, 'form-error').hidden, 'Nothing is said', { timeout: 5000 });
    await settled(element);
  };

  const submitInVain = async (): Promise<void> => {
    await submit();
    await complains();
  };

  const errorOf = (name: string): string => {
    const id = input(name).getAttribute('aria-describedby') ?? '';
    return textOf(element.shadowRoot?.getElementById(id) ?? undefined);
  };

  const fillIn = (): void => {
    type('firstname', 'Jane');
    type('lastname', 'Doe');
  };

  describe('accessibility', () => {
    it('passes axe', async () => {
      await expectAccessible(element);
    });

    it('passes axe with errors', async () => {
      await submitInVain();
      await expectAccessible(element);
    });

    it('passes axe with errors in the dark', async () => {
      element = await chatFixture<ChatForm>(chat, html`<genesys-chat-form></genesys-chat-form>`, 'dark');
      await submitInVain();
      await expectAccessible(element);
    });

    it('tells browsers what the fields are for', () => {
      const purposes = ['firstname', 'lastname', 'email', 'subject'].map((name) => input(name).autocomplete);
      expect(purposes).to.deep.equal(['given-name', 'family-name', 'email', 'off']);
    });

    it('says in words which fields are required', () => {
      const said = ['firstname', 'lastname', 'email', 'subject'].map((name) => input(name).placeholder);
      expect(said).to.deep.equal(['Required', 'Required', 'Optional', 'Optional']);
      expect(input('firstname').required).to.equal(true);
      expect(input('email').required).to.equal(false);
    });
  });

  describe('prefilling', () => {
    it('fills in what the window was opened with', async () => {
      chat.window.set({ ...chat.window.get(), form: { firstname: 'Jane', email: 'jane@example.com' } });
      await settled(element);
      expect(input('firstname').value).to.equal('Jane');
      expect(input('email').value).to.equal('jane@example.com');
      expect(element.hasInput).to.equal(false);
    });

    it('ignores what is no text', async () => {
      chat.window.set({ ...chat.window.get(), form: { firstname: { toString: () => 'x' } } });
      await settled(element);
      expect(input('firstname').value).to.equal('');
    });
  });

  describe('validation', () => {
    it('says what is wrong in another language when that changes, and keeps what was typed', async () => {
      type('lastname', 'Doe');
      await submitInVain();
      chat.locale.set({ lang: 'de', dir: 'ltr', texts: de });
      await settled(element);
      expect(errorOf('firstname')).to.equal(de.Errors[102]);
      expect(textOf(part(element, 'form-error'))).to.equal(`${de.FormCheck} ${de.ChatFormFirstName}`);
      expect(input('lastname').value).to.equal('Doe');
    });

    it('starts no chat without a name', async () => {
      await submitInVain();
      expect(chat.ranNames).to.deep.equal([]);
      expect(errorOf('firstname')).to.equal(enFeatures.Errors[102]);
      expect(errorOf('lastname')).to.equal(enFeatures.Errors[103]);
      expect(input('firstname').ariaInvalid).to.equal('true');
    });

    it('takes white space for nothing', async () => {
      fillIn();
      type('firstname', '   ');
      await submitInVain();
      expect(errorOf('firstname')).to.equal(enFeatures.Errors[102]);
    });

    it('puts the focus on a summary that names the fields', async () => {
      await submitInVain();
      expect(focused()).to.equal(part(element, 'form-error'));
      expect(textOf(part(element, 'form-error'))).to.equal('Please check: First Name Last Name');
    });

    it('leads from the summary to the field', async () => {
      await submitInVain();
      part(element, 'form-error').querySelectorAll('button')[1]?.click();
      expect(focused()).to.equal(input('lastname'));
    });

    it('checks an address when its field is left', async () => {
      type('email', 'jane@');
      await settled(element);
      expect(errorOf('email')).to.equal('');
      leave('email');
      await complains();
      expect(errorOf('email')).to.equal(enFeatures.Errors[364]);
    });

    for (const address of ['jürgen@bücher.example', 'jane+chat@example.com', ' jane@example.com ']) {
      it(`takes ${JSON.stringify(address)} for an address`, async () => {
        fillIn();
        type('email', address);
        await submit();
        expect(chat.ranNames).to.deep.equal(['WebChat.startChat']);
      });
    }

    it('says nothing of what was mended before it could be said', async () => {
      type('email', 'jane@');
      leave('email');
      type('email', 'jane@example.com');
      type('firstname', 'Jane');
      await submitInVain();
      expect(errorOf('email')).to.equal('');
      expect(textOf(part(element, 'form-error'))).to.equal('Please check: Last Name');
    });

    it('takes an error back as soon as it is mended', async () => {
      type('email', 'jane@');
      leave('email');
      await complains();
      type('email', 'jane@example.com');
      await settled(element);
      expect(errorOf('email')).to.equal('');
      expect(input('email').ariaInvalid).to.equal('false');
    });
  });

  describe('starting', () => {
    it('starts the chat with what was filled in', async () => {
      fillIn();
      type('email', ' jane@example.com ');
      await submit();
      expect(chat.ran).to.deep.equal([
        {
          name: 'WebChat.startChat',
          options: { form: { firstname: 'Jane', lastname: 'Doe', email: 'jane@example.com' } },
        },
      ]);
    });

    it('starts one chat however often it is asked to', async () => {
      chat.answer('WebChat.startChat', () => new Promise(() => undefined));
      fillIn();
      await submit();
      await submit();
      expect(chat.ranNames).to.have.length(1);
      expect(part(element, 'form').ariaBusy).to.equal('true');
    });

    it('keeps what was typed when the start fails, and says why', async () => {
      chat.answer('WebChat.startChat', () =>
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
        Promise.reject({ status: 0, errors: [], operation: 'start', message: 'secret' }),
      );
      fillIn();
      await submit();
      await settled(element);
      expect(input('firstname').value).to.equal('Jane');
      expect(textOf(part(element, 'form-error'))).to.equal(en.Errors.ChatUnavailable);
      expect(focused()).to.equal(part(element, 'form-error'));
      expect(part(element, 'form').ariaBusy).to.equal('false');
    });

    it('puts an error of the server at its field', async () => {
      chat.answer('WebChat.startChat', () =>
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
        Promise.reject({ status: 200, statusCode: 2, errors: [{ code: 364 }], operation: 'start', message: '' }),
      );
      fillIn();
      await submit();
      await complains();
      expect(errorOf('email')).to.equal(enFeatures.Errors[364]);
      expect(textOf(part(element, 'form-error'))).to.equal('Please check: Email');
    });

    it('tells the site’s developer what no visitor could mend', async () => {
      const told = recordConsoleWarnings();
      chat.answer('WebChat.startChat', () =>
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with sentences
        Promise.reject('No chat service is configured'),
      );
      fillIn();
      await submit();
      await waitUntil(() => told.messages.length > 0, 'It is not told', { timeout: 5000 }).finally(() => {
        told.restore();
      });
      expect(told.messages).to.deep.equal([
        '[genesys-webchat] what the visitor wanted was refused: No chat service is configured',
      ]);
      await settled(element);
      expect(textOf(part(element, 'form-error'))).to.not.include('configured');
    });

    it('starts by itself when the page that opened the window wants it', async () => {
      chat.window.set({ ...chat.window.get(), form: { firstname: 'Jane', lastname: 'Doe', autoSubmit: true } });
      await settled(element);
      expect(chat.ranNames).to.deep.equal(['WebChat.startChat']);
    });

    it('waits for the visitor where something is missing', async () => {
      chat.window.set({ ...chat.window.get(), form: { firstname: 'Jane', autoSubmit: true } });
      await complains();
      expect(chat.ranNames).to.deep.equal([]);
      expect(errorOf('lastname')).to.equal(enFeatures.Errors[103]);
    });

    it('is busy while a chat starts without it', async () => {
      chat.stores.phase.set('starting');
      await settled(element);
      expect(part(element, 'form').ariaBusy).to.equal('true');
    });
  });

  describe('events', () => {
    it('tells that the visitor gives up', async () => {
      const cancelled = oneEvent(element, 'genesys-chat-cancel');
      part(element, 'cancel-button').click();
      expect((await cancelled).bubbles).to.equal(false);
    });
  });

  describe('properties', () => {
    it('knows whether something would be lost', () => {
      expect(element.hasInput).to.equal(false);
      type('subject', 'Bill');
      expect(element.hasInput).to.equal(true);
      type('subject', '');
      expect(element.hasInput).to.equal(false);
    });
  });

  describe('slots', () => {
    it('has room below the fields', async () => {
      element = await chatFixture<ChatForm>(
        chat,
        html`<genesys-chat-form><p slot="form-footer">Terms</p></genesys-chat-form>`,
      );
      expect(element.querySelector('p')?.assignedSlot?.name).to.equal('form-footer');
    });
  });

  describe('keyboard', () => {
    it('is filled in and sent without a mouse', async () => {
      element.focus();
      await sendKeys({ type: 'Jane' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Doe' });
      await sendKeys({ press: 'Enter' });
      expect(chat.ran[0]?.options).to.deep.include({ form: { firstname: 'Jane', lastname: 'Doe' } });
    });
  });
});
