import { expect } from '@open-wc/testing';
import { GmsRestTransport } from '../../../src/transport/gms-rest/gms-rest-transport.js';
import type { ChatRequest, SessionRequest } from '../../../src/transport/transport.js';
import { until } from '../../support/frame-tab.js';
import { bad, GmsHarness, good } from './gms-harness.js';

interface Chat {
  state: string;
  nickname: string;
  userData: Record<string, string>;
  participants: { nickname: string; typing: boolean; typingText: string; readPosition: number }[];
}

const start: ChatRequest = { operation: 'start', nickname: 'Ada', userData: {} };

describe('a chat over the GMS REST transport', () => {
  const gms = new GmsHarness('transport-chat');

  afterEach(() => {
    expect(gms.clock.timers.size, 'timers left').to.equal(0);
  });

  it('starts with the form, the first message and the user data', async () => {
    const answer = good(
      await gms.transport.exchange({
        operation: 'start',
        firstName: 'Ada',
        lastName: 'Lovelace',
        emailAddress: 'ada@example.org',
        subject: 'Engines',
        text: 'Hello',
        userData: { TimeZone: '60' },
      }),
    );
    expect(answer.secureKey).to.match(/^[0-9a-f]{16}$/);
    expect(answer.chatEnded).to.equal(false);
    expect(answer.nextPosition).to.equal(3);
    expect(answer.messages.map(({ type, index, text }) => ({ type, index, text }))).to.deep.equal([
      { type: 'ParticipantJoined', index: 1, text: undefined },
      { type: 'Message', index: 2, text: 'Hello' },
    ]);
    const chat = await gms.control<Chat>('GET', `chats/${answer.chatId ?? ''}`);
    expect(chat).to.deep.include({ nickname: 'Ada Lovelace', subject: 'Engines', emailAddress: 'ada@example.org' });
    expect(chat.userData).to.deep.equal({ TimeZone: '60' });
  });

  it('sends messages as they were written, and reads the transcript from any position', async () => {
    const keys = await gms.start();
    const text = ' a\n日本 + & = % 😀 ';
    const sent = good(
      await gms.transport.exchange({ operation: 'send', keys, text, messageType: 'text', position: 2 }),
    );
    expect(sent.messages.map((message) => [message.index, message.text, message.messageType])).to.deep.equal([
      [2, text, 'text'],
    ]);
    expect(good(await gms.transport.exchange({ operation: 'send', keys, text: 'b' })).messages).to.deep.equal([]);
    const from = async (position: number) =>
      good(await gms.transport.exchange({ operation: 'refresh', keys, position })).messages.map(({ index }) => index);
    expect(await from(1)).to.deep.equal([1, 2, 3]);
    expect(await from(3)).to.deep.equal([3]);
    expect(await from(4)).to.deep.equal([]);
    expect(await from(0)).to.deep.equal([]);
  });

  it('reads what an agent says and does', async () => {
    const keys = await gms.start();
    const { participantId } = await gms.control<{ participantId: number }>(
      'POST',
      `chats/${keys.chatId}/participants`,
      { nickname: 'Ann' },
    );
    const agent = `chats/${keys.chatId}/participants/${String(participantId)}`;
    await gms.control('POST', `${agent}/typing`, { typing: true });
    await gms.control('POST', `${agent}/messages`, { text: 'Hi' });
    await gms.control('POST', `${agent}/notice`, { text: 'IDLE_CONTROL_ALERT', type: 'Notice' });
    const events = (await gms.transcript(keys)).filter(({ from }) => from?.participantId === participantId);
    expect(events.map(({ type }) => type)).to.deep.equal(['ParticipantJoined', 'TypingStarted', 'Message', 'Notice']);
    expect(events.every(({ from }) => from?.nickname === 'Ann' && from.type === 'Agent')).to.equal(true);
  });

  it('tells what is being typed, and when it stopped', async () => {
    const keys = await gms.start();
    const visitor = async () => (await gms.control<Chat>('GET', `chats/${keys.chatId}`)).participants[0];
    good(await gms.transport.exchange({ operation: 'startTyping', keys, text: 'Hel' }));
    expect(await visitor()).to.include({ typing: true, typingText: 'Hel' });
    good(await gms.transport.exchange({ operation: 'stopTyping', keys }));
    expect(await visitor()).to.include({ typing: false, typingText: '' });
  });

  it('changes the nickname, pushes an address, leaves a notice and attaches data', async () => {
    const keys = await gms.start();
    const requests: SessionRequest[] = [
      { operation: 'updateNickname', keys, nickname: 'Countess' },
      { operation: 'pushUrl', keys, url: 'https://shop.example/?a=1' },
      { operation: 'customNotice', keys, text: 'seen', messageType: 'mark' },
      { operation: 'updateData', keys, userData: { 'order[1]': 'a b' } },
    ];
    for (const request of requests) good(await gms.transport.exchange(request));
    const [, ...events] = await gms.transcript(keys);
    expect(events.map(({ type, text, messageType }) => [type, text, messageType])).to.deep.equal([
      ['NicknameUpdated', undefined, undefined],
      ['PushUrl', 'https://shop.example/?a=1', undefined],
      ['CustomNotice', 'seen', 'mark'],
    ]);
    expect(events[0]?.from?.nickname).to.equal('Countess');
    expect((await gms.control<Chat>('GET', `chats/${keys.chatId}`)).userData).to.deep.equal({ 'order[1]': 'a b' });
  });

  it('tells what was read', async () => {
    const keys = await gms.start();
    good(await gms.transport.exchange({ operation: 'readReceipt', keys, position: 1 }));
    expect((await gms.control<Chat>('GET', `chats/${keys.chatId}`)).participants[0]?.readPosition).to.equal(1);
  });

  it('asks for limits, uploads, downloads the same bytes, and deletes', async () => {
    const keys = await gms.start();
    const [limits] = good(await gms.transport.exchange({ operation: 'fileLimits', keys })).messages;
    expect(limits).to.include({ type: 'Notice', text: 'file-client-cfg-get' });
    expect(limits?.userData).to.include({ 'used-upload-max-files': '0' });

    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256);
    const uploaded = good(
      await gms.transport.exchange({
        operation: 'uploadFile',
        keys,
        file: new Blob([bytes], { type: 'image/png' }),
        fileName: 'Zoë 日本.png',
        userData: { 'file-description': 'my picture' },
      }),
    );
    const fileId = uploaded.userData?.['file-id'] ?? '';
    const [, event] = await gms.transcript(keys);
    expect(event?.type).to.equal('FileUploaded');
    expect(event?.userData).to.include({
      'file-id': fileId,
      'file-name': 'Zoë 日本.png',
      'file-description': 'my picture',
    });

    const blob = await gms.transport.download({ operation: 'downloadFile', keys, fileId });
    if (!(blob instanceof Blob)) throw new Error(blob.answer.message);
    expect(blob.type).to.equal('image/png');
    expect(new Uint8Array(await blob.arrayBuffer())).to.deep.equal(bytes);

    good(await gms.transport.exchange({ operation: 'deleteFile', keys, fileId }));
    expect((await gms.transcript(keys)).map(({ type }) => type)).to.include('FileDeleted');
    const gone = bad(await gms.transport.download({ operation: 'downloadFile', keys, fileId }));
    expect(gone).to.include({ kind: 'refused', chatEnded: false });
    expect(gone.answer).to.include({ status: 404, operation: 'downloadFile' });
    expect(gone.answer.errors[0]?.code).to.equal(404);
  });

  it('downloads a file of JSON that an agent sent, whatever it holds', async () => {
    const keys = await gms.start();
    const { participantId } = await gms.control<{ participantId: number }>(
      'POST',
      `chats/${keys.chatId}/participants`,
      { nickname: 'Ann' },
    );
    for (const text of ['{"name":"Ada"}', '[]', '{"statusCode":0}', 'not even JSON']) {
      const { fileId } = await gms.control<{ fileId: string }>(
        'POST',
        `chats/${keys.chatId}/participants/${String(participantId)}/files`,
        { name: 'data.json', type: 'application/json', base64: btoa(text) },
      );
      const blob = await gms.transport.download({ operation: 'downloadFile', keys, fileId });
      expect(blob instanceof Blob && (await blob.text())).to.equal(text);
    }
  });

  it('is told why a file is refused', async () => {
    const keys = await gms.start();
    const file = new Blob(['MZ']);
    const refused = bad(await gms.transport.exchange({ operation: 'uploadFile', keys, file, fileName: 'a.exe' }));
    expect(refused).to.include({ kind: 'refused', chatEnded: false });
    expect(refused.answer.errors[0]?.code).to.equal(203);
  });

  it('ends, and then refuses what comes late with the news of its end', async () => {
    const keys = await gms.start();
    expect(good(await gms.transport.exchange({ operation: 'disconnect', keys })).chatEnded).to.equal(true);
    expect(bad(await gms.transport.exchange({ operation: 'send', keys, text: 'late' }))).to.include({
      kind: 'refused',
      chatEnded: true,
    });
  });

  it('is lost for a refresh with wrong keys, and merely refused for anything else', async () => {
    const keys = { ...(await gms.start()), secureKey: 'wrong' };
    const refresh = bad(await gms.transport.exchange({ operation: 'refresh', keys, position: 1 }));
    expect(refresh).to.include({ kind: 'refused', chatEnded: true });
    expect(refresh.answer.status).to.equal(401);
    expect(bad(await gms.transport.exchange({ operation: 'send', keys, text: 'a' }))).to.include({
      kind: 'refused',
      chatEnded: false,
    });
    const unknown = { chatId: 'a/b?c', secureKey: 'x' };
    const lost = bad(await gms.transport.exchange({ operation: 'refresh', keys: unknown, position: 1 }));
    expect(lost).to.include({ kind: 'refused', chatEnded: true });
    expect(lost.answer.status).to.equal(404);
  });
});

