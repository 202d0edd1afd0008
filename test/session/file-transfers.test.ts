import { expect } from '@open-wc/testing';
import { ChatError } from '../../src/errors.js';
import type { FileStatus } from '../../src/model/file-status.js';
import { systemPlatform } from '../../src/platform/platform.js';
import { FileTransfers, type FileRequest } from '../../src/session/file-transfers.js';
import { GmsRestTransport } from '../../src/transport/gms-rest/gms-rest-transport.js';
import type { Answer, Failure, SessionKeys } from '../../src/transport/transport.js';
import { LocalServerSide } from '../support/local-server-side.js';

type Before = (request: FileRequest) => Promise<unknown> | undefined;

const refused = ({ answer }: Failure): ChatError => new ChatError(answer);

/** The transfers of a chat that has been started on a server of its own. */
class Chat {
  readonly side = LocalServerSide.ofItsOwn();
  readonly statuses: FileStatus[] = [];
  readonly requests: FileRequest[] = [];
  readonly files: FileTransfers;
  hasAgent = false;
  /** What the server's notice of the limits says otherwise. */
  limits: Record<string, string> = {};
  /** Happens before a request leaves. */
  before: Before = () => undefined;
  onStatus: (status: FileStatus) => void = () => {};
  keys: SessionKeys = { chatId: '', secureKey: '' };
  readonly #transport = new GmsRestTransport({ url: this.side.dataURL, timeout: 5000 }, systemPlatform);
  #ids = 0;

  constructor() {
    this.files = new FileTransfers({
      exchange: (request, signal) => this.#exchange(request, signal),
      download: (fileId, signal) =>
        this.#transport.download({ operation: 'downloadFile', keys: this.keys, fileId }, signal),
      refused,
      hasAgent: () => this.hasAgent,
      onStatus: (status) => {
        this.statuses.push(status);
        this.onStatus(status);
      },
      newId: () => {
        this.#ids += 1;
        return `t${String(this.#ids)}`;
      },
    });
  }

  static async started(): Promise<Chat> {
    const chat = new Chat();
    const answer = await chat.#transport.exchange({ operation: 'start', nickname: 'Ada', userData: {} });
    if (!answer.ok) throw new Error(answer.answer.message);
    const { chatId = '', secureKey = '' } = answer;
    chat.keys = { chatId, secureKey };
    return chat;
  }

  /** The names of the files that the server has got. */
  async uploaded(): Promise<(string | undefined)[]> {
    const { transcript } = await this.side.chat(this.keys.chatId);
    return transcript.filter(({ type }) => type === 'FileUploaded').map(({ userData }) => userData?.['file-name']);
  }

  /** The last that was told of each file, by its name. */
  get outcome(): Record<string, FileStatus['status']> {
    return Object.fromEntries(this.statuses.map(({ name, status }) => [name, status]));
  }

  async #exchange(request: FileRequest, signal: AbortSignal): Promise<Answer | Failure> {
    this.requests.push(request);
    await this.before(request);
    const answer = await this.#transport.exchange({ ...request, keys: this.keys }, signal);
    if (!answer.ok || request.operation !== 'fileLimits') return answer;
    const messages = answer.messages.map((each) => ({ ...each, userData: { ...each.userData, ...this.limits } }));
    return { ...answer, messages };
  }
}

const file = (name: string, content: BlobPart = name, type = 'image/png') => new File([content], name, { type });

/** What a verb rejects with. */
async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ChatError) return error.rejection;
    throw error;
  }
  throw new Error('it went well');
}

/** A function that does something when its turn comes, and a promise of that moment. */
function turn(holds: (status: FileStatus) => boolean) {
  let come: () => void = () => {};
  const came = new Promise<void>((resolve) => {
    come = resolve;
  });
  return {
    came,
    onStatus: (status: FileStatus) => {
      if (holds(status)) come();
    },
  };
}

