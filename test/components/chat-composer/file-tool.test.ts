import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-composer/chat-composer.js';
import type { ChatComposer } from '../../../components/chat-composer/chat-composer.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { enFeatures } from '../../../src/i18n/en-features.js';
import type { FileLimits } from '../../../src/model/file-limits.js';
import { noFileLimits } from '../../../src/model/file-limits.js';
import { expectAccessible } from '../../support/accessible.js';
import { chatElement } from '../../support/chat-element.js';
import { FakeChat, allBelow, ann, chatFixture, findPart, part, settled, textOf } from '../../support/chat-fixture.js';
import type { LocalServerSide } from '../../support/local-server-side.js';
import { partOnScreen } from '../../support/on-screen.js';

const mebibyte = 1_048_576;

function transferOf(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

function fileOf(name: string, size = 5): File {
  return new File([new Uint8Array(size)], name);
}

/** What a visitor does with files at an element, which holds the message box. */
class FileUser {
  readonly #element: HTMLElement;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  choose(...files: readonly File[]): void {
    const [input] = [...this.#fileInputs()];
    if (!input) throw new Error('There is no file input');
    input.files = transferOf(...files).files;
    input.dispatchEvent(new Event('change'));
  }

  paste(clipboardData: DataTransfer): boolean {
    const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
    // Firefox takes no data for an event that a page makes.
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    return !part(this.#element, 'message-input').dispatchEvent(event);
  }

  /** Whether the chat takes what is dragged for its own. */
  drag(kind: 'dragenter' | 'dragover' | 'dragleave' | 'drop', dataTransfer: DataTransfer, over = 'composer'): boolean {
    const init = { dataTransfer, bubbles: true, composed: true, cancelable: true };
    return !part(this.#element, over).dispatchEvent(new DragEvent(kind, init));
  }

  *#fileInputs(): Generator<HTMLInputElement> {
    const root = part(this.#element, 'attach-button').getRootNode();
    if (root instanceof ShadowRoot) yield* root.querySelectorAll<HTMLInputElement>('input[type="file"]');
  }
}

describe('the files of genesys-chat-composer', () => {
  describe('in a chat with a server', () => {
    let element: GenesysWebchat;
    let server: LocalServerSide;
    let user: FileUser;

    beforeEach(async () => {
      ({ element, server } = await chatElement());
      element.uploadsEnabled = true;
      await element.open();
      await element.startChat({ nickname: 'Ada' });
      await waitUntil(() => partOnScreen(element, 'attach-button'), 'The button does not come', { timeout: 5000 });
      user = new FileUser(element);
    });

    const arrived = async (): Promise<unknown[]> => {
      const [chat] = await server.chats();
      const shared = chat?.transcript.filter(({ type, from }) => type === 'FileUploaded' && from.type === 'Client');
      return (shared ?? []).map(({ userData }) => userData?.['file-name']);
    };
    const arrive = (...names: string[]): Promise<void> =>
      waitUntil(
        async () => JSON.stringify(await arrived()) === JSON.stringify(names),
        `${names.join()} do not arrive`,
        { timeout: 5000 },
      );
    const sentence = async (): Promise<string> => {
      await waitUntil(() => findPart(element, 'composer-error'), 'Nothing is said', { timeout: 5000 });
      return textOf(part(element, 'composer-error')).replace(/[\u2068\u2069]/g, '');
    };

    it('arrive when they are chosen', async () => {
      user.choose(fileOf('one.txt'), fileOf('two.txt'));
      await arrive('one.txt', 'two.txt');
      expect(findPart(element, 'composer-error')).to.equal(undefined);
    });

    it('arrive when they are pasted', async () => {
      expect(user.paste(transferOf(fileOf('image.png')))).to.equal(true);
      await arrive('image.png');
    });

    it('arrive when they are dropped anywhere on the window', async () => {
      const files = transferOf(fileOf('lamp.png'));
      user.drag('dragenter', files, 'log');
      expect(user.drag('dragover', files, 'log')).to.equal(true);
      await waitUntil(() => partOnScreen(element, 'drop-zone'), 'The drop zone does not show', { timeout: 5000 });
      const zone = part(element, 'drop-zone');
      expect(textOf(zone)).to.equal('Drop files here to send them');
      const window = part(element, 'window').getBoundingClientRect();
      const { top, bottom, left, right } = zone.getBoundingClientRect();
      expect([top, bottom, left, right]).to.deep.equal([window.top, window.bottom, window.left, window.right]);
      user.drag('drop', files, 'drop-zone');
      await arrive('lamp.png');
      expect(partOnScreen(element, 'drop-zone')).to.equal(undefined);
    });

    it('are not sent when there are too many, and the visitor is told how many may go', async () => {
      user.choose(...Array.from({ length: 11 }, (_, at) => fileOf(`${String(at)}.txt`)));
      expect(await sentence()).to.equal('Too many files. You can send 10 more.');
      expect(await arrived()).to.deep.equal([]);
    });

    it('are not sent when one is too large, and the visitor is told which and what is the limit', async () => {
      user.choose(fileOf('small.txt'), fileOf('film.mp4', 10 * mebibyte + 1));
      expect(await sentence()).to.equal('film.mp4 is too large. Files can be up to 10 MB.');
      expect(await arrived()).to.deep.equal([]);
    });

    it('are not sent when they are too large together', async () => {
      user.choose(...Array.from({ length: 6 }, (_, at) => fileOf(`${String(at)}.mp4`, 9 * mebibyte)));
      const words = 'Together that is too much. All files of a chat can have up to 50 MB.';
      expect(await sentence()).to.equal(words);
    });

    it('are not sent when one is of a type that is not taken', async () => {
      user.choose(fileOf('tool.exe'));
      expect(await sentence()).to.equal('Files of this type are not accepted: tool.exe.');
      expect(await arrived()).to.deep.equal([]);
    });

    it('may be sent after some that were refused', async () => {
      user.choose(fileOf('tool.exe'));
      await sentence();
      user.choose(fileOf('tool.txt'));
      await arrive('tool.txt');
      expect(findPart(element, 'composer-error')).to.equal(undefined);
    });

    it('are offered by the types that the server takes, once the visitor reaches for the button', async () => {
      const root = part(element, 'attach-button').getRootNode() as ShadowRoot;
      const input = root.querySelector('input');
      expect(input?.accept).to.equal('');
      part(element, 'attach-button').dispatchEvent(new PointerEvent('pointerenter'));
      await waitUntil(() => input?.accept, 'Nothing is accepted', { timeout: 5000 });
      expect(input?.accept.split(',')).to.include.members(['.pdf', '.png', '.txt']);
    });

    it('that cannot be sent for lack of an answer are told of', async () => {
      await server.setFaults({ statusCode: 503 });
      user.choose(fileOf('one.txt'));
      expect(await sentence()).to.equal(enFeatures.FileErrors.TransferFailed);
    });
  });

  describe('with any server', () => {
    let chat: FakeChat;
    let element: ChatComposer;
    let user: FileUser;

    beforeEach(async () => {
      chat = new FakeChat();
      chat.setOptions({ uploadsEnabled: true });
      chat.start(ann);
      element = await show();
    });

    const show = async (theme?: 'light' | 'dark', dir = 'ltr'): Promise<ChatComposer> => {
      const shown = await chatFixture<ChatComposer>(
        chat,
        html`<genesys-chat-composer dir=${dir}></genesys-chat-composer>`,
        theme,
      );
      await waitUntil(() => findPart(shown, 'attach-button'), 'The button does not come', { timeout: 5000 });
      user = new FileUser(shown);
      return shown;
    };
    const sentFiles = (): string[] =>
      chat.ran
        .filter(({ name }) => name === 'WebChatService.sendFile')
        .flatMap(({ options }) => (options as { readonly files: readonly File[] }).files.map(({ name }) => name));
    const said = (): string => textOf(findPart(element, 'composer-error')).replace(/[\u2068\u2069]/g, '');
    const refuse = (rejection: unknown, limits: Partial<FileLimits> = {}): void => {
      chat.answer('WebChatService.getFileLimits', () => ({ ...noFileLimits(), ...limits }));
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
      chat.answer('WebChatService.sendFile', () => Promise.reject(rejection));
    };

    it('pass axe in light colours, in dark ones and from right to left', async () => {
      await expectAccessible(element);
      await expectAccessible(await show('dark'));
      await expectAccessible(await show('light', 'rtl'));
    });

    it('pass axe while they are dragged', async () => {
      user.drag('dragenter', transferOf(fileOf('a.txt')));
      await settled(element);
      expect(part(element, 'drop-zone').checkVisibility()).to.equal(true);
      await expectAccessible(element);
    });

    it('are there only where the site wants them', async () => {
      expect(part(element, 'attach-button').ariaLabel).to.equal('Attach Files');
      expect(findPart(element, 'emoji-button')).to.equal(undefined);
      chat.setOptions({ uploadsEnabled: false });
      await settled(element);
      expect(findPart(element, 'attach-button')).to.equal(undefined);
      const files = transferOf(fileOf('a.txt'));
      expect(user.paste(files)).to.equal(false);
      expect(user.drag('dragover', files)).to.equal(false);
    });

    it('have a button as large as a finger needs', () => {
      const { width, height } = part(element, 'attach-button').getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    });

    it('are chosen in a dialog that the button opens', () => {
      let clicks = 0;
      const root = part(element, 'attach-button').getRootNode() as ShadowRoot;
      root.querySelector('input')?.addEventListener('click', (event) => {
        event.preventDefault();
        clicks += 1;
      });
      part(element, 'attach-button').click();
      expect(clicks).to.equal(1);
      expect(root.querySelector('input')?.multiple).to.equal(true);
    });

    it('ask the server once what it takes', () => {
      for (const type of ['pointerenter', 'focus', 'pointerenter']) {
        part(element, 'attach-button').dispatchEvent(new Event(type));
      }
      expect(chat.ranNames).to.deep.equal(['WebChatService.getFileLimits']);
    });

    for (const phase of ['restoring', 'ending'] as const) {
      it(`wait while the chat is ${phase}, and say so`, async () => {
        chat.stores.phase.set(phase);
        await settled(element);
        const button = part(element, 'attach-button');
        expect(button.ariaDisabled).to.equal('true');
        expect(button.title).to.equal(enFeatures.FileErrors.NotNow);
        button.click();
        await settled(element);
        expect(said()).to.equal(enFeatures.FileErrors.NotNow);
        user.drag('dragenter', transferOf(fileOf('a.txt')));
        await settled(element);
        expect(textOf(part(element, 'drop-zone'))).to.equal(enFeatures.FileErrors.NotNow);
        user.drag('drop', transferOf(fileOf('a.txt')));
        expect(sentFiles()).to.deep.equal([]);
      });
    }

    it('leave pasted text, also of documents that come with a picture of themselves, to the browser', () => {
      const text = new DataTransfer();
      text.setData('text/plain', 'Hello');
      const document = transferOf(fileOf('image.png'));
      document.setData('text/plain', 'Hello');
      document.setData('text/html', '<p>Hello</p>');
      for (const data of [text, document]) expect(user.paste(data)).to.equal(false);
      expect(sentFiles()).to.deep.equal([]);
    });

    it('are pasted with their names, as some systems have it, or as a picture of a page', () => {
      const named = transferOf(fileOf('lamp.pdf'));
      named.setData('text/plain', 'lamp.pdf');
      const picture = transferOf(fileOf('image.png'));
      picture.setData('text/html', '<img src="https://shop.example/lamp.png">');
      for (const data of [named, picture]) expect(user.paste(data)).to.equal(true);
      expect(sentFiles()).to.deep.equal(['lamp.pdf', 'image.png']);
    });

    it('are told from text that is dragged', async () => {
      const text = new DataTransfer();
      text.setData('text/plain', 'Hello');
      for (const kind of ['dragenter', 'dragover', 'drop'] as const) expect(user.drag(kind, text)).to.equal(false);
      await settled(element);
      expect(part(element, 'drop-zone').checkVisibility()).to.equal(false);
    });

    it('are no longer awaited when they are dragged away', async () => {
      const files = transferOf(fileOf('a.txt'));
      const zone = (): boolean => part(element, 'drop-zone').checkVisibility();
      user.drag('dragenter', files);
      user.drag('dragenter', files, 'send-button');
      user.drag('dragleave', files);
      await settled(element);
      expect(zone()).to.equal(true);
      user.drag('dragleave', files, 'send-button');
      await settled(element);
      expect(zone()).to.equal(false);
    });

    it('are refused in words for an agent who has to be there', async () => {
      refuse({ code: 202, text: 'files are taken only while an agent is in the chat' }, { needsAgent: true });
      chat.stores.agents.set({});
      user.choose(fileOf('a.txt'));
      await waitUntil(() => said() === enFeatures.FileErrors.NeedsAgent, 'It is not said', { timeout: 5000 });
    });

    it('keep a long name, or one that is written the other way, from spoiling the sentence', async () => {
      refuse({ code: 203, text: '' }, { types: ['txt'] });
      user.choose(fileOf(`${'long '.repeat(30)}\u202egnp.exe`));
      await waitUntil(() => said() !== '', 'Nothing is said', { timeout: 5000 });
      expect(textOf(part(element, 'composer-error'))).to.match(/: \u2068long .{10,40}…[^\u2069]*exe\u2069\.$/);
    });

    it('need no word when an extension or the visitor has stopped them, or the conversation shows what became of them', async () => {
      for (const rejection of [
        'Command was cancelled by Filter',
        { status: 500, statusCode: 2, errors: [], operation: 'uploadFile', message: '' },
      ]) {
        refuse(rejection);
        user.choose(fileOf('a.txt'));
        await settled(element);
        expect(said()).to.equal('');
      }
      expect(sentFiles()).to.have.length(2);
    });

    it('stand between the text and the button that sends it, for the eye and for the Tab key', async () => {
      chat.setOptions({ emojis: true });
      await waitUntil(() => findPart(element, 'emoji-button'), 'The button does not come', { timeout: 5000 });
      const names = ['message-input', 'attach-button', 'emoji-button', 'send-button'];
      const places = names.map((name) => part(element, name).getBoundingClientRect().left);
      expect(places).to.deep.equal([...places].sort((one, other) => one - other));
      const order = [...allBelow(element)].flatMap((each) => names.filter((name) => each.part.contains(name)));
      expect(order).to.deep.equal(names);
    });
  });
});