describe('a fault on the way', () => {
  it('is unreachable when the connection breaks', async () => {
    const gms = new GmsHarness('transport-offline');
    await gms.faults({ offline: true });
    const failed = bad(await gms.transport.exchange(start));
    expect(failed).to.include({ kind: 'unreachable', chatEnded: false });
    expect(failed.answer).to.deep.include({ status: 0, errors: [], operation: 'start' });
    expect(failed.answer).to.not.have.property('statusCode');
    expect(gms.clock.timers.size).to.equal(0);
  });

  it('is unreachable when no answer comes in time', async () => {
    const gms = new GmsHarness('transport-lost', { timeout: 80 });
    await gms.faults({ lostAnswerRate: 1 });
    const failed = bad(await gms.transport.exchange(start));
    expect(failed.kind).to.equal('unreachable');
    expect(failed.answer.message).to.equal('unable to start; no answer within 80 ms');
    expect(gms.clock.delays).to.deep.equal([80]);
    expect(gms.clock.timers.size).to.equal(0);
    // The request was carried out all the same.
    expect(await gms.control<Chat[]>('GET', 'chats')).to.have.length(1);
  });

  for (const [statusCode, kind, status] of [
    [503, 'unavailable', 503],
    [429, 'unavailable', 429],
    [500, 'unavailable', 500],
    [400, 'refused', 400],
    [1, 'unavailable', 200],
    [2, 'refused', 200],
    [200, 'unavailable', 200],
  ] as const) {
    it(`is ${kind} when the server answers ${String(statusCode)}`, async () => {
      const gms = new GmsHarness(`transport-status-${String(statusCode)}`);
      await gms.faults({ statusCode });
      const failed = bad(await gms.transport.exchange(start));
      expect(failed.kind).to.equal(kind);
      expect(failed.answer.status).to.equal(status);
      expect(failed.retryAfter).to.equal(statusCode === 503 || statusCode === 429 ? 1000 : undefined);
      const download = await gms.transport.download({
        operation: 'downloadFile',
        keys: { chatId: 'c', secureKey: 's' },
        fileId: 'f',
      });
      // A page in place of a file cannot be told from a file that is a page.
      if (statusCode !== 200) expect(bad(download).kind).to.equal(kind);
    });
  }
});

