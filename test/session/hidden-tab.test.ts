import { expect } from '@open-wc/testing';
import { systemPlatform } from '../../src/platform/platform.js';
import type { SteadyClock } from '../../src/platform/steady-clock.js';
import { Poller } from '../../src/session/poller.js';
import { settled } from '../bus/harness.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';
import { serviceWithServer } from '../support/service-fixture.js';

const intervals = { live: 3_000, idle: 5_000, hidden: 15_000 };
const answer = { ok: true, statusCode: 0, chatEnded: false, messages: [] } as const;

/** A steady clock of the test's own, which comes when the test lets it. */
class FakeSteadyClock extends FakeClock implements SteadyClock {
  rests = 0;

  rest(): void {
    this.rests += 1;
  }
}

/** A poller whose clock browsers slow down when nobody sees the page, and the steady ones it asked for. */
function pollingPage() {
  const [clock, page] = [new FakeClock(), new FakePage()];
  const asked: { readonly clock: FakeSteadyClock; readonly come: () => void; readonly fail: () => void }[] = [];
  let polls = 0;
  const poller = new Poller(
    {
      platform: { clock, page, random: () => 0.5 },
      intervals: () => intervals,
      emit: () => undefined,
      createSteadyClock: () =>
        new Promise((resolve, reject) => {
          const steady = new FakeSteadyClock();
          asked.push({
            clock: steady,
            come: () => {
              resolve(steady);
            },
            fail: () => {
              reject(new TypeError('Failed to fetch dynamically imported module'));
            },
          });
        }),
    },
    () => {
      polls += 1;
      return Promise.resolve(answer);
    },
  );
  poller.resume();
  poller.start();
  return { clock, page, poller, asked, polls: () => polls };
}

describe('the poller of a hidden tab', () => {
  it('goes by a steady clock, every 15 s, and by that also when the page is shown again', async () => {
    const { clock, page, poller, asked, polls } = pollingPage();
    await clock.tick(5_000);
    expect([polls(), asked.length]).to.deep.equal([1, 0]);
    page.hide();
    asked[0]?.come();
    await settled();
    expect(clock.liveTimers).to.equal(0);
    await asked[0]?.clock.tick(14_999);
    expect(polls()).to.equal(1);
    await asked[0]?.clock.tick(1);
    expect(polls()).to.equal(2);
    // The page and its steady clock tell one time.
    await clock.tick(15_000);
    await asked[0]?.clock.tick(15_000);
    expect(polls()).to.equal(3);

    page.show();
    await asked[0]?.clock.tick(0);
    expect(polls()).to.equal(4);
    await clock.tick(5_000);
    await asked[0]?.clock.tick(5_000);
    expect([polls(), asked.length]).to.deep.equal([5, 1]);
    poller.dispose();
    expect([clock.liveTimers, asked[0]?.clock.liveTimers]).to.deep.equal([0, 0]);
  });

  it('goes by its own until the steady clock has come, and when it never comes', async () => {
    const { clock, page, poller, asked, polls } = pollingPage();
    page.hide();
    await clock.tick(15_000);
    expect(polls()).to.equal(1);
    asked[0]?.fail();
    await clock.tick(15_000);
    expect(polls()).to.equal(2);
    poller.dispose();
  });

  it('asks for the steady clock again where it did not come, and takes the first that does', async () => {
    const { clock, page, poller, asked, polls } = pollingPage();
    page.hide();
    asked[0]?.fail();
    await clock.tick(15_000);
    page.show();
    page.hide();
    expect(asked.length).to.equal(3);
    asked[1]?.come();
    asked[2]?.come();
    await settled();
    expect(asked.map((each) => each.clock.liveTimers)).to.deep.equal([0, 1, 0]);
    await asked[1]?.clock.tick(15_000);
    expect([polls(), clock.liveTimers]).to.deep.equal([2, 0]);
    poller.dispose();
  });

  it('lets the steady clock rest when it is suspended or disposed of', async () => {
    const { page, poller, asked } = pollingPage();
    page.hide();
    asked[0]?.come();
    await settled();
    poller.suspend();
    expect(asked[0]?.clock.rests).to.equal(1);
    poller.resume();
    expect([asked.length, asked[0]?.clock.liveTimers]).to.deep.equal([1, 1]);
    poller.dispose();
    expect([asked[0]?.clock.rests, asked[0]?.clock.liveTimers]).to.deep.equal([2, 0]);
  });
});

describe('a chat in a hidden tab', () => {
  const RealWorker = globalThis.Worker;

  afterEach(() => {
    globalThis.Worker = RealWorker;
  });

  /** A chat in a page that was shown when it started; and how often the server was asked for news. */
  async function chatting() {
    const page = new FakePage();
    let polls = 0;
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (new URL(input instanceof Request ? input.url : input).pathname.endsWith('/refresh')) polls += 1;
      return systemPlatform.fetch(input, init);
    };
    const polling = { live: 40_000, idle: 40_000, hidden: 15 };
    const chat = serviceWithServer({ webchat: { polling }, platform: { page, fetch } });
    await chat.command('startChat', { nickname: 'Ada' });
    const polled = async (times: number) => {
      const before = polls;
      while (polls < before + times) await settled();
    };
    return { chat, page, polled };
  }

  it('asks for news by a worker of its own script, which ends when the page is shown, or the chat is', async () => {
    const workers: { url: string; name: string | undefined; isOver: boolean }[] = [];
    globalThis.Worker = class extends RealWorker {
      readonly #noted;

      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.#noted = { url: [url].join(''), name: options?.name, isOver: false };
        workers.push(this.#noted);
      }

      override terminate(): void {
        super.terminate();
        this.#noted.isOver = true;
      }
    };
    const { chat, page, polled } = await chatting();
    expect(workers).to.deep.equal([]);
    page.hide();
    await polled(3);
    while (workers.length < 1) await settled();
    const script = new URL('../../src/platform/timer-worker.ts', import.meta.url).href;
    expect(workers).to.deep.equal([{ url: script, name: 'genesys-webchat timers', isOver: false }]);
    page.show();
    expect(workers[0]?.isOver).to.equal(true);

    page.hide();
    while (workers.length < 2) await settled();
    await chat.command('endChat');
    expect(workers.map(({ isOver }) => isOver)).to.deep.equal([true, true]);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('asks for news without one where none can be made', async () => {
    globalThis.Worker = function () {
      throw new DOMException('Script of another origin', 'SecurityError');
    } as unknown as typeof Worker;
    const { chat, page, polled } = await chatting();
    page.hide();
    await polled(3);
    expect(chat.complaints).to.deep.equal([]);
  });
});
