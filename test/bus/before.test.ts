import { expect } from '@open-wc/testing';
import { failuresOf, join, makeBus, offer, reasonOf, settled } from './harness.js';

describe('before', () => {
  it('runs interceptors in the order they were put, each on the result of the last', async () => {
    const { bus } = makeBus();
    const other = join(bus, 'B');
    bus.before('A.echo', (options) => ({ ...(options as object), first: true, by: 'first' }));
    offer(bus, 'A', { echo: (data) => data });
    other.before('A.echo', (options) => ({ ...(options as object), by: 'second' }));
    expect(await bus.command('A.echo', { own: 1 })).to.deep.equal({ own: 1, first: true, by: 'second' });
  });

  const replacement = { replaced: true };
  const thenable = { then: (resolve: (value: unknown) => void) => resolve(replacement) };
  const answers: [label: string, answer: unknown, replaces: boolean][] = [
    ['an object', replacement, true],
    ['a promise of an object', Promise.resolve(replacement), true],
    ['a thenable of an object', thenable, true],
    ['nothing', undefined, false],
    ['a promise of nothing', Promise.resolve(), false],
    ['null', null, false],
    ['true', true, false],
    ['0', 0, false],
    ['a text', 'text', false],
  ];
  for (const [label, answer, replaces] of answers) {
    it(`${replaces ? 'replaces' : 'keeps'} the options when the interceptor answers ${label}`, async () => {
      const { bus } = makeBus();
      offer(bus, 'A', { echo: (data) => data });
      bus.before('A.echo', () => answer);
      const options = { own: 1 };
      expect(await bus.command('A.echo', options)).to.equal(replaces ? replacement : options);
    });
  }

  for (const [label, answer] of [
    ['false', false],
    ['a promise of false', Promise.resolve(false)],
  ] as const) {
    it(`cancels the command when the interceptor answers ${label}`, async () => {
      const { bus } = makeBus();
      let ran = false;
      offer(bus, 'A', { x: () => (ran = true) });
      join(bus, 'Guard').before('A.x', () => answer);
      bus.before('A.x', () => expect.fail('asked after the cancellation'));
      expect(await reasonOf(bus.command('A.x'))).to.equal('Command was cancelled by Guard');
      expect(ran).to.equal(false);
    });
  }

  const error = new Error('broken');
  const breaking = {
    throws: () => {
      throw error;
    },
    'is rejected': () => Promise.reject(error),
  };
  for (const [how, interceptor] of Object.entries(breaking)) {
    it(`reports an interceptor that ${how}, and goes on unchanged`, async () => {
      const { bus } = makeBus();
      offer(bus, 'A', { echo: (data) => data });
      bus.before('A.echo', interceptor);
      bus.before('A.echo', (options) => ({ ...(options as object), next: true }));
      const failures = await failuresOf(async () => {
        expect(await bus.command('A.echo', { own: 1 })).to.deep.equal({ own: 1, next: true });
      });
      expect(failures).to.deep.equal([error]);
    });
  }

  it('gives {} to an interceptor when the caller gave nothing', async () => {
    const { bus } = makeBus();
    let seen: unknown;
    offer(bus, 'A', { x: () => 1 });
    bus.before('A.x', (options) => void (seen = options));
    await bus.command('A.x');
    expect(seen).to.deep.equal({});
  });

  it('leaves other commands alone', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', { x: () => 'x', y: () => 'y' });
    bus.before('A.x', () => false);
    expect(await bus.command('A.y')).to.equal('y');
  });

  it('returns a remover of this one interceptor', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', { echo: (data) => data });
    const count = (options: unknown): object => ({ n: ((options as { n?: number }).n ?? 0) + 1 });
    const remove = bus.before('A.echo', count);
    bus.before('A.echo', count);
    expect(await bus.command('A.echo')).to.deep.equal({ n: 2 });
    if (remove) remove();
    if (remove) remove();
    expect(await bus.command('A.echo')).to.deep.equal({ n: 1 });
  });

  it('skips an interceptor that is removed while an earlier one is asked', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', { echo: (data) => data });
    bus.before('A.echo', () => {
      if (removeSecond) removeSecond();
    });
    const removeSecond = bus.before('A.echo', () => ({ second: true }));
    expect(await bus.command('A.echo')).to.deep.equal({});
  });

  it('may call the very command it precedes', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', { echo: (data) => data });
    bus.before('A.echo', async (options) =>
      (options as { inner?: boolean }).inner ? undefined : { outer: await bus.command('A.echo', { inner: true }) },
    );
    expect(await bus.command('A.echo')).to.deep.equal({ outer: { inner: true } });
  });

  it('does not start the handler of a plugin that left meanwhile', async () => {
    const { bus } = makeBus();
    let ran = false;
    const plugin = offer(bus, 'A', { x: () => (ran = true) });
    bus.before('A.x', () => void plugin.unregister());
    expect(await reasonOf(bus.command('A.x'))).to.contain('A');
    await settled();
    expect(ran).to.equal(false);
  });
});