describe('a request that is given up', () => {
  it('is aborted, and its timer cleared', async () => {
    const gms = new GmsHarness('transport-abort');
    await gms.faults({ lostAnswerRate: 1 });
    const controller = new AbortController();
    const answer = gms.transport.exchange(start, controller.signal);
    expect(gms.clock.timers.size).to.equal(1);
    controller.abort();
    const failed = bad(await answer);
    expect(failed).to.include({ kind: 'aborted', chatEnded: false });
    expect(failed.answer.status).to.equal(0);
    expect(gms.clock.timers.size).to.equal(0);
  });

  it('is aborted in the middle of a download', async () => {
    const gms = new GmsHarness('transport-abort-download');
    const keys = await gms.start();
    await gms.faults({ lostAnswerRate: 1 });
    const controller = new AbortController();
    const before = gms.sent.length;
    const answer = gms.transport.download({ operation: 'downloadFile', keys, fileId: 'f' }, controller.signal);
    await until(() => gms.sent.length > before);
    controller.abort();
    expect(bad(await answer).kind).to.equal('aborted');
  });

  it('goes through a fetch that is a method of its host', async () => {
    const host = {
      clock: new GmsHarness('none').clock,
      body: { statusCode: 0 },
      fetch() {
        return Promise.resolve(Response.json(this.body));
      },
    };
    const transport = new GmsRestTransport({ url: 'https://host.example/chat', timeout: 5000 }, host);
    expect(good(await transport.exchange(start)).statusCode).to.equal(0);
  });

  it('is never sent when it was given up before', async () => {
    const gms = new GmsHarness('transport-aborted-before');
    expect(bad(await gms.transport.exchange(start, AbortSignal.abort())).kind).to.equal('aborted');
    expect(gms.sent).to.deep.equal([]);
    expect(gms.clock.timers.size).to.equal(0);
  });

  it('leaves no listener on the signal, whichever way it ended', async () => {
    const gms = new GmsHarness('transport-listeners');
    const { signal } = new AbortController();
    let listeners = 0;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (type: string, listener: EventListener) => {
      listeners += 1;
      add(type, listener);
    };
    signal.removeEventListener = (type: string, listener: EventListener) => {
      listeners -= 1;
      remove(type, listener);
    };
    await gms.transport.exchange(start, signal);
    await gms.faults({ offline: true });
    await gms.transport.exchange(start, signal);
    expect(listeners).to.equal(0);
  });
});