describe('the limits of a conversation’s files', () => {
  it('are asked of the server', async () => {
    const chat = await Chat.started();
    expect(await chat.files.limits()).to.deep.include({ maxFiles: 10, usedFiles: 0, usedTotalSize: 0 });
    await chat.files.send(file('a.png', '12345'));
    expect(await chat.files.limits()).to.deep.include({ maxFiles: 10, usedFiles: 1, usedTotalSize: 5 });
  });

  it('are not known when the server fails', async () => {
    const chat = await Chat.started();
    await chat.side.setFaults({ statusCode: 503 });
    expect(await rejection(chat.files.limits())).to.include({ status: 503, operation: 'fileLimits' });
    expect(await rejection(chat.files.send(file('a.png')))).to.include({ status: 503, operation: 'fileLimits' });
    expect(chat.statuses).to.deep.equal([]);
  });

  it('are none when the server tells none', async () => {
    const answer: Answer = { ok: true, statusCode: 0, chatEnded: false, messages: [] };
    const options = { exchange: () => Promise.resolve(answer), refused, hasAgent: () => false, onStatus: () => {} };
    const files = new FileTransfers({ ...options, newId: () => 'a', download: () => Promise.resolve(new Blob()) });
    expect(await files.limits()).to.include({ maxFiles: Infinity, maxFileSize: Infinity, needsAgent: false });
  });
});

describe('sending files', () => {
  it('sends one, tells how far it is, and resolves with the answer', async () => {
    const chat = await Chat.started();
    const content = new Uint8Array(2_000_000).map((_, at) => at % 251);
    const answers = await chat.files.send(file('Zoë.png', content));
    expect(answers).to.have.length(1);
    const fileId = answers[0]?.userData?.['file-id'] ?? '';
    expect(fileId).to.match(/^[0-9A-F]{16}$/);
    expect(answers[0]).to.not.have.property('secureKey');

    const about = { id: 't1', name: 'Zoë.png', size: 2_000_000, type: 'image/png' };
    expect(chat.statuses[0]).to.deep.equal({ ...about, status: 'uploading', loaded: 0 });
    expect(chat.statuses.at(-1)).to.deep.equal({ ...about, status: 'sent', loaded: 2_000_000, fileId });
    const loaded = chat.statuses.map((status) => status.loaded);
    expect(loaded.length).to.be.greaterThan(2);
    expect(loaded).to.deep.equal([...loaded].sort((one, other) => one - other));

    const blob = await chat.files.download({ fileId, fileName: 'Zoë.png' });
    expect(new Uint8Array(await blob.arrayBuffer())).to.deep.equal(content);
  });

  it('sends several one after the other', async () => {
    const chat = await Chat.started();
    const answers = await chat.files.send([file('a.png'), file('b.pdf'), file('c.txt')]);
    expect(answers.map(({ statusCode }) => statusCode)).to.deep.equal([0, 0, 0]);
    expect(await chat.uploaded()).to.deep.equal(['a.png', 'b.pdf', 'c.txt']);
    expect(chat.requests.map(({ operation }) => operation)).to.deep.equal([
      'fileLimits',
      ...['uploadFile', 'uploadFile', 'uploadFile'],
    ]);
    const named = chat.statuses.filter(({ status, loaded }) => status === 'sent' || loaded === 0);
    expect(named.slice(0, 3).map(({ id, name }) => [id, name])).to.deep.equal([
      ['t1', 'a.png'],
      ['t2', 'b.pdf'],
      ['t3', 'c.txt'],
    ]);
    expect(new Set(chat.statuses.map(({ id }) => id)).size).to.equal(3);
  });

  it('sends a file of no bytes', async () => {
    const chat = await Chat.started();
    await chat.files.send(file('a.png', ''));
    expect(chat.statuses.at(-1)).to.include({ status: 'sent', size: 0, loaded: 0 });
  });

  it('takes whatever holds files', async () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    const transfer = new DataTransfer();
    transfer.items.add(file('a.png'));
    transfer.items.add(file('b.png'));
    input.files = transfer.files;
    const named = Object.assign(new Blob(['c']), { name: 'c.png' });
    for (const [given, names] of [
      [named, ['c.png']],
      [input, ['a.png', 'b.png']],
      [input.files, ['a.png', 'b.png']],
      [{ 0: input, length: 1 }, ['a.png', 'b.png']],
      [
        [named, file('d.png')],
        ['c.png', 'd.png'],
      ],
    ] as const) {
      const chat = await Chat.started();
      await chat.files.send(given);
      expect(await chat.uploaded()).to.deep.equal(names);
    }
  });

  it('takes files of another window', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { File: OtherFile } = frame.contentWindow as unknown as typeof globalThis;
    const chat = await Chat.started();
    await chat.files.send(new OtherFile(['a'], 'a.png'));
    expect(await chat.uploaded()).to.deep.equal(['a.png']);
    frame.remove();
  });

  const textInput = document.createElement('input');
  const emptyInput = Object.assign(document.createElement('input'), { type: 'file' });
  for (const [what, given, got] of [
    ['nothing', undefined, 'nothing'],
    ['null', null, 'nothing'],
    ['a text', 'a.png', 'a string'],
    ['a number', 7, 'a number'],
    ['an empty list', [], 'no file'],
    ['an input without files', emptyInput, 'no file'],
    ['an input that is not for files', textInput, 'another object'],
    ['some object', { name: 'a.png', size: 1 }, 'another object'],
    ['a Blob without a name', new Blob(['a']), 'a Blob without a name'],
    ['a File whose name is empty', file(''), 'a Blob without a name'],
    ['a list that holds something else', [file('a.png'), 'b.png'], 'a string'],
    ['a list in a list', [[file('a.png')]], 'another object'],
  ] as const) {
    it(`refuses ${what}, and asks the server nothing`, async () => {
      const chat = new Chat();
      expect(await rejection(chat.files.send(given))).to.equal(
        `files takes a File, a FileList, an array of Files or a file input, and got ${got}`,
      );
      expect(chat.requests).to.deep.equal([]);
    });
  }
});

