import { expect } from '@open-wc/testing';
import type { FileStatus } from '../../src/model/file-status.js';
import type { Upload } from '../../src/platform/upload.js';
import { reasonOf } from '../bus/harness.js';
import type { Agent } from '../support/agent.js';
import { startedConversation, type Conversation } from '../support/service-fixture.js';

const cancelled = 'The file transfer was cancelled';
const mebibyte = 1_048_576;

/** Bytes of all values, among them those that are no text. */
function bytes(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
}

/** The ids of the files that the visitor has sent, as the server has them. */
async function filesAtServer(chat: Conversation): Promise<unknown[]> {
  const { transcript } = await chat.server.chat(chat.chatId);
  const shared = transcript.filter(({ type, from }) => type === 'FileUploaded' && from.type === 'Client');
  return shared.map(({ userData }) => userData?.['file-id']);
}

/** What `fileStatus` told, one word for each change; the ids are left out. */
function statuses(chat: Conversation): string[] {
  return chat.all('fileStatus').map(({ name, status }) => `${name} ${status}`);
}

/** An upload that stays under way until it is given up. */
function stalledUpload(): { readonly upload: Upload; readonly isGivenUp: () => boolean } {
  let isGivenUp = false;
  const upload: Upload = (_, { signal }, onProgress) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        isGivenUp = true;
        reject(new TypeError('the upload broke off'));
      });
      onProgress(50, 200);
    });
  return { upload, isGivenUp: () => isGivenUp };
}

/** Has a file sent by the agent, and gives its id. */
async function sharedBy(agent: Agent, chat: Conversation, name: string, content: string): Promise<string> {
  const path = `chats/${chat.chatId}/participants/${String(agent.participantId)}/files`;
  const shared = await chat.server.control('POST', path, { name, type: 'text/plain', base64: btoa(content) });
  return (shared as { readonly fileId: string }).fileId;
}

describe('getFileLimits', () => {
  it('resolves with what the server takes, and how much of it is used', async () => {
    const chat = await startedConversation();
    expect(await chat.command('getFileLimits')).to.deep.equal({
      maxFiles: 10,
      usedFiles: 0,
      maxFileSize: 10 * mebibyte,
      maxTotalSize: 50 * mebibyte,
      usedTotalSize: 0,
      types: ['csv', 'docx', 'gif', 'jpeg', 'jpg', 'mp3', 'mp4', 'pdf', 'png', 'txt', 'webp', 'xlsx', 'zip'],
      needsAgent: false,
      downloadAttempts: 100,
      usedDownloadAttempts: 0,
    });

    await chat.command('sendFile', { files: new File(['Hello'], 'hello.txt') });
    const [fileId] = await filesAtServer(chat);
    await chat.command('downloadFile', { fileId, save: false });
    const used = { usedFiles: 1, usedTotalSize: 5, usedDownloadAttempts: 1 };
    expect(await chat.command('getFileLimits')).to.include(used);
  });

  it('leaves the transcript as it is', async () => {
    const chat = await startedConversation();
    const before = await chat.command('getTranscript');
    await chat.command('getFileLimits');
    expect(await chat.command('getTranscript')).to.deep.equal(before);
    expect(chat.names).to.deep.equal([]);
  });

  it('rejects with the failed answer', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ statusCode: 503 });
    const reason = await reasonOf(chat.command('getFileLimits'));
    expect(reason).to.include({ status: 503, operation: 'fileLimits' });
    expect(chat.all('error')).to.deep.equal([reason]);
  });
});

