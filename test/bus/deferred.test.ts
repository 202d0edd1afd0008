import { expect } from '@open-wc/testing';
import { ignorable, type Deferred } from '../../src/bus/deferred.js';
import { failuresOf, reasonOf, settled } from './harness.js';

const resolved = (value: unknown): Deferred<unknown> => ignorable((resolve) => resolve(value));
const rejected = (reason: unknown): Deferred<unknown> => ignorable((_, reject) => reject(reason));

/** The reasons of promises that nobody handles while `run` runs, kept from the test runner. */
async function unhandledBy(run: () => unknown): Promise<unknown[]> {
  const reasons: unknown[] = [];
  const control = new Error('nobody handles this');
  const { error } = console;
  // The test runner logs each of them, before the listener can stop it.
  console.error = () => {};
  let listener: (event: PromiseRejectionEvent) => void = () => {};
  const controlSeen = new Promise<void>((resolve) => {
    listener = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.reason === control) resolve();
      else reasons.push(event.reason);
    };
    window.addEventListener('unhandledrejection', listener, { capture: true });
  });
  run();
  await settled();
  // One that is known to surface shows that earlier ones would have.
  void Promise.reject(control);
  await controlSeen;
  window.removeEventListener('unhandledrejection', listener, { capture: true });
  console.error = error;
  return reasons;
}

describe('Deferred', () => {
  it('is a real promise', async () => {
    expect(resolved(1)).to.be.instanceOf(Promise);
    expect(await resolved(1)).to.equal(1);
    expect(await reasonOf(rejected('no'))).to.equal('no');
  });

  const table = [
    { method: 'done', outcome: 'resolved', runs: true },
    { method: 'done', outcome: 'rejected', runs: false },
    { method: 'fail', outcome: 'resolved', runs: false },
    { method: 'fail', outcome: 'rejected', runs: true },
    { method: 'always', outcome: 'resolved', runs: true },
    { method: 'always', outcome: 'rejected', runs: true },
  ] as const;

  for (const { method, outcome, runs } of table) {
    it(`${runs ? 'runs' : 'does not run'} ${method} callbacks when ${outcome}`, async () => {
      const seen: unknown[] = [];
      const deferred = outcome === 'resolved' ? resolved('it') : rejected('it');
      void deferred[method]((value) => seen.push(value));
      await settled();
      expect(seen).to.deep.equal(runs ? ['it'] : []);
    });
  }

  for (const method of ['done', 'fail', 'always'] as const) {
    it(`returns itself from ${method}`, () => {
      const deferred = resolved(1);
      expect(deferred[method](() => {})).to.equal(deferred);
    });

    it(`takes several callbacks and lists of them in ${method}, in order`, async () => {
      const seen: number[] = [];
      const add = (number: number) => () => void seen.push(number);
      const deferred = method === 'fail' ? rejected(1) : resolved(1);
      void deferred[method](add(1), [add(2), add(3)], add(4))[method](add(5));
      await settled();
      expect(seen).to.deep.equal([1, 2, 3, 4, 5]);
    });

    it(`reports a throwing ${method} callback and runs the others`, async () => {
      const error = new Error('mine');
      const seen: string[] = [];
      const thrower = (): never => {
        throw error;
      };
      const failures = await failuresOf(() => {
        const deferred = method === 'fail' ? rejected(1) : resolved(1);
        void deferred[method](thrower, () => seen.push('same call'))[method](() => seen.push('next call'));
      });
      expect(failures).to.deep.equal([error]);
      expect(seen).to.deep.equal(['same call', 'next call']);
    });

    it(`skips what is no function in ${method}, as old code passes optional callbacks`, async () => {
      const missing = undefined as unknown as () => void;
      const failures = await failuresOf(() => {
        void (method === 'fail' ? rejected(1) : resolved(1))[method](missing);
      });
      expect(failures).to.deep.equal([]);
    });
  }

  it('runs callbacks added after settling', async () => {
    const deferred = resolved(1);
    await deferred;
    let value: unknown;
    void deferred.done((given) => (value = given));
    await settled();
    expect(value).to.equal(1);
  });

  it('keeps an ignored rejection from the page', async () => {
    expect(await unhandledBy(() => rejected('ignored'))).to.deep.equal([]);
  });

  it('keeps a rejection from the page when only done looks at it', async () => {
    expect(await unhandledBy(() => rejected('ignored').done(() => {}))).to.deep.equal([]);
  });

  it('shows the page a rejection that new code lets through', async () => {
    expect(await unhandledBy(() => void rejected('lost').then(() => {}))).to.deep.equal(['lost']);
  });

  it('keeps the old methods on what then returns', async () => {
    let reason: unknown;
    const next = rejected('no').then(() => {});
    // The compiler knows `then` as the ordinary promise's.
    void (next as Promise<void> & Pick<Deferred<void>, 'fail'>).fail((given) => (reason = given));
    await settled();
    expect(reason).to.equal('no');
  });
});
