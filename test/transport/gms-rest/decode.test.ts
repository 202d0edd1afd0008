import { expect } from '@open-wc/testing';
import { decodeAnswer } from '../../../src/transport/gms-rest/decode.js';
import { decodeFacts } from '../../../src/transport/gms-rest/file-job.js';
import type { Answer, Failure } from '../../../src/transport/transport.js';

const joined = {
  from: { nickname: 'First Last', participantId: 1, type: 'Client' },
  index: 1,
  type: 'ParticipantJoined',
  utcTime: 1_432_845_088_000,
};

describe('an answer of a real server', () => {
  it('to a start gives the session keys and the first event', async () => {
    expect(good('start', await recorded('requestchat-doc-sample'))).to.deep.equal({
      ok: true,
      statusCode: 0,
      chatEnded: false,
      chatId: '00048aAPEQJ8000U',
      userId: '007555677B20000A',
      secureKey: '4ee15d7e1c343c8e',
      alias: '117',
      messages: [{ ...joined, original: joined }],
    });
  });

  it('to a send without a position gives the keys and the next position', async () => {
    expect(good('send', await recorded('send-success-recorded'))).to.deep.equal({
      ok: true,
      statusCode: 0,
      chatEnded: false,
      chatId: '0008TaFN3SE300QU',
      userId: '052B5F58EBCF069A',
      secureKey: '00000000000000000001',
      alias: '1323',
      nextPosition: 3,
      messages: [],
    });
  });

  it('to a send after the end is a refusal that tells of the end and gives no ids', async () => {
    expect(bad('send', await recorded('send-failure-249-recorded'))).to.deep.equal({
      ok: false,
      kind: 'refused',
      chatEnded: true,
      answer: {
        status: 200,
        statusCode: 2,
        errors: [{ code: 249, advice: 'Media server was not able to execute request. referenceId[10016629]' }],
        operation: 'send',
        message:
          'unable to send; the server answers 249 Media server was not able to execute request. referenceId[10016629]',
      },
    });
  });

  it('about file limits gives the notice, which has no place in the transcript', async () => {
    const answer = good('fileLimits', await recorded('file-limits-recorded'));
    const [notice] = answer.messages;
    expect(answer).to.not.have.any.keys('chatId', 'userId', 'secureKey', 'alias', 'nextPosition');
    expect(notice).to.not.have.property('index');
    expect(notice).to.include({ type: 'Notice', text: 'file-client-cfg-get', utcTime: 1_554_322_581_000 });
    expect(notice?.from).to.deep.equal({ nickname: 'test', participantId: 1, type: 'Client' });
    expect(notice?.userData).to.deep.equal({
      'download-attempts': '2',
      'upload-max-files': '5',
      'delete-file': 'odd',
      'upload-max-file-size': '10485760',
      'used-download-attempts': '0',
      'used-upload-max-total-size': '0',
      'upload-need-agent': 'false',
      'used-upload-max-files': '0',
      'upload-max-total-size': '99614720',
      'upload-file-types': 'jpeg:jpg:pdf:png:zip',
    });
  });
});