describe('sendFile', () => {
  it('sends a File, and resolves with the answer that names it', async () => {
    const chat = await startedConversation();
    const files = new File([bytes(1000)], 'lamp.png', { type: 'image/png' });
    const answers = await chat.command('sendFile', { files });
    const [fileId] = await filesAtServer(chat);
    expect(answers).to.have.lengthOf(1);
    expect(answers[0]).to.deep.include({ statusCode: 0, chatId: chat.chatId, userData: { 'file-id': fileId } });

    await chat.command('poll');
    const shown = (await chat.command('getTranscript')).messages.at(-1);
    expect(shown).to.include({ type: 'FileUploaded' });
    const data = { 'file-id': fileId, 'file-name': 'lamp.png', 'file-size': '1000', 'file-type': 'image/png' };
    expect(shown?.userData).to.deep.equal(data);
  });

  it('tells by fileStatus that the file is on its way, how far it is, and that it has arrived', async () => {
    const chat = await startedConversation();
    await chat.command('sendFile', { files: new File([bytes(200_000)], 'lamp.png', { type: 'image/png' }) });
    const told = chat.all('fileStatus');
    const [fileId] = await filesAtServer(chat);
    const id = told[0]?.id;
    const file = { id, name: 'lamp.png', size: 200_000, type: 'image/png' };
    expect(told[0]).to.deep.equal({ ...file, status: 'uploading', loaded: 0 });
    expect(told.at(-1)).to.deep.equal({ ...file, status: 'sent', loaded: 200_000, fileId });
    for (const each of told.slice(0, -1)) expect(each).to.include({ ...file, status: 'uploading' });
    const loaded = told.map((each) => each.loaded);
    expect(loaded).to.deep.equal([...loaded].sort((one, other) => one - other));
  });

  it('sends an array one after the other, each with an id of its own', async () => {
    const chat = await startedConversation();
    const files = ['one.txt', 'two.txt', 'three.txt'].map((name) => new File([name], name));
    const answers = await chat.command('sendFile', { files });
    expect(answers.map(({ userData }) => userData?.['file-id'])).to.deep.equal(await filesAtServer(chat));

    const told = chat.all('fileStatus');
    expect(new Set(told.map(({ id }) => id)).size).to.equal(3);
    expect(statuses(chat).slice(0, 3)).to.deep.equal(['one.txt uploading', 'two.txt uploading', 'three.txt uploading']);
    const sent = told.filter(({ status }) => status === 'sent').map(({ name }) => name);
    expect(sent).to.deep.equal(['one.txt', 'two.txt', 'three.txt']);
  });

  it('takes what a file input holds, and its FileList', async () => {
    const chat = await startedConversation();
    const chosen = new DataTransfer();
    chosen.items.add(new File(['Hello'], 'hello.txt'));
    const input = Object.assign(document.createElement('input'), { type: 'file', files: chosen.files });
    await chat.command('sendFile', { files: input });
    await chat.command('sendFile', { files: chosen.files });
    expect(await filesAtServer(chat)).to.have.lengthOf(2);
  });

  describe('what is against the limits', () => {
    const tooMany = Array.from({ length: 11 }, (_, at) => new File(['x'], `${String(at + 1)}.txt`));

    for (const [what, files, code, text] of [
      ['too many files', tooMany, 201, '"11.txt" would be file number 11 of this chat, allowed are 10'],
      [
        'a file that is too large',
        new File([new Uint8Array(10 * mebibyte + 1)], 'film.mp4'),
        202,
        '"film.mp4" has 10485761 bytes, allowed are 10485760',
      ],
      [
        'a file of a type that is not taken',
        new File(['MZ'], 'lamp.exe'),
        203,
        `"lamp.exe" has the type exe, allowed are csv, docx, gif, jpeg, jpg, mp3, mp4, pdf, png, txt, webp, xlsx, zip`,
      ],
      [
        'a good file beside a bad one',
        [new File(['x'], 'good.txt'), new File(['x'], 'bad')],
        203,
        `"bad" has no type, allowed are csv, docx, gif, jpeg, jpg, mp3, mp4, pdf, png, txt, webp, xlsx, zip`,
      ],
    ] as const) {
      it(`rejects ${what} with {code: ${String(code)}, text} before anything is sent`, async () => {
        const uploads: string[] = [];
        const spy: typeof fetch = (input, init) => {
          if (init?.body instanceof FormData) uploads.push(input instanceof Request ? input.url : input.toString());
          return fetch(input, init);
        };
        const chat = await startedConversation({ platform: { fetch: spy } });
        expect(await reasonOf(chat.command('sendFile', { files }))).to.deep.equal({ code, text });
        expect(uploads).to.deep.equal([]);
        expect(await filesAtServer(chat)).to.deep.equal([]);
        expect(chat.names).to.deep.equal([]);
      });
    }

    it('counts the files that were sent before', async () => {
      const chat = await startedConversation();
      await chat.command('sendFile', { files: tooMany.slice(0, 8) });
      const reason = await reasonOf(chat.command('sendFile', { files: tooMany.slice(0, 3) }));
      expect(reason).to.include({ code: 201 });
      expect(await filesAtServer(chat)).to.have.lengthOf(8);
    });
  });

  for (const [what, files, words] of [
    ['nothing', undefined, 'nothing'],
    ['an empty array', [], 'no file'],
    ['an input without a file', { files: [] }, 'no file'],
    ['a text', 'hello.txt', 'a string'],
    ['an object', { name: 'hello.txt' }, 'another object'],
    ['a Blob', new Blob(['Hello']), 'a Blob without a name'],
    ['a list with a text among the files', [new File(['x'], 'x.txt'), 'y.txt'], 'a string'],
  ] as const) {
    it(`rejects ${what} with a sentence that says what it takes`, async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('sendFile', { files }));
      expect(reason).to.equal(`files takes a File, a FileList, an array of Files or a file input, and got ${words}`);
      expect(await filesAtServer(chat)).to.deep.equal([]);
    });
  }

  it('rejects with the failed answer when the upload fails, and tells so', async () => {
    const upload: Upload = (url, init) => fetch(`${url}/nowhere`, init);
    const chat = await startedConversation({ platform: { upload } });
    const reason = await reasonOf(chat.command('sendFile', { files: new File(['Hello'], 'hello.txt') }));
    expect(reason).to.include({ status: 404, operation: 'uploadFile' });
    expect(chat.all('error')).to.deep.equal([reason]);
    expect(statuses(chat)).to.deep.equal(['hello.txt uploading', 'hello.txt failed']);
  });

  it('rejects when the chat ends meanwhile', async () => {
    const { upload, isGivenUp } = stalledUpload();
    const chat = await startedConversation({ platform: { upload } });
    const sent = chat.command('sendFile', { files: new File(['Hello'], 'hello.txt') });
    await chat.until(() => chat.all('fileStatus').at(-1)?.loaded === 1);
    await chat.command('endChat');
    expect(await reasonOf(sent)).to.equal(cancelled);
    expect(isGivenUp()).to.equal(true);
  });
});