describe('files that are against the limits', () => {
  async function refused(chat: Chat, files: unknown, code: number): Promise<void> {
    expect(await rejection(chat.files.send(files))).to.include({ code });
    expect(chat.requests.map(({ operation }) => operation)).to.deep.equal(['fileLimits']);
    expect(chat.statuses).to.deep.equal([]);
  }

  it('are refused when there are too many, before any is sent', async () => {
    const files = Array.from({ length: 11 }, (_, at) => file(`${String(at)}.png`));
    await refused(await Chat.started(), files, 201);
  });

  it('are refused when one is too large', async () => {
    await refused(await Chat.started(), [file('a.png'), file('b.png', new Uint8Array(10_485_761))], 202);
  });

  it('are refused when one is of a type that is not taken', async () => {
    await refused(await Chat.started(), [file('a.png'), file('b.exe')], 203);
  });

  it('are refused until an agent is there, when the server wants one', async () => {
    const chat = await Chat.started();
    chat.limits = { 'upload-need-agent': 'true' };
    await refused(chat, file('a.png'), 202);
    chat.hasAgent = true;
    await chat.files.send(file('a.png'));
    expect(await chat.uploaded()).to.deep.equal(['a.png']);
  });

  it('are refused with a sentence that is the error’s message too', async () => {
    const chat = await Chat.started();
    const text = '"a.exe" has the type exe, allowed are png';
    chat.limits = { 'upload-file-types': 'png' };
    const error: unknown = await chat.files.send(file('a.exe')).catch((reason: unknown) => reason);
    expect(error).to.include({ message: text });
    expect((error as ChatError).rejection).to.deep.equal({ code: 203, text });
  });
});

describe('a file that fails', () => {
  it('rejects with the server’s answer, keeps what was sent, and stops the rest', async () => {
    const chat = await Chat.started();
    chat.before = (request) =>
      request.operation === 'uploadFile' && request.fileName === 'b.png'
        ? chat.side.setFaults({ statusCode: 503 })
        : undefined;
    const failed = await rejection(chat.files.send([file('a.png'), file('b.png'), file('c.png')]));
    expect(failed).to.include({ status: 503, operation: 'uploadFile' });
    expect(chat.outcome).to.deep.equal({ 'a.png': 'sent', 'b.png': 'failed', 'c.png': 'cancelled' });
    expect(await chat.uploaded()).to.deep.equal(['a.png']);
    expect(chat.files.cancel('t2')).to.equal(false);
  });

  it('is refused by a server that knows better', async () => {
    const chat = await Chat.started();
    chat.limits = { 'upload-file-types': '' };
    const failed = await rejection(chat.files.send(file('a.exe')));
    expect((failed as { errors: unknown[] }).errors[0]).to.include({ code: 203 });
    expect(chat.outcome).to.deep.equal({ 'a.exe': 'failed' });
  });

  it('is unreachable without a network', async () => {
    const chat = await Chat.started();
    chat.before = ({ operation }) => (operation === 'uploadFile' ? chat.side.setFaults({ offline: true }) : undefined);
    expect(await rejection(chat.files.send(file('a.png')))).to.include({ status: 0, operation: 'uploadFile' });
  });
});