describe('a good answer', () => {
  it('needs no more than its status', () => {
    expect(good('refresh', { statusCode: 0 })).to.deep.equal({
      ok: true,
      statusCode: 0,
      chatEnded: false,
      messages: [],
    });
  });

  it('may have null in place of anything absent', () => {
    const absent = { chatId: null, userId: null, secureKey: null, alias: null, chatEnded: null, userData: null };
    expect(
      good('refresh', { statusCode: 0, ...absent, nextPosition: null, messages: null, errors: null }),
    ).to.deep.equal(good('refresh', { statusCode: 0 }));
    const event = {
      type: 'Notice',
      utcTime: 1,
      from: null,
      text: null,
      messageType: null,
      userData: null,
      index: null,
    };
    const [notice] = good('refresh', { statusCode: 0, messages: [event] }).messages;
    expect(notice).to.deep.equal({ type: 'Notice', utcTime: 1, original: event });
  });

  it('tells of the end of the chat', () => {
    expect(good('refresh', { statusCode: 0, chatEnded: true }).chatEnded).to.equal(true);
    expect(good('send', { statusCode: 0, chatEnded: true }).chatEnded).to.equal(true);
  });

  it('keeps events of unknown types, and what the server sent with them', () => {
    const event = { ...joined, type: 'SentimentChanged', mood: { level: 3 }, eventAttributes: {} };
    const [message] = good('refresh', {
      statusCode: 0,
      monitored: true,
      idleTimerExpire: 5,
      messages: [event],
    }).messages;
    expect(message).to.deep.equal({ ...joined, type: 'SentimentChanged', original: event });
  });

  it('takes text, message type and user data of an event', () => {
    const event = { ...joined, type: 'Message', text: '', messageType: 'text message', userData: { 'file-id': '7' } };
    const [message] = good('refresh', { statusCode: 0, messages: [event] }).messages;
    expect(message).to.deep.equal({ ...event, original: event });
  });

  it('reads numbers and booleans in user data as texts, nested values as JSON, and null as absent', () => {
    const userData = { a: 'x', b: 1, c: true, d: null, e: { f: [1] }, g: '' };
    expect(good('updateData', { statusCode: 0, userData }).userData).to.deep.equal({
      a: 'x',
      b: '1',
      c: 'true',
      e: '{"f":[1]}',
      g: '',
    });
  });

  it('has no prototype changed by what it holds', () => {
    const body = '{"statusCode":0,"__proto__":{"chatEnded":true},"userData":{"__proto__":{"x":"1"},"file-id":"7"}}';
    const answer = decodeAnswer('uploadFile', { status: 200, body });
    expect(answer.ok && answer.chatEnded).to.equal(false);
    expect(answer.ok && answer.userData).to.deep.equal({ 'file-id': '7' });
  });

  it('may come with any 2xx status', () => {
    expect(decodeAnswer('send', { status: 201, body: '{"statusCode":0}' }).ok).to.equal(true);
  });
});

const event = (change: object) => ({ statusCode: 0, messages: [{ ...joined, ...change }] });
const unreadable: [body: unknown, field: string][] = [
  ['', 'not JSON'],
  ['not JSON', 'not JSON'],
  ['<!doctype html><title>Sign in</title>', 'not JSON'],
  ['{"statusCode":0', 'not JSON'],
  [null, 'the answer'],
  [[], 'statusCode'],
  [[{ statusCode: 0 }], 'statusCode'],
  [0, 'the answer'],
  [true, 'the answer'],
  ['"0"', 'the answer'],
  [{}, 'statusCode'],
  [{ statusCode: null }, 'statusCode'],
  [{ statusCode: '0' }, 'statusCode'],
  [{ statusCode: 0.5 }, 'statusCode'],
  [{ statusCode: 0, chatId: 7 }, 'chatId'],
  [{ statusCode: 0, userId: {} }, 'userId'],
  [{ statusCode: 0, secureKey: 4711 }, 'secureKey'],
  [{ statusCode: 0, alias: ['117'] }, 'alias'],
  [{ statusCode: 0, chatEnded: 'false' }, 'chatEnded'],
  [{ statusCode: 0, nextPosition: -1 }, 'nextPosition'],
  [{ statusCode: 0, nextPosition: 1.5 }, 'nextPosition'],
  [{ statusCode: 0, nextPosition: '3' }, 'nextPosition'],
  [{ statusCode: 0, nextPosition: 1e300 }, 'nextPosition'],
  [{ statusCode: 0, userData: 'file-id' }, 'userData'],
  [{ statusCode: 0, userData: ['file-id'] }, 'userData'],
  [{ statusCode: 0, messages: {} }, 'messages'],
  [{ statusCode: 0, messages: 'none' }, 'messages'],
  [{ statusCode: 0, messages: [null] }, 'messages.0'],
  [{ statusCode: 0, messages: ['Message'] }, 'messages.0'],
  [{ statusCode: 0, messages: [joined, []] }, 'messages.1.type'],
  [{ statusCode: 0, messages: [{ utcTime: 1 }] }, 'messages.0.type'],
  [event({ type: 1 }), 'messages.0.type'],
  [event({ index: 0 }), 'messages.0.index'],
  [event({ index: -1 }), 'messages.0.index'],
  [event({ index: 1.5 }), 'messages.0.index'],
  [event({ index: '2' }), 'messages.0.index'],
  [event({ index: 1e300 }), 'messages.0.index'],
  [event({ utcTime: undefined }), 'messages.0.utcTime'],
  [event({ utcTime: null }), 'messages.0.utcTime'],
  [event({ utcTime: '2015-05-28' }), 'messages.0.utcTime'],
  [event({ utcTime: 1e17 }), 'messages.0.utcTime'],
  ['{"statusCode":0,"messages":[{"type":"Notice","utcTime":1e999}]}', 'messages.0.utcTime'],
  [event({ from: undefined }), 'messages.0 has no from'],
  [event({ from: null }), 'messages.0 has no from'],
  [event({ from: 'Ada' }), 'messages.0.from'],
  [event({ from: { ...joined.from, participantId: '1' } }), 'messages.0.from.participantId'],
  [event({ from: { ...joined.from, participantId: 0.5 } }), 'messages.0.from.participantId'],
  [event({ from: { participantId: 1, nickname: 'A' } }), 'messages.0.from.type'],
  [event({ from: { ...joined.from, nickname: 5 } }), 'messages.0.from.nickname'],
  [event({ type: 'Message' }), 'messages.0 has no text'],
  [event({ type: 'Message', text: null }), 'messages.0 has no text'],
  [event({ type: 'Message', text: 5 }), 'messages.0.text'],
  [event({ type: 'TypingStarted', from: null }), 'messages.0 has no from'],
  [event({ messageType: 5 }), 'messages.0.messageType'],
  [event({ userData: 'x' }), 'messages.0.userData'],
];