describe('cancelFile', () => {
  it('gives up a file that is under way', async () => {
    const { upload, isGivenUp } = stalledUpload();
    const chat = await startedConversation({ platform: { upload } });
    const sent = chat.command('sendFile', { files: new File([bytes(100)], 'lamp.png') });
    await chat.until(() => chat.all('fileStatus').at(-1)?.loaded === 25);
    const { id } = chat.all('fileStatus')[0] as FileStatus;

    await chat.command('cancelFile', { id });
    expect(await reasonOf(sent)).to.equal(cancelled);
    expect(isGivenUp()).to.equal(true);
    expect(statuses(chat)).to.deep.equal(['lamp.png uploading', 'lamp.png uploading', 'lamp.png cancelled']);
    expect(chat.names).not.to.include('error');
    expect(await filesAtServer(chat)).to.deep.equal([]);
  });

  it('takes out a file that waits, and the others are sent', async () => {
    const chat = await startedConversation();
    const sent = chat.command('sendFile', { files: ['one.txt', 'two.txt'].map((name) => new File([name], name)) });
    await chat.until(() => chat.all('fileStatus').length >= 2);
    await chat.command('cancelFile', { id: chat.all('fileStatus')[1]?.id });
    expect(await reasonOf(sent)).to.equal(cancelled);
    const final = chat.all('fileStatus').filter(({ status }) => status !== 'uploading');
    expect(final.map(({ name, status }) => `${name} ${status}`)).to.deep.equal(['two.txt cancelled', 'one.txt sent']);
    expect(await filesAtServer(chat)).to.have.lengthOf(1);
  });

  it('rejects the id of a file that has been sent', async () => {
    const chat = await startedConversation();
    await chat.command('sendFile', { files: new File(['Hello'], 'hello.txt') });
    const id = chat.all('fileStatus')[0]?.id;
    const reason = await reasonOf(chat.command('cancelFile', { id }));
    expect(reason).to.equal(`id takes the id of a file that is being sent, but got ${JSON.stringify(id)}`);
  });

  for (const [id, words] of [
    [undefined, 'nothing'],
    ['file-0', '"file-0"'],
    [7, 'a value of type number'],
    [{}, 'a value of type object'],
  ] as const) {
    it(`rejects ${words} with a sentence that says what it takes`, async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('cancelFile', { id }));
      expect(reason).to.equal(`id takes the id of a file that is being sent, but got ${words}`);
    });
  }
});

