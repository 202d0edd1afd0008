import { expect } from '@open-wc/testing';
import type { Answer, ChatRequest, DownloadRequest, Failure, Transport } from '../../../src/index.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakePage } from '../../support/fake-page.js';
import { ServiceFixture } from '../../support/service-fixture.js';

const ada = { participantId: 1, nickname: 'Ada', type: 'Client' };
const echo = { participantId: 2, nickname: 'Echo', type: 'Bot' };

/** What a site may bring: its server says again what it is told. */
class EchoTransport implements Transport {
  readonly requests: string[] = [];
  readonly #messages: Answer['messages'][number][] = [];
  isOver = false;

  exchange(request: ChatRequest): Promise<Answer | Failure> {
    this.requests.push(request.operation);
    if (request.operation === 'start') this.#say('ParticipantJoined', ada);
    if (request.operation === 'send') {
      this.#say('Message', ada, request.text);
      this.#say('Message', echo, request.text.toUpperCase());
    }
    if (request.operation === 'disconnect') this.isOver = true;
    const position = request.operation === 'start' ? 1 : 'position' in request ? (request.position ?? 0) : 0;
    return Promise.resolve({
      ok: true,
      statusCode: 0,
      chatId: 'echo-1',
      secureKey: 'key',
      chatEnded: this.isOver,
      nextPosition: this.#messages.length + 1,
      messages: position > 0 ? this.#messages.slice(position - 1) : [],
    });
  }

  download({ fileId }: DownloadRequest): Promise<Blob | Failure> {
    return Promise.resolve(new Blob([fileId]));
  }

  #say(type: string, from: typeof ada, text?: string): void {
    const message = { type, from, index: this.#messages.length + 1, utcTime: 1_700_000_000_000 };
    this.#messages.push({ ...message, original: message, ...(text !== undefined && { text }) });
  }
}

function serviceOver(create: unknown, platform: object = {}): ServiceFixture {
  return new ServiceFixture({ webchat: { transport: { type: 'echo', create } }, platform });
}

async function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'resolved',
    (reason: unknown) => reason,
  );
}

describe("a transport of a site's own", () => {
  it('carries a whole chat', async () => {
    const transport = new EchoTransport();
    const chat = serviceOver(() => transport);
    await chat.command('startChat', { nickname: 'Ada' });
    await chat.command('sendMessage', { message: 'Hello' });
    await chat.until(() => chat.service.stores.messages.get().some(({ text }) => text === 'HELLO'));
    const file = await chat.command('downloadFile', { fileId: 'bytes', save: false });
    expect(await file.text()).to.equal('bytes');
    await chat.command('endChat');
    expect(chat.names).to.include('ended');
    expect(chat.names).not.to.include('error');
    expect(transport.requests).to.include.members(['start', 'send', 'disconnect']);
  });

  it('may be made by and by', async () => {
    const chat = serviceOver(() => Promise.resolve(new EchoTransport()));
    expect(await chat.command('startChat', {})).to.include({ chatId: 'echo-1' });
  });

  it('is used whatever the type', async () => {
    const chat = new ServiceFixture({ webchat: { transport: { create: () => new EchoTransport() } } });
    expect(await chat.command('startChat', {})).to.include({ chatId: 'echo-1' });
  });

  for (const [what, create, why] of [
    ['nothing', () => undefined, 'what it gave is missing'],
    ['an object without download', () => ({ exchange: () => undefined }), 'what it gave.download is missing'],
    [
      'an error',
      () => {
        throw new Error('no licence');
      },
      'it failed: Error: no licence',
    ],
  ] as const) {
    it(`refuses the start by name when the function gives ${what}`, async () => {
      const sentence = `transport.create must give a transport with exchange and download, but ${why}`;
      expect(await reasonOf(serviceOver(create).command('startChat', {}))).to.equal(sentence);
    });
  }

  for (const [what, exchange, told] of [
    ['throws', () => Promise.reject(new Error('socket closed')), { status: 0, message: /socket closed/ }],
    ['gives nothing', () => Promise.resolve(undefined), { status: 0, message: /the answer is missing/ }],
    [
      'gives a message without a time',
      () => Promise.resolve({ ok: true, statusCode: 0, chatEnded: false, messages: [{ type: 'Message' }] }),
      { status: 0, message: /the answer\.messages\.0\.utcTime is missing/ },
    ],
    [
      'says itself what went wrong',
      () => {
        const answer = { status: 503, errors: [], operation: 'start', message: 'closed for lunch' };
        return Promise.resolve({ ok: false, kind: 'unavailable', chatEnded: false, answer });
      },
      { status: 503, message: /closed for lunch/ },
    ],
  ] as const) {
    it(`fails as any other when it ${what}`, async () => {
      const chat = serviceOver(() => ({ exchange, download: exchange }));
      const reason = await reasonOf(chat.command('startChat', {}));
      expect(reason).to.deep.include({ status: told.status, operation: 'start' });
      expect((reason as { message: string }).message).to.match(told.message);
      expect(chat.names).to.include('error');
    });
  }

  it('is asked for news at its own pace', async () => {
    const clock = new FakeClock();
    const transport = Object.assign(new EchoTransport(), { pause: 50 });
    const chat = serviceOver(() => transport, { clock, page: new FakePage() });
    await clock.tick(0);
    await chat.command('startChat', {});
    for (let step = 0; step < 10; step += 1) await clock.tick(50);
    expect(transport.requests.filter((operation) => operation === 'refresh').length).to.be.within(8, 11);
  });

  it('counts as unanswered after ajaxTimeout', async () => {
    const clock = new FakeClock();
    const never = () => new Promise(() => undefined);
    const chat = serviceOver(() => ({ exchange: never, download: never }), { clock, page: new FakePage() });
    await clock.tick(0);
    const starting = reasonOf(chat.command('startChat', {}));
    let reason: unknown;
    void starting.then((given) => {
      reason = given;
    });
    for (let step = 0; step < 100 && reason === undefined; step += 1) await clock.tick(500);
    expect((reason as { message: string }).message).to.equal('unable to start; no answer within 10000 ms');
    expect(clock.liveTimers).to.equal(0);
  });
});