describe('an answer that is no chat answer', () => {
  for (const [body, field] of unreadable) {
    it(`is unavailable, and ${field} is named, for ${show(body)}`, () => {
      const failed = bad('refresh', body);
      expect(failed).to.include({ kind: 'unavailable', chatEnded: false });
      expect(failed.answer).to.include({ status: 200, operation: 'refresh' });
      expect(failed.answer).to.not.have.property('statusCode');
      expect(failed.answer.message).to.match(/^unable to read the answer to refresh; [^\n]+$/);
      expect(failed.answer.message).to.contain(field);
    });
  }

  it('does not have its values repeated in the sentence, since they may be secrets', () => {
    for (const body of [
      { statusCode: 0, secureKey: 47_110_815 },
      { statusCode: 0, chatEnded: '47110815' },
      event({ index: 47_110_815.5 }),
    ]) {
      expect(bad('refresh', body).answer.message).to.not.contain('47110815');
    }
  });

  it('is an upload that names no file', () => {
    const decode = (userData: unknown): Answer | Failure =>
      decodeFacts('uploadFile', { status: 200, body: JSON.stringify({ statusCode: 0, userData }) });
    for (const userData of [undefined, null, {}, { 'file-id': '' }, { 'file-id': null }, { 'file-name': 'a' }]) {
      const failed = decode(userData);
      expect(failed).to.include({ ok: false, kind: 'unavailable' }).and.to.have.nested.property('answer.status', 200);
      expect(failed).to.have.nested.property('answer.message').that.contains('file-id');
    }
    expect(decode({ 'file-id': 7 })).to.deep.include({ ok: true, userData: { 'file-id': '7' } });
  });
});