describe('an answer that is never complete', () => {
  const endless = () => Promise.resolve(new Response(new ReadableStream(), { status: 200 }));

  for (const [status, what] of [
    [200, 'good'],
    [503, 'bad'],
  ] as const) {
    it(`is unreachable after the time-out though its status was ${what}`, async () => {
      const gms = GmsHarness.answering(() => Promise.resolve(new Response(new ReadableStream(), { status })), {
        timeout: 20,
      });
      expect(bad(await gms.transport.exchange(start)).kind).to.equal('unreachable');
      expect(gms.clock.timers.size).to.equal(0);
    });
  }

  it('can be given up', async () => {
    const gms = GmsHarness.answering(endless);
    const controller = new AbortController();
    const answer = gms.transport.download(
      { operation: 'downloadFile', keys: { chatId: 'c', secureKey: 's' }, fileId: 'f' },
      controller.signal,
    );
    await until(() => gms.sent.length > 0);
    controller.abort();
    expect(bad(await answer).kind).to.equal('aborted');
  });

  it('does not bound file transfers, which last as long as the line needs', async () => {
    const gms = GmsHarness.answering(() => Promise.resolve(Response.json({ statusCode: 2 })));
    const keys = { chatId: 'c', secureKey: 's' };
    await gms.transport.exchange({ operation: 'uploadFile', keys, file: new Blob(), fileName: 'a' });
    await gms.transport.download({ operation: 'downloadFile', keys, fileId: 'f' });
    expect(gms.clock.delays).to.deep.equal([]);
    await gms.transport.exchange({ operation: 'fileLimits', keys });
    expect(gms.clock.delays).to.deep.equal([5000]);
  });

  it('is unreachable when fetch itself throws', async () => {
    const gms = GmsHarness.answering(() => {
      throw new TypeError('no network');
    });
    const failed = bad(await gms.transport.exchange(start));
    expect(failed.kind).to.equal('unreachable');
    expect(failed.answer.message).to.equal('unable to start; TypeError: no network');
    expect(gms.clock.timers.size).to.equal(0);
  });
});

