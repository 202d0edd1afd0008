import { expect } from '@open-wc/testing';
import { reasonOf } from '../bus/harness.js';
import { TimedService } from '../session/harness.js';
import { answered } from '../support/scripted-server.js';
import { startedConversation, type Conversation } from '../support/service-fixture.js';

/** A field of the page. It is away after the test. */
function field(type: string): HTMLInputElement | HTMLTextAreaElement {
  const element = document.createElement(type === 'textarea' ? 'textarea' : 'input');
  if (element instanceof HTMLInputElement) element.type = type;
  document.body.append(element);
  fields.push(element);
  return element;
}

const fields: Element[] = [];

afterEach(() => {
  for (const element of fields.splice(0)) element.remove();
});

/** The visitor writes into a field. */
function write(element: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  element.value = text;
  element.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Looks, as an agent's desk does, until the unsent text is there; the test's own time-out bounds it. */
async function arrives(chat: Conversation, text: string): Promise<void> {
  for (let shown: string | undefined; shown !== text;) {
    const [visitor] = (await chat.server.chat(chat.chatId)).participants;
    shown = visitor?.typing ? visitor.typingText : undefined;
  }
}

/** A chat whose requests can be counted, with a field whose typing is shown. */
async function previewing(): Promise<{
  readonly chat: TimedService;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
}> {
  const chat = await TimedService.chatting();
  const input = field('text');
  await chat.command('registerTypingPreviewInput', { input });
  return { chat, input };
}

/** The unsent texts that reached the server. */
function previews({ server }: TimedService): (string | null)[] {
  return server.requests
    .filter(({ operation }) => operation === 'startTyping')
    .map(({ fields: at }) => at.get('message'));
}

describe('registerTypingPreviewInput', () => {
  for (const [what, make] of [
    ['a textarea', () => field('textarea')],
    ['a text input', () => field('text')],
    ['a search field', () => field('search')],
    ['a field for an e-mail address', () => field('email')],
  ] as const) {
    it(`lets the agent see what is written into ${what}`, async () => {
      const chat = await startedConversation();
      const input = make();
      await chat.command('registerTypingPreviewInput', { input });
      write(input, 'My lamp');
      await arrives(chat, 'My lamp');
    });
  }

  it('takes the jQuery object of a field', async () => {
    const chat = await TimedService.chatting();
    const input = field('textarea');
    await chat.command('registerTypingPreviewInput', { input: { 0: input, length: 1 } });
    write(input, 'My lamp');
    await chat.clock.tick(0);
    expect(previews(chat)).to.deep.equal(['My lamp']);
  });

  it('takes several fields, one after the other', async () => {
    const { chat, input } = await previewing();
    const other = field('textarea');
    await chat.command('registerTypingPreviewInput', { input: other });
    write(other, 'below');
    await chat.clock.tick(3000);
    write(input, 'above');
    await chat.clock.tick(0);
    expect(previews(chat)).to.deep.equal(['below', 'above']);
  });

  it('sends a preview at most once in 3 s, with all that is written by then, and the last words too', async () => {
    const { chat, input } = await previewing();
    for (const text of ['M', 'My', 'My l', 'My la', 'My lam', 'My lamp', 'My lamp is']) {
      write(input, text);
      await chat.clock.tick(1000);
    }
    await chat.clock.tick(2000);
    expect(previews(chat)).to.deep.equal(['M', 'My l', 'My lamp', 'My lamp is']);
  });

  it('leaves the field as it is, and hears nothing that the visitor did not write', async () => {
    const { chat, input } = await previewing();
    input.value = 'set by the page';
    input.focus();
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await chat.clock.tick(0);
    expect(previews(chat)).to.deep.equal([]);
    expect(input.value).to.equal('set by the page');
  });

  it('sends nothing without a chat, and begins with the next one', async () => {
    const chat = await TimedService.ready();
    const input = field('text');
    await chat.command('registerTypingPreviewInput', { input });
    write(input, 'before');
    await chat.clock.tick(0);
    expect(chat.server.requests).to.deep.equal([]);

    await chat.command('startChat', { nickname: 'Ada' });
    write(input, 'during');
    await chat.clock.tick(0);
    await chat.command('endChat');
    write(input, 'after');
    await chat.clock.tick(0);
    expect(previews(chat)).to.deep.equal(['during']);
  });

  it('is no mistake of the page when the server fails', async () => {
    const { chat, input } = await previewing();
    chat.server.always('startTyping', answered(500));
    write(input, 'My lamp');
    await chat.clock.tick(0);
    expect(chat.all('error').map(({ operation }) => operation)).to.deep.equal(['startTyping']);
  });

  it('stops with the service', async () => {
    const { chat, input } = await previewing();
    chat.dispose();
    const before = chat.server.requests.length;
    write(input, 'My lamp');
    await chat.clock.tick(10_000);
    expect(chat.server.requests).to.have.lengthOf(before);
  });

  for (const [what, input, words] of [
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['a selector', '#question', '"#question"'],
    ['an element without text', document.createElement('div'), 'a value of type object'],
    ['a check box', Object.assign(document.createElement('input'), { type: 'checkbox' }), 'a value of type object'],
    [
      'a field for passwords',
      Object.assign(document.createElement('input'), { type: 'password' }),
      'a value of type object',
    ],
    ['a selection', document.createElement('select'), 'a value of type object'],
    ['a jQuery object that found nothing', { length: 0 }, 'a value of type object'],
    ['a jQuery object of another element', { 0: document.createElement('div'), length: 1 }, 'a value of type object'],
  ] as const) {
    it(`rejects ${what} with a sentence that says what it takes`, async () => {
      const chat = await TimedService.ready();
      const reason = await reasonOf(chat.command('registerTypingPreviewInput', { input }));
      expect(reason).to.equal(`input takes a text input or a textarea, but got ${words}`);
    });
  }
});