describe('an answer with another status than 0', () => {
  for (const [statusCode, kind] of [
    [1, 'unavailable'],
    [2, 'refused'],
    [-1, 'refused'],
    [3, 'refused'],
    [500, 'refused'],
  ] as const) {
    it(`is ${kind} for ${String(statusCode)}, and gives no ids`, () => {
      const failed = bad('send', {
        statusCode,
        chatId: 'c',
        secureKey: 's',
        userId: 'u',
        alias: 'a',
        messages: 'junk',
      });
      expect(failed).to.deep.equal({
        ok: false,
        kind,
        chatEnded: false,
        answer: {
          status: 200,
          statusCode,
          errors: [],
          operation: 'send',
          message: `unable to send; the server answers ${String(statusCode)}`,
        },
      });
    });
  }

  for (const operation of ['start', 'send', 'refresh', 'startTyping', 'disconnect', 'uploadFile', 'readReceipt']) {
    it(`passes on to ${operation} that the chat has ended`, () => {
      expect(bad(operation, { statusCode: 2, chatEnded: true }).chatEnded).to.equal(true);
      expect(bad(operation, { statusCode: 1, chatEnded: true }).chatEnded).to.equal(true);
      expect(bad(operation, { statusCode: 2, chatEnded: false }).chatEnded).to.equal(false);
    });
  }

  it('passes on the errors', () => {
    const errors = [{ code: 204, message: 'too long' }, { code: 100, advice: null, message: null }, { code: 161 }];
    const { answer } = bad('send', { statusCode: 2, errors });
    expect(answer.errors).to.deep.equal([{ code: 204, message: 'too long' }, { code: 100 }, { code: 161 }]);
    expect(answer.message).to.equal('unable to send; the server answers 204 too long, 100, 161');
  });

  it('stays a refusal, with its end, when the rest of it cannot be read', () => {
    for (const errors of ['junk', {}, [null], [5], [{}], [{ advice: 'x' }], [{ code: {} }]]) {
      const failed = bad('refresh', { statusCode: 2, chatEnded: true, errors });
      expect(failed, show(errors)).to.include({ kind: 'refused', chatEnded: true });
      expect(failed.answer.errors, show(errors)).to.deep.equal([]);
    }
    expect(bad('refresh', { statusCode: 2, chatEnded: 'maybe' })).to.include({ kind: 'refused', chatEnded: false });
  });

  it('keeps the errors that can be read, also where the code is a text', () => {
    const errors = [null, { code: '249', advice: 'gone' }, { code: 'x' }, { code: 102, advice: 5 }];
    expect(bad('send', { statusCode: 2, errors }).answer.errors).to.deep.equal([
      { code: 249, advice: 'gone' },
      { code: 102 },
    ]);
  });

  it('passes on how long to wait', () => {
    const failed = decodeAnswer('refresh', { status: 200, body: '{"statusCode":1}', retryAfter: 3000 });
    expect(failed).to.include({ kind: 'unavailable', retryAfter: 3000 });
  });
});

describe('an answer with an HTTP status that is not 2xx', () => {
  const operations = [
    'start',
    'send',
    'refresh',
    'startTyping',
    'disconnect',
    'fileLimits',
    'uploadFile',
    'downloadFile',
  ];
  const statuses: [status: number, kind: string, isLost: boolean][] = [
    [304, 'refused', false],
    [400, 'refused', true],
    [401, 'refused', true],
    [403, 'refused', true],
    [404, 'refused', true],
    [405, 'refused', false],
    [406, 'refused', false],
    [408, 'unavailable', false],
    [410, 'refused', true],
    [413, 'refused', false],
    [425, 'unavailable', false],
    [429, 'unavailable', false],
    [500, 'unavailable', false],
    [502, 'unavailable', false],
    [503, 'unavailable', false],
    [504, 'unavailable', false],
  ];
  for (const [status, kind, isLost] of statuses) {
    it(`is ${kind} for ${String(status)}${isLost ? ', and the end of the chat on a refresh alone' : ''}`, () => {
      for (const operation of operations) {
        const failed = decodeAnswer(operation, { status, body: '<h1>Something went wrong</h1>' });
        expect(failed, operation).to.deep.equal({
          ok: false,
          kind,
          chatEnded: isLost && operation === 'refresh',
          answer: { status, errors: [], operation, message: `unable to ${operation}; HTTP ${String(status)}` },
        });
      }
    });
  }

  it('tells what its body tells', () => {
    const errors = [{ code: 240, advice: 'later' }];
    const failed = bad('send', { statusCode: 2, chatEnded: true, errors }, 503);
    expect(failed).to.include({ kind: 'unavailable', chatEnded: true });
    expect(failed.answer).to.deep.include({ status: 503, statusCode: 2, errors });
  });

  it('tells the errors and the end also when its body has no statusCode', () => {
    const failed = bad('send', { chatEnded: true, errors: [{ code: 401 }] }, 401);
    expect(failed).to.include({ kind: 'refused', chatEnded: true });
    expect(failed.answer.errors).to.deep.equal([{ code: 401 }]);
    expect(failed.answer).to.not.have.property('statusCode');
  });

  it('is no good answer even when its body is', () => {
    expect(bad('send', { statusCode: 0 }, 500).kind).to.equal('unavailable');
    expect(bad('send', { statusCode: 0 }, 404).kind).to.equal('refused');
  });

  it('passes on how long to wait', () => {
    expect(decodeAnswer('refresh', { status: 503, body: '', retryAfter: 0 })).to.include({ retryAfter: 0 });
    expect(decodeAnswer('refresh', { status: 503, body: '' })).to.not.have.property('retryAfter');
  });
});

