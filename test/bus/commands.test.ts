import { expect } from '@open-wc/testing';
import type { CommandCall } from '../../src/bus/index.js';
import { Deferred } from '../../src/bus/deferred.js';
import { failuresOf, join, makeBus, offer, reasonOf, settled } from './harness.js';

describe('command', () => {
  it('resolves with what the handler answers', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', { greet: () => 'hello' });
    expect(await bus.command('A.greet')).to.equal('hello');
  });

  it('is rejected with the very reason of the handler', async () => {
    const { bus } = makeBus();
    const reason = { status: 500 };
    offer(bus, 'A', {}).registerCommand('x', ({ deferred }) => deferred.reject(reason));
    expect(await reasonOf(bus.command('A.x'))).to.equal(reason);
  });

  it('returns the old style of promise', () => {
    const { bus } = makeBus();
    offer(bus, 'A', { x: () => 1 });
    expect(bus.command('A.x')).to.be.instanceOf(Deferred);
  });

  it('tells the handler options, caller, name and time', async () => {
    const { bus } = makeBus(42);
    const calls: CommandCall[] = [];
    offer(bus, 'A', {}).registerCommand('x', (call) => {
      calls.push(call);
      call.deferred.resolve();
    });
    const options = { text: 'hi' };
    await join(bus, 'B').command('A.x', options);
    await bus.command('A.x');
    const [first, second] = calls;
    expect(first).to.include({ commander: 'B', command: 'A.x', time: 42 });
    expect(first?.data).to.equal(options);
    expect(second).to.include({ commander: 'CXBus' });
    expect(second?.data).to.deep.equal({});
  });

  it('gives {} for null options', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', { echo: (data) => data });
    expect(await bus.command('A.echo', null)).to.deep.equal({});
  });

  it('never starts the handler within the call', async () => {
    const { bus } = makeBus();
    const order: string[] = [];
    offer(bus, 'A', { x: () => order.push('handler') });
    const command = bus.command('A.x');
    order.push('caller');
    await command;
    expect(order).to.deep.equal(['caller', 'handler']);
  });

  it('starts handlers in the order of the calls', async () => {
    const { bus } = makeBus();
    const order: unknown[] = [];
    offer(bus, 'A', { x: (data) => order.push(data) });
    const calls = [1, 2, 3].map((id) => bus.command('A.x', { id }));
    await Promise.all(calls);
    expect(order).to.deep.equal([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('takes the first answer only', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', {}).registerCommand('x', ({ deferred }) => {
      deferred.resolve('first');
      deferred.reject('second');
    });
    expect(await bus.command('A.x')).to.equal('first');
  });

  it('accepts answers through detached resolve and reject', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', {}).registerCommand('x', ({ deferred: { resolve } }) => resolve(1));
    expect(await bus.command('A.x')).to.equal(1);
  });

  it('ignores what the handler returns', async () => {
    const { bus } = makeBus();
    const plugin = offer(bus, 'A', {});
    plugin.registerCommand('sync', ({ deferred }) => {
      deferred.resolve('answer');
      return 'returned';
    });
    plugin.registerCommand('async', async ({ deferred }) => {
      await Promise.resolve();
      deferred.resolve('answer');
      return 'returned';
    });
    expect(await bus.command('A.sync')).to.equal('answer');
    expect(await bus.command('A.async')).to.equal('answer');
  });

  it('ignores the failure of a command that the handler returns', async () => {
    const { bus } = makeBus();
    offer(bus, 'A', {}).registerCommand('x', ({ deferred }) =>
      bus.command('B.missing').always(() => deferred.resolve('anyway')),
    );
    const failures = await failuresOf(async () => {
      expect(await bus.command('A.x')).to.equal('anyway');
    });
    expect(failures).to.deep.equal([]);
  });

  const error = new Error('broken');
  const breaking = {
    throws: () => {
      throw error;
    },
    'returns a rejected promise': () => Promise.reject(error),
  };
  for (const [how, handler] of Object.entries(breaking)) {
    it(`is rejected with the error, reported once, when the handler ${how}`, async () => {
      const { bus } = makeBus();
      offer(bus, 'A', {}).registerCommand('x', handler);
      const failures = await failuresOf(async () => {
        expect(await reasonOf(bus.command('A.x'))).to.equal(error);
      });
      expect(failures).to.deep.equal([error]);
    });
  }

  for (const name of ['Nobody.x', 'A.missing', 'A.toString', '__proto__.x', 'A.__proto__']) {
    it(`is rejected with a text that names the unknown ${name}`, async () => {
      const { bus } = makeBus();
      offer(bus, 'A', {});
      bus.before(name, () => expect.fail('asked about a command that does not exist'));
      const reason = await reasonOf(bus.command(name));
      expect(reason).to.be.a('string');
      expect(reason).to.contain(name.startsWith('A.') ? name : name.split('.')[0]);
    });
  }

  describe('to a plugin that is not ready', () => {
    it('waits until it is, then runs before later calls', async () => {
      const { bus } = makeBus();
      const order: unknown[] = [];
      const plugin = join(bus, 'A');
      plugin.registerCommand('x', ({ data, deferred }) => {
        order.push(data);
        deferred.resolve();
      });
      void bus.command('A.x', { id: 'waiting' });
      await settled();
      expect(order).to.deep.equal([]);
      plugin.ready();
      await bus.command('A.x', { id: 'later' });
      expect(order).to.deep.equal([{ id: 'waiting' }, { id: 'later' }]);
    });

    it('finds a command registered while it waited', async () => {
      const { bus } = makeBus();
      const plugin = join(bus, 'A');
      const command = bus.command('A.x');
      await settled();
      plugin.registerCommand('x', ({ deferred }) => deferred.resolve('found'));
      plugin.ready();
      expect(await command).to.equal('found');
    });

    it('is rejected as unknown if the command is still missing then', async () => {
      const { bus } = makeBus();
      const plugin = join(bus, 'A');
      const command = bus.command('A.x');
      plugin.ready();
      expect(await reasonOf(command)).to.contain('A.x');
    });

    it('runs once though ready is called twice', async () => {
      const { bus } = makeBus();
      let runs = 0;
      const plugin = join(bus, 'A');
      plugin.registerCommand('x', ({ deferred }) => deferred.resolve(++runs));
      const command = bus.command('A.x');
      expect(plugin.ready()).to.equal(true);
      expect(plugin.ready()).to.equal(true);
      expect(await command).to.equal(1);
      await settled();
      expect(runs).to.equal(1);
    });
  });
});
