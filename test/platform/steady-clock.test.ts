import { expect } from '@open-wc/testing';
import { createSteadyClock, type SteadyClock } from '../../src/platform/steady-clock.js';
import { trustOnly } from '../../src/platform/trusted-types.js';
import { settled } from '../bus/harness.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';

const RealWorker = globalThis.Worker;

describe('the steady clock', () => {
  let clocks: SteadyClock[] = [];

  afterEach(() => {
    globalThis.Worker = RealWorker;
    for (const clock of clocks) clock.rest();
    clocks = [];
  });

  /** Of a page that nobody can see, ended after the test. Without a clock of the page's it is one that stands, so that only the worker can ring. */
  function make(fallback = new FakeClock(), page = hiddenPage()): SteadyClock {
    const clock = createSteadyClock({ clock: fallback, page });
    clocks.push(clock);
    return clock;
  }

  describe('with a worker', () => {
    it('tells the time of its fallback', () => {
      const fallback = new FakeClock(1_000);
      const clock = make(fallback);
      expect(clock.now()).to.equal(1_000);
      expect(clock.timeZone()).to.equal(fallback.timeZone());
    });

    it('rings though the timers of the page stand', async () => {
      await rung(make(), 5);
    });

    it('rings in the order of the times', async () => {
      const clock = make();
      const order: number[] = [];
      for (const time of [60, 30, 0]) clock.setTimeout(() => order.push(time), time);
      await rung(clock, 60);
      expect(order).to.deep.equal([0, 30, 60]);
    });

    it('rings each timer once, though the fallback clock has it too', async () => {
      const fallback = new FakeClock();
      const clock = make(fallback);
      let calls = 0;
      clock.setTimeout(() => (calls += 1), 5);
      await rung(clock, 5);
      expect(fallback.liveTimers).to.equal(0);
      await fallback.tick(5);
      expect(calls).to.equal(1);
    });

    it('rings no timer that was cleared, nor minds one that has rung or never was', async () => {
      const clock = make();
      let calls = 0;
      const cleared = clock.setTimeout(() => (calls += 1), 5);
      clock.clearTimeout(cleared);
      clock.clearTimeout(cleared);
      clock.clearTimeout(undefined);
      await rung(clock, 10);
      const running = clock.setTimeout(() => (calls += 1), 5);
      clock.clearTimeout(running);
      await rung(clock, 10);
      expect(calls).to.equal(0);
    });

    it('keeps nothing running when it rests', async () => {
      const { worker } = watchWorkers();
      const fallback = new FakeClock();
      const clock = make(fallback);
      await rung(clock, 0);
      let calls = 0;
      clock.setTimeout(() => (calls += 1), 5);
      clock.rest();
      await (
        await worker
      ).terminated;
      expect(fallback.liveTimers).to.equal(0);
      await rung(make(), 20);
      expect(calls).to.equal(0);
    });

    it('rings again after a rest', async () => {
      const clock = make();
      await rung(clock, 0);
      clock.rest();
      await rung(clock, 5);
    });

    it('starts no worker when it rests before one could be made, nor while the page is shown', async () => {
      const count = countWorkers();
      const hasty = make();
      hasty.setTimeout(() => undefined, 5);
      hasty.rest();
      const fallback = new FakeClock();
      await ringsOn(fallback, make(fallback, new FakePage()));
      await rung(make(), 5);
      expect(count()).to.equal(1);
    });

    it('ends the worker when the page is shown and a timer set or cleared, and has another when it is hidden again', async () => {
      const page = hiddenPage();
      const { worker } = watchWorkers();
      const clock = make(new FakeClock(), page);
      await rung(clock, 0);
      page.show();
      clock.clearTimeout(undefined);
      await (
        await worker
      ).terminated;
      page.hide();
      await rung(clock, 0);
    });
  });

  describe('without a worker', () => {
    it('rings on the fallback clock when the worker cannot be made', async () => {
      const { promise: tried, resolve: tell } = defer();
      globalThis.Worker = function () {
        tell();
        throw new DOMException('Script of another origin', 'SecurityError');
      } as unknown as typeof Worker;
      const fallback = new FakeClock();
      await ringsOn(fallback, make(fallback), () => tried);
    });

    it('rings on the fallback clock when there is no Worker', async () => {
      Reflect.deleteProperty(globalThis, 'Worker');
      const fallback = new FakeClock();
      await ringsOn(fallback, make(fallback));
    });

    it('rings on the fallback clock when a bundler has made one file of the page and this', async () => {
      const script = document.createElement('script');
      script.type = 'module';
      script.src = addressOf('../../src/platform/timer-worker.ts');
      document.head.append(script);
      const count = countWorkers();
      const fallback = new FakeClock();
      await ringsOn(fallback, make(fallback), () => import('../../src/platform/timer-worker.js').then(settled));
      script.remove();
      expect(count()).to.equal(0);
    });

    it('moves to the fallback clock, with the time that is left, when the script turns out to be none', async () => {
      const { worker } = watchWorkers(addressOf('../../package.json'));
      const fallback = new FakeClock();
      const clock = make(fallback);
      await ringsOn(fallback, clock, async () => (await worker).terminated);
      await ringsOn(fallback, clock);
    });

    it('moves when a running worker reports an error, of which the page hears nothing', async () => {
      const { worker } = watchWorkers();
      const fallback = new FakeClock();
      const clock = make(fallback);
      await rung(clock, 0);
      await ringsOn(fallback, clock, async () => {
        const running = await worker;
        const error = new ErrorEvent('error', { message: 'Out of memory', cancelable: true });
        running.dispatchEvent(error);
        expect(error.defaultPrevented).to.equal(true);
        await running.terminated;
      });
    });
  });

  it('works under a strict policy and breaks none of its rules', async () => {
    const { rang, violations } = await underStrictPolicy();
    expect(rang).to.equal(true);
    // What the frame does last of all, to show that the policy holds.
    const provoked = ['require-trusted-types-for', 'style-src-elem'];
    expect(violations).to.deep.equal(provoked.slice('trustedTypes' in globalThis ? 0 : 1));
  });
});

