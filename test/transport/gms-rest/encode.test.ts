import { expect } from '@open-wc/testing';
import { encodeAny } from './encode-any.js';
import type { ChatRequest, DownloadRequest, SessionKeys } from '../../../src/transport/transport.js';

const keys: SessionKeys = { chatId: 'chat-123', userId: 'user-123', secureKey: 'secure-key', alias: '117' };
const standard = 'userId=user-123&secureKey=secure-key&alias=117';

type Operation = (ChatRequest | DownloadRequest)['operation'];

/** Every operation, with its path and form; a list under a name allows several requests of one operation. */
const table: [ChatRequest | DownloadRequest, path: string, form: string][] = [
  [{ operation: 'start', firstName: 'Ada', subject: 'Need help', userData: {} }, '', 'firstName=Ada&subject=Need+help'],
  [
    {
      operation: 'start',
      nickname: 'Ada',
      firstName: 'Ada',
      lastName: 'Lovelace',
      emailAddress: 'ada@example.org',
      subject: 'Engines',
      text: 'Hello & good-bye',
      userData: { TimeZone: '-480', GCTI_LanguageCode: 'en' },
    },
    '',
    'nickname=Ada&firstName=Ada&lastName=Lovelace&emailAddress=ada%40example.org&subject=Engines' +
      '&text=Hello+%26+good-bye&userData%5BTimeZone%5D=-480&userData%5BGCTI_LanguageCode%5D=en',
  ],
  [{ operation: 'start', userData: {} }, '', ''],
  [
    { operation: 'send', keys, text: 'Hello', position: 7 },
    '/chat-123/send',
    `${standard}&message=Hello&transcriptPosition=7`,
  ],
  [
    { operation: 'send', keys, text: 'Hi', messageType: 'text message' },
    '/chat-123/send',
    `${standard}&message=Hi&messageType=text+message`,
  ],
  [{ operation: 'refresh', keys, position: 1 }, '/chat-123/refresh', `${standard}&transcriptPosition=1`],
  [{ operation: 'refresh', keys, position: 0 }, '/chat-123/refresh', `${standard}&transcriptPosition=0`],
  [{ operation: 'startTyping', keys }, '/chat-123/startTyping', standard],
  [{ operation: 'startTyping', keys, text: 'Hel' }, '/chat-123/startTyping', `${standard}&message=Hel`],
  [{ operation: 'stopTyping', keys }, '/chat-123/stopTyping', standard],
  [{ operation: 'stopTyping', keys, text: '' }, '/chat-123/stopTyping', `${standard}&message=`],
  [{ operation: 'disconnect', keys }, '/chat-123/disconnect', standard],
  [
    { operation: 'pushUrl', keys, url: 'https://shop.example/?a=1&b=2' },
    '/chat-123/pushUrl',
    `${standard}&pushUrl=https%3A%2F%2Fshop.example%2F%3Fa%3D1%26b%3D2`,
  ],
  [{ operation: 'updateNickname', keys, nickname: 'Zoë' }, '/chat-123/updateNickname', `${standard}&nickname=Zo%C3%AB`],
  [{ operation: 'customNotice', keys, text: 'seen' }, '/chat-123/customNotice', `${standard}&message=seen`],
  [
    { operation: 'customNotice', keys, text: 'seen', messageType: 'mark' },
    '/chat-123/customNotice',
    `${standard}&message=seen&messageType=mark`,
  ],
  [
    { operation: 'updateData', keys, userData: { conversationId: 'conversation-1' } },
    '/chat-123/updateData',
    `${standard}&userData%5BconversationId%5D=conversation-1`,
  ],
  [{ operation: 'readReceipt', keys, position: 9 }, '/chat-123/readReceipt', `${standard}&transcriptPosition=9`],
  [{ operation: 'fileLimits', keys }, '/chat-123/file/limits', standard],
  [{ operation: 'downloadFile', keys, fileId: 'file-1' }, '/chat-123/file/file-1/download', standard],
  [{ operation: 'deleteFile', keys, fileId: 'file-1' }, '/chat-123/file/file-1/delete', standard],
];