describe('cancelling a file', () => {
  const cancelled = 'The file transfer was cancelled';
  const loseUploads =
    (chat: Chat): Before =>
    (request) =>
      request.operation === 'uploadFile' ? chat.side.setFaults({ lostAnswerRate: 1 }) : undefined;

  it('stops an upload that is under way', async () => {
    const chat = await Chat.started();
    chat.before = loseUploads(chat);
    const { came, onStatus } = turn(({ loaded }) => loaded > 0);
    chat.onStatus = onStatus;
    const sent = chat.files.send(file('a.png', new Uint8Array(1_000_000)));
    await came;
    expect(chat.files.cancel('t1')).to.equal(true);
    expect(chat.statuses.at(-1)).to.include({ status: 'cancelled' });
    const told = chat.statuses.length;
    expect(chat.files.cancel('t1')).to.equal(false);
    expect(await rejection(sent)).to.equal(cancelled);
    expect(chat.statuses).to.have.length(told);
  });

  it('takes out a file that waits, and sends the others', async () => {
    const chat = await Chat.started();
    chat.onStatus = ({ id, status, loaded }) => {
      if (id === 't3' && status === 'uploading' && loaded === 0) chat.files.cancel('t2');
    };
    expect(await rejection(chat.files.send([file('a.png'), file('b.png'), file('c.png')]))).to.equal(cancelled);
    expect(chat.outcome).to.deep.equal({ 'a.png': 'sent', 'b.png': 'cancelled', 'c.png': 'sent' });
    expect(await chat.uploaded()).to.deep.equal(['a.png', 'c.png']);
  });

  it('is over when the conversation gives the request up itself', async () => {
    const chat = await Chat.started();
    const answer = { status: 0, errors: [], operation: 'uploadFile', message: 'given up' };
    const files = new FileTransfers({
      exchange: ({ operation }) =>
        Promise.resolve(
          operation === 'fileLimits'
            ? { ok: true, statusCode: 0, chatEnded: false, messages: [] }
            : { ok: false, kind: 'aborted', chatEnded: false, answer },
        ),
      download: () => Promise.resolve({ ok: false, kind: 'aborted', chatEnded: false, answer }),
      refused,
      hasAgent: () => false,
      onStatus: (status) => chat.statuses.push(status),
      newId: () => 'x',
    });
    expect(await rejection(files.send(file('a.png')))).to.equal(cancelled);
    expect(await rejection(files.download({ fileId: 'f' }))).to.equal(cancelled);
    expect(chat.statuses.map(({ status }) => status)).to.deep.equal(['uploading', 'cancelled']);
  });

  it('knows no file of another id', async () => {
    const chat = await Chat.started();
    expect(chat.files.cancel('t1')).to.equal(false);
    await chat.files.send(file('a.png'));
    expect(chat.files.cancel('t1')).to.equal(false);
  });

  it('cancels everything when the transfers are disposed of, and tells nothing afterwards', async () => {
    const chat = await Chat.started();
    chat.before = loseUploads(chat);
    const { came, onStatus } = turn(({ loaded }) => loaded > 0);
    chat.onStatus = onStatus;
    const sent = [
      chat.files.send([file('a.png'), file('b.png')]),
      chat.files.download({ fileId: 'f' }),
      came.then(() => {
        const limits = chat.files.limits();
        chat.files.dispose();
        return limits;
      }),
    ];
    const outcomes = await Promise.all(sent.map(rejection));
    expect(outcomes[0]).to.equal(cancelled);
    expect(outcomes[2]).to.equal(cancelled);
    expect(chat.outcome).to.deep.equal({ 'a.png': 'cancelled', 'b.png': 'cancelled' });
    const told = chat.statuses.length;
    expect(await rejection(chat.files.send(file('c.png')))).to.equal(cancelled);
    expect(await rejection(chat.files.limits())).to.equal(cancelled);
    expect(await rejection(chat.files.download({ fileId: 'f' }))).to.equal(cancelled);
    expect(chat.statuses).to.have.length(told);
  });

  it('sends nothing when they are disposed of while the limits are asked for', async () => {
    const chat = await Chat.started();
    const sent = chat.files.send(file('a.png'));
    chat.files.dispose();
    expect(await rejection(sent)).to.equal(cancelled);
    expect(chat.statuses).to.deep.equal([]);
  });
});

describe('downloading a file', () => {
  it('rejects with the server’s answer when there is none by that id', async () => {
    const chat = await Chat.started();
    expect(await rejection(chat.files.download({ fileId: 'gone' }))).to.include({
      status: 404,
      operation: 'downloadFile',
    });
  });

  it('wants a text as id', async () => {
    const chat = new Chat();
    for (const options of [undefined, {}, { fileId: '' }, { fileId: 7 }, { fileId: null, fileName: 'a.png' }]) {
      expect(await rejection(chat.files.download(options))).to.equal('No fileId provided');
    }
  });
});