describe('the policy of Trusted Types', () => {
  it('trusts the one address and no other', () => {
    const address = 'https://shop.example/chunks/timers.js';
    const policy = trustOnly(address);
    // By its types a string, in a browser with Trusted Types an object that stands for one.
    expect([policy.createScriptURL(address)].join('')).to.equal(address);
    for (const other of [`${address}?`, 'data:text/javascript,', '']) {
      expect(() => policy.createScriptURL(other)).to.throw(TypeError);
    }
  });
});

/** Of a file, by its way from this one. */
function addressOf(path: string): string {
  return new URL(path, import.meta.url).href;
}

/** Waits until a timer of so many milliseconds has rung. */
function rung(clock: SteadyClock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => clock.setTimeout(resolve, milliseconds));
}

/** Sets a timer, of whose time a part passes, then something happens, then the rest passes. */
async function ringsOn(fallback: FakeClock, clock: SteadyClock, meanwhile = async () => {}): Promise<void> {
  let calls = 0;
  // By the world's time, which a worker goes by, it would not ring within the test.
  clock.setTimeout(() => (calls += 1), 100_000);
  await fallback.tick(40_000);
  await meanwhile();
  await fallback.tick(59_999);
  expect(calls).to.equal(0);
  await fallback.tick(1);
  expect(calls).to.equal(1);
}

function hiddenPage(): FakePage {
  const page = new FakePage();
  page.hide();
  return page;
}

/** From now on, counts the workers that are made. */
function countWorkers(): () => number {
  let count = 0;
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      count += 1;
    }
  };
  return () => count;
}

interface WatchedWorker extends Worker {
  readonly terminated: Promise<void>;
}

/** From now on, tells of the first worker and its end; its script may be another. */
function watchWorkers(script?: string): { worker: Promise<WatchedWorker> } {
  const { promise: worker, resolve: tell } = defer<WatchedWorker>();
  globalThis.Worker = class extends RealWorker implements WatchedWorker {
    readonly #end = defer();
    readonly terminated = this.#end.promise;

    constructor(url: string | URL, options?: WorkerOptions) {
      super(script ?? url, options);
      tell(this);
    }

    override terminate(): void {
      super.terminate();
      this.#end.resolve();
    }
  };
  return { worker };
}

function defer<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** What a page with the strict policy finds: whether a timer rang that only the worker could ring, and which rules were broken. */
async function underStrictPolicy(): Promise<{ rang: boolean; violations: string[] }> {
  // What 'self' means on a page with an address: Firefox takes it for nothing in a frame that has none of its own.
  const self = location.origin;
  const policy = [
    "default-src 'none'",
    // The frame's own script is inline; a nonce lets no worker in.
    `script-src ${self} 'nonce-frame'`,
    `style-src ${self}`,
    "require-trusted-types-for 'script'",
    "trusted-types lit-html dompurify genesys-webchat 'allow-duplicates'",
  ].join('; ');
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html>
    <html lang="en">
      <head>
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>Strict</title>
        <script type="module" nonce="frame">
          import { createSteadyClock } from '${addressOf('../../src/platform/steady-clock.ts')}';
          let rang = false;
          const violations = [];
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            violations.push(effectiveDirective);
            if (effectiveDirective === 'style-src-elem') parent.postMessage({ rang, violations }, origin);
          });
          const standing = { now: () => 0, setTimeout: () => 0, clearTimeout() {}, timeZone: () => 0 };
          createSteadyClock({ clock: standing, page: { isHidden: () => true } }).setTimeout(() => {
            rang = true;
            try {
              document.createElement('p').innerHTML = 'Not trusted';
            } catch {}
            const style = document.createElement('style');
            style.append('p {}');
            document.head.append(style);
          }, 5);
        </script>
      </head>
    </html>`;
  const answer = new Promise<{ rang: boolean; violations: string[] }>((resolve) => {
    window.addEventListener('message', function onMessage({ source, data }: MessageEvent) {
      if (source !== frame.contentWindow) return;
      window.removeEventListener('message', onMessage);
      resolve(data as { rang: boolean; violations: string[] });
    });
  });
  document.body.append(frame);
  try {
    return await answer;
  } finally {
    frame.remove();
  }
}