describe('the head of a request', () => {
  async function sent(options: ConstructorParameters<typeof GmsHarness>[1], request: ChatRequest = start) {
    const gms = new GmsHarness('transport-head', options);
    await gms.transport.exchange(request);
    const [first] = gms.sent;
    if (!first) throw new Error('nothing was sent');
    return first;
  }

  it('is a POST that no cache answers, with no headers but the wanted type', async () => {
    const { init, headers } = await sent({});
    expect(init).to.include({ method: 'POST', cache: 'no-store', credentials: 'same-origin' });
    expect([...headers]).to.deep.equal([['accept', 'application/json']]);
  });

  it('asks for no type of a download', async () => {
    const gms = new GmsHarness('transport-head');
    const keys = await gms.start();
    await gms.transport.download({ operation: 'downloadFile', keys, fileId: 'f' });
    expect([...(gms.sent[1]?.headers ?? [])]).to.deep.equal([]);
  });

  it('sends cookies to other origins only when told to', async () => {
    expect((await sent({ withCredentials: true })).init.credentials).to.equal('include');
    expect((await sent({ withCredentials: false })).init.credentials).to.equal('same-origin');
  });

  it('carries the apikey and the site’s headers, which win whatever the case of their names', async () => {
    const { headers } = await sent({ apikey: 'k', headers: { 'X-Tenant': '7', accept: 'text/json' } });
    expect([...headers]).to.deep.equal([
      ['accept', 'text/json'],
      ['apikey', 'k'],
      ['x-tenant', '7'],
    ]);
    expect((await sent({ apikey: 'k', headers: { ApiKey: 'other' } })).headers.get('apikey')).to.equal('other');
  });

  it('takes no type for the body, which would break uploads', async () => {
    const gms = new GmsHarness('transport-head', { headers: { 'content-type': 'application/json' } });
    const keys = await gms.start();
    const file = new Blob(['a'], { type: 'text/plain' });
    const uploaded = await gms.transport.exchange({ operation: 'uploadFile', keys, file, fileName: 'a.txt' });
    expect(good(uploaded).userData).to.have.property('file-id');
  });

  it('is refused at once, not tried for ever, when the headers cannot be sent', async () => {
    for (const headers of [{ 'bad name': 'x' }, { 'x-name': 'line\nbreak' }, { 'x-name': '日本' }]) {
      const gms = new GmsHarness('transport-head', { headers });
      expect(bad(await gms.transport.exchange(start)).kind).to.equal('refused');
      expect(gms.sent).to.deep.equal([]);
      expect(gms.clock.timers.size).to.equal(0);
    }
  });

  it('is refused at once when an id would lead to another address', async () => {
    const gms = new GmsHarness('transport-head');
    const keys = { chatId: '..', secureKey: 's' };
    expect(bad(await gms.transport.exchange({ operation: 'refresh', keys, position: 1 }))).to.include({
      kind: 'refused',
      chatEnded: false,
    });
    expect(gms.sent).to.deep.equal([]);
  });

  const base = `${location.origin}/servers/transport-head/genesys/2/chat/customer-support`;
  for (const [suffix, query] of [
    ['', ''],
    ['/', ''],
    ['//', ''],
    ['?tenant=7&x=a?b', '?tenant=7&x=a?b'],
    ['/?tenant=7', '?tenant=7'],
    ['#top', ''],
    ['?tenant=7#top', '?tenant=7'],
  ] as const) {
    it(`goes below the service’s address when that ends with ${JSON.stringify(suffix)}`, async () => {
      const gms = new GmsHarness('transport-head', { url: `${base}${suffix}` });
      const keys = await gms.start();
      good(await gms.transport.exchange({ operation: 'refresh', keys, position: 1 }));
      expect(gms.sent.map(({ url }) => url)).to.deep.equal([
        `${base}${query}`,
        `${base}/${keys.chatId}/refresh${query}`,
      ]);
    });
  }

  it('goes to an address relative to the page', async () => {
    const gms = new GmsHarness('transport-head', { url: new URL(base).pathname });
    expect((await gms.start()).chatId).to.not.equal('');
  });
});