describe('the request of a GMS chat operation', () => {
  for (const [request, path, form] of table) {
    it(`is ${path || 'the start URI'} with ${form || 'an empty form'} for ${request.operation}`, () => {
      expect(encodeAny(request).path).to.equal(path);
      expect(pairs(formOf(request))).to.deep.equal(pairs(form));
    });
  }

  it('is known for every operation', () => {
    const operations: Record<Operation, true> = {
      start: true,
      send: true,
      refresh: true,
      startTyping: true,
      stopTyping: true,
      disconnect: true,
      pushUrl: true,
      updateNickname: true,
      customNotice: true,
      updateData: true,
      readReceipt: true,
      fileLimits: true,
      uploadFile: true,
      downloadFile: true,
      deleteFile: true,
    };
    // An upload is no plain form, and has its own test.
    const tested = new Set<string>(['uploadFile', ...table.map(([{ operation }]) => operation)]);
    expect([...tested].sort()).to.deep.equal(Object.keys(operations).sort());
  });

  it('leaves out keys that the session does not have', () => {
    expect(formOf({ operation: 'disconnect', keys: { chatId: 'c', secureKey: 's' } })).to.equal('secureKey=s');
  });

  it('keeps line breaks, blanks at the ends and signs of any script as they were written', () => {
    const text = '  a\nb\r\nc + d & e=f %20 日本 😀 ';
    const form = formOf({ operation: 'send', keys, text });
    expect(new URLSearchParams(form).get('message')).to.equal(text);
    expect(form).to.contain('message=++a%0Ab%0D%0Ac+%2B+d+%26+e%3Df+%2520+');
  });

  it('replaces half a surrogate pair instead of failing', () => {
    const form = formOf({ operation: 'send', keys, text: 'a\ud83d' });
    expect(new URLSearchParams(form).get('message')).to.equal('a\ufffd');
  });

  for (const [id, segment] of [
    ['a/b', 'a%2Fb'],
    ['a b?c#d', 'a%20b%3Fc%23d'],
    ['../x', '..%2Fx'],
    ['ü', '%C3%BC'],
  ] as const) {
    it(`percent-encodes ${JSON.stringify(id)} as one segment of the path`, () => {
      expect(encodeAny({ operation: 'disconnect', keys: { ...keys, chatId: id } }).path).to.equal(
        `/${segment}/disconnect`,
      );
      expect(encodeAny({ operation: 'deleteFile', keys, fileId: id }).path).to.equal(
        `/chat-123/file/${segment}/delete`,
      );
    });
  }

  for (const id of ['', '.', '..', '\ud800']) {
    it(`does not exist for the id ${JSON.stringify(id)}, which would name another address`, () => {
      expect(() => encodeAny({ operation: 'deleteFile', keys, fileId: id })).to.throw('names nothing');
      expect(() => encodeAny({ operation: 'disconnect', keys: { ...keys, chatId: id } })).to.throw('names nothing');
    });
  }

  describe('uploadFile', () => {
    const file = new Blob(['bytes'], { type: 'text/plain' });

    it('is a multipart form with the file, the standard fields and the user data', async () => {
      const userData = { 'file-description': 'my notes', conversationId: '1' };
      const { path, body } = encodeAny({
        operation: 'uploadFile',
        keys,
        file,
        fileName: 'notes "1".txt',
        userData,
      });
      expect(path).to.equal('/chat-123/file');
      if (!(body instanceof FormData)) throw new Error('no multipart form');
      expect([...body.keys()].sort()).to.deep.equal(
        ['alias', 'file', 'secureKey', 'userData[conversationId]', 'userData[file-description]', 'userId'].sort(),
      );
      expect(body.get('userId')).to.equal('user-123');
      expect(body.get('secureKey')).to.equal('secure-key');
      expect(body.get('alias')).to.equal('117');
      expect(body.get('userData[file-description]')).to.equal('my notes');
      const part = body.get('file');
      if (!(part instanceof File)) throw new Error('no file');
      expect(part.name).to.equal('notes "1".txt');
      expect(part.type).to.equal('text/plain');
      expect(await part.text()).to.equal('bytes');
    });

    it('has no user data when there is none', () => {
      const { body } = encodeAny({ operation: 'uploadFile', keys, file, fileName: 'a.txt' });
      expect([...body.keys()]).to.deep.equal(['userId', 'secureKey', 'alias', 'file']);
    });
  });
});

function formOf(request: ChatRequest | DownloadRequest): string {
  const { body } = encodeAny(request);
  if (!(body instanceof URLSearchParams)) throw new Error('it is no plain form');
  return body.toString();
}

/** The order of a form's fields means nothing. */
function pairs(form: string): string[] {
  return form.split('&').sort();
}