describe('hostile answers', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const values = [
    '{"toString":1,"valueOf":1}',
    '{"toString":null,"valueOf":null}',
    '{"toJSON":1}',
    '{"__proto__":null}',
    '{"constructor":1,"hasOwnProperty":1}',
    '{"length":1e9}',
    '[[[[]]]]',
    deep,
    `{"a":${deep}}`,
    '1e999',
    '-1e999',
    '-0',
    '1e-400',
    '9007199254740993',
    '"\\u0000"',
    '"\\ud800"',
    '"constructor"',
    '"__proto__"',
    '""',
    'true',
    'null',
    '[]',
    '{}',
    '[null]',
    '[{}]',
  ];
  const templates = [
    '%',
    '{"statusCode":%}',
    '{"statusCode":2,"errors":%}',
    '{"statusCode":2,"errors":[%]}',
    '{"statusCode":2,"errors":[{"code":%,"advice":%,"message":%}],"chatEnded":%}',
    '{"statusCode":0,"userData":%}',
    '{"statusCode":0,"userData":{"file-id":%}}',
    '{"statusCode":0,"messages":%}',
    '{"statusCode":0,"messages":[%]}',
    '{"statusCode":0,"messages":[{"type":%,"utcTime":1}]}',
    '{"statusCode":0,"messages":[{"type":"Notice","utcTime":%}]}',
    '{"statusCode":0,"messages":[{"type":"Notice","utcTime":1,"from":%}]}',
    '{"statusCode":0,"messages":[{"type":"Notice","utcTime":1,"userData":%}]}',
    '{"statusCode":0,"messages":[{"type":"Notice","utcTime":1,"userData":{"a":%}}]}',
    '{"statusCode":0,"messages":[{"type":"Notice","utcTime":1,"index":%}]}',
    '{"statusCode":0,"nextPosition":%}',
    '{"statusCode":0,"chatId":%,"secureKey":%,"alias":%,"userId":%,"chatEnded":%}',
    '{"__proto__":%,"constructor":%,"statusCode":0}',
  ];
  for (const template of templates) {
    it(`never make the decoder throw: ${template}`, () => {
      for (const value of values) {
        for (const status of [200, 404, 503]) {
          for (const operation of ['refresh', 'uploadFile']) {
            const answer = decodeAnswer(operation, { status, body: template.replaceAll('%', value) });
            if (!answer.ok) {
              expect(answer.answer.message).to.be.a('string');
              continue;
            }
            for (const { utcTime, index = 1 } of answer.messages) {
              expect(new Date(utcTime).getTime()).to.not.be.NaN;
              expect(Number.isSafeInteger(index)).to.equal(true);
            }
          }
        }
      }
    });
  }
});

async function recorded(name: string): Promise<string> {
  const response = await fetch(new URL(`../../fixtures/gms-v2/${name}.json`, import.meta.url));
  return response.text();
}

function decode(operation: string, body: unknown, status = 200): Answer | Failure {
  return decodeAnswer(operation, { status, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

function good(operation: string, body: unknown): Answer {
  const answer = decode(operation, body);
  if (!answer.ok) throw new Error(answer.answer.message);
  return answer;
}

function bad(operation: string, body: unknown, status?: number): Failure {
  const answer = decode(operation, body, status);
  if (answer.ok) throw new Error('it is a good answer');
  return answer;
}

function show(body: unknown): string {
  return (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 90) || 'nothing';
}