describe('downloadFile', () => {
  it('resolves with a Blob of the very bytes that were sent', async () => {
    const chat = await startedConversation();
    const content = bytes(70_000);
    await chat.command('sendFile', { files: new File([content], 'lamp.png', { type: 'image/png' }) });
    const [fileId] = await filesAtServer(chat);
    const file = await chat.command('downloadFile', { fileId, save: false });
    expect(file).to.be.instanceOf(Blob);
    expect(file.type).to.equal('image/png');
    expect(new Uint8Array(await file.arrayBuffer())).to.deep.equal(content);
  });

  describe('offers the file to be saved', () => {
    const offered: { readonly name: string; readonly href: string }[] = [];

    beforeEach(() => {
      offered.length = 0;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        offered.push({ name: this.download, href: this.href });
      };
    });
    afterEach(() => {
      // What it inherits serves again.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    });

    it('under the name that it is given, else its own', async () => {
      const chat = await startedConversation();
      const fileId = await sharedBy(await chat.server.join(), chat, 'invoice.txt', '17 lamps');
      await chat.command('poll');
      const file = await chat.command('downloadFile', { fileId, fileName: 'lamps.txt' });
      expect(await file.text()).to.equal('17 lamps');
      await chat.command('downloadFile', { fileId });
      expect(offered.map(({ name }) => name)).to.deep.equal(['lamps.txt', 'invoice.txt']);
      expect(offered[0]?.href).to.match(/^blob:/);
    });

    it('unless save is false, or there is none', async () => {
      const chat = await startedConversation();
      const fileId = await sharedBy(await chat.server.join(), chat, 'invoice.txt', '17 lamps');
      await chat.command('downloadFile', { fileId, save: false });
      await reasonOf(chat.command('downloadFile', { fileId: 'NONE' }));
      expect(offered).to.deep.equal([]);
    });
  });

  for (const options of [undefined, {}, { fileId: '' }, { fileId: null }, { fileName: 'lamp.png' }]) {
    it(`rejects ${JSON.stringify(options)}: it names no file`, async () => {
      const chat = await startedConversation();
      expect(await reasonOf(chat.command('downloadFile', options))).to.equal('No fileId provided');
    });
  }

  it('rejects the id of no file with the server’s answer', async () => {
    const chat = await startedConversation();
    const reason = await reasonOf(chat.command('downloadFile', { fileId: 'NONE', save: false }));
    expect(reason).to.deep.include({ status: 404, statusCode: 2, operation: 'downloadFile' });
    expect((reason as { errors: object[] }).errors[0]).to.include({ code: 404 });
  });
});