describe('the wish to be asked later', () => {
  for (const [header, milliseconds] of [
    ['0', 0],
    ['2', 2000],
    ['1.5', 1500],
    ['-5', 0],
    // The clock of these tests stands at 14 November 2023, 22:13:20.
    ['Tue, 14 Nov 2023 22:13:30 GMT', 10_000],
    ['Tue, 14 Nov 2023 22:00:00 GMT', 0],
    ['Fri, 14 Nov 2098 22:00:00 GMT', 86_400_000],
    ['99999999999', 86_400_000],
    ['Infinity', 86_400_000],
    ['soon', undefined],
    ['', undefined],
  ] as const) {
    it(`is ${milliseconds === undefined ? 'none' : `${String(milliseconds)} ms`} for ${JSON.stringify(header)}`, async () => {
      const gms = GmsHarness.answering(() =>
        Promise.resolve(new Response('', { status: 503, headers: { 'Retry-After': header } })),
      );
      expect(bad(await gms.transport.exchange(start)).retryAfter).to.equal(milliseconds);
    });
  }

  it('is heard in an answer with HTTP 200 too', async () => {
    const gms = GmsHarness.answering(() =>
      Promise.resolve(Response.json({ statusCode: 1 }, { headers: { 'Retry-After': '2' } })),
    );
    expect(bad(await gms.transport.exchange(start)).retryAfter).to.equal(2000);
  });
});

describe('a download answered with JSON', () => {
  const download = (body: string, type = 'application/json') =>
    GmsHarness.answering(() =>
      Promise.resolve(new Response(body, { headers: { 'Content-Type': type } })),
    ).transport.download({
      operation: 'downloadFile',
      keys: { chatId: 'c', secureKey: 's' },
      fileId: 'f',
    });

  it('is a refusal when it has the status of one', async () => {
    const failed = bad(await download('{"statusCode":2,"chatEnded":true,"errors":[{"code":249}]}'));
    expect(failed).to.include({ kind: 'refused', chatEnded: true });
    expect(failed.answer.errors).to.deep.equal([{ code: 249 }]);
    expect(bad(await download('{"statusCode":1}', 'Application/JSON; charset=utf-8')).kind).to.equal('unavailable');
  });

  it('is the file else', async () => {
    const blob = await download('{"a":1}');
    expect(blob instanceof Blob && (await blob.text())).to.equal('{"a":1}');
  });
});
