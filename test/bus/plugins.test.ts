import { expect } from '@open-wc/testing';
import type { Bus, BusPlugin } from '../../src/bus/index.js';
import { createBus } from '../../src/bus/index.js';
import { join, makeBus, offer, reasonOf, settled } from './harness.js';

describe('registerPlugin', () => {
  it('returns a plugin that knows its name', () => {
    const { bus } = makeBus();
    expect(join(bus, 'A').namespace()).to.equal('A');
    expect(bus.namespace()).to.equal('CXBus');
  });

  it('refuses a name that is taken, and leaves the first plugin be', async () => {
    const { bus, errors } = makeBus();
    offer(bus, 'A', { x: () => 'first' });
    expect(bus.registerPlugin('A')).to.equal(false);
    expect(bus.registerPlugin('CXBus')).to.equal(false);
    expect(errors).to.deep.equal([
      "CXBus.registerPlugin got 'A', which is taken",
      "CXBus.registerPlugin got 'CXBus', which is taken",
    ]);
    expect(await bus.command('A.x')).to.equal('first');
  });

  it('is not needed for commands of the bus itself, which is always ready', async () => {
    const { bus } = makeBus();
    bus.registerCommand('x', ({ deferred }) => deferred.resolve(1));
    expect(await bus.command('CXBus.x')).to.equal(1);
  });

  it('logs to the console by default', () => {
    const { error } = console;
    const lines: unknown[] = [];
    console.error = (line: unknown) => void lines.push(line);
    createBus().registerPlugin('');
    console.error = error;
    expect(lines).to.deep.equal(["[genesys-webchat] CXBus.registerPlugin takes ('name'), got ('')"]);
  });
});

describe('registry and subscribers', () => {
  it('list commands, declared and published events, and who subscribed', () => {
    const { bus } = makeBus();
    const a = offer(bus, 'A', { open: () => 1, close: () => 1 });
    a.registerEvents(['opened', 'closed']);
    a.publish('opened');
    a.publish('surprise');
    const b = join(bus, 'B');
    b.subscribe('A.opened', () => {});
    b.subscribe('A.opened', () => {});
    bus.subscribe('A.opened', () => {});
    bus.subscribe('Future.ready', () => {});
    expect(bus.registry()).to.deep.equal({
      CXBus: { commands: [], events: [] },
      A: { commands: ['open', 'close'], events: ['opened', 'closed', 'surprise'] },
      B: { commands: [], events: [] },
    });
    expect(b.registry()).to.deep.equal(bus.registry());
    expect(bus.subscribers()).to.deep.equal({ 'A.opened': ['CXBus', 'B'], 'Future.ready': ['CXBus'] });
  });

  it('no longer name who has undone its subscription', () => {
    const { bus } = makeBus();
    const stop = bus.subscribe('A.x', () => {});
    join(bus, 'B').subscribe('A.x', () => {});
    if (stop) stop();
    expect(bus.subscribers()).to.deep.equal({ 'A.x': ['B'] });
  });

  it('hand out copies', () => {
    const { bus } = makeBus();
    offer(bus, 'A', { x: () => 1 });
    bus.registry().A?.commands.push('fake');
    expect(bus.registry().A?.commands).to.deep.equal(['x']);
  });
});

describe('data', () => {
  it('is written under a short name and read by all under the full one', () => {
    const { bus } = makeBus();
    const a = join(bus, 'A');
    const value = { open: false };
    expect(a.data('state', value)).to.equal(true);
    expect(bus.data('A.state')).to.equal(value);
    expect(a.data('state')).to.equal(value);
  });

  it('is undefined when unset, of a missing plugin, or unset again', () => {
    const { bus, errors } = makeBus();
    const a = join(bus, 'A');
    a.data('gone', 1);
    a.data('gone', undefined);
    expect(['A.gone', 'A.never', 'Nobody.key', 'A.toString'].map((key) => bus.data(key))).to.deep.equal(
      Array(4).fill(undefined),
    );
    expect(errors).to.deep.equal([]);
  });

  it('of another plugin cannot be written', () => {
    const { bus, errors } = makeBus();
    join(bus, 'A').data('key', 1);
    expect(bus.data('A.key', 2)).to.equal(false);
    expect(bus.data('A.key')).to.equal(1);
    expect(errors).to.deep.equal(["CXBus.data takes ('name'), got ('A.key', number)"]);
  });
});

describe('misuse', () => {
  const fn = (): void => {};
  const shorts = ['', 'Has.dot', undefined, null, 7, {}];
  const fulls = ['', 'nodot', '.x', 'X.', 'a.b.c', undefined, null, 7, {}];
  const functions = [undefined, null, 'text', {}];
  const wrong: Record<string, unknown[][]> = {
    registerPlugin: shorts.map((name) => [name]),
    registerCommand: [...shorts.map((name) => [name, fn]), ...functions.map((handler) => ['x', handler])],
    registerEvents: [[undefined], ['x'], [{}], [['ok', 'not.ok']], [[1]]],
    subscribe: [...fulls.map((name) => [name, fn]), ...functions.map((callback) => ['A.x', callback])],
    publish: shorts.map((name) => [name]),
    republish: shorts.map((name) => [name]),
    publishDirect: [...shorts.map((name) => [name, 'x']), ...shorts.map((name) => ['A', name])],
    command: [...fulls.map((name) => [name]), ['A.x', 'text'], ['A.x', fn], ['A.x', 7]],
    before: [...fulls.map((name) => [name, fn]), ...functions.map((interceptor) => ['A.x', interceptor])],
    data: [[undefined], [7], [''], ['a.b.c'], ['A.key', 1], [null, 1]],
    observe: functions.map((callback) => [callback]),
  };

  for (const [method, cases] of Object.entries(wrong)) {
    it(`of ${method} is logged once, saying what is right, and refused`, async () => {
      const { bus, errors } = makeBus();
      const call = bus[method as keyof Bus] as (...given: unknown[]) => unknown;
      for (const given of cases) {
        errors.length = 0;
        const answer = call(...given);
        expect(errors, String(given)).to.have.length(1);
        expect(errors[0]).to.match(new RegExp(`^CXBus\\.${method} takes \\(.+\\), got \\(.*\\)$`));
        if (method === 'command') expect(await reasonOf(answer as Promise<unknown>)).to.equal(errors[0]);
        else expect(answer, String(given)).to.equal(false);
      }
      expect(bus.registry()).to.deep.equal({ CXBus: { commands: [], events: [] } });
      expect(bus.subscribers()).to.deep.equal({});
    });
  }

  it('of registerCommand by a taken name keeps the first handler', async () => {
    const { bus, errors } = makeBus();
    const plugin = offer(bus, 'A', { x: () => 'first' });
    expect(plugin.registerCommand('x', ({ deferred }) => deferred.resolve('second'))).to.equal(false);
    expect(errors).to.deep.equal(["A.registerCommand got 'x', which is taken"]);
    expect(await bus.command('A.x')).to.equal('first');
  });
});

describe('detached methods', () => {
  it('work like attached ones', async () => {
    const { bus } = makeBus();
    const { registerPlugin, command, subscribe, data } = bus;
    const plugin = registerPlugin('A');
    if (!plugin) throw new Error('was refused');
    const { registerCommand, publish, ready, namespace } = plugin;
    let seen: unknown;
    subscribe('A.x', (event) => (seen = event.data));
    publish('x', 1);
    registerCommand('y', ({ deferred }) => deferred.resolve(2));
    ready();
    expect([seen, await command('A.y'), namespace(), data('A.none')]).to.deep.equal([1, 2, 'A', undefined]);
  });
});

/** Uses each method that needs its plugin on the bus, rightly. */
const uses: Record<string, (plugin: BusPlugin) => unknown> = {
  registerCommand: (plugin) => plugin.registerCommand('late', () => {}),
  registerEvents: (plugin) => plugin.registerEvents(['late']),
  subscribe: (plugin) => plugin.subscribe('B.x', () => {}),
  publish: (plugin) => plugin.publish('late'),
  republish: (plugin) => plugin.republish('late'),
  publishDirect: (plugin) => plugin.publishDirect('B', 'late'),
  command: (plugin) => plugin.command('B.x'),
  before: (plugin) => plugin.before('B.x', () => false),
  ready: (plugin) => plugin.ready(),
  'data (read)': (plugin) => plugin.data('B.x'),
  'data (write)': (plugin) => plugin.data('late', 1),
  unregister: (plugin) => plugin.unregister(),
};

describe('unregister', () => {
  it('leaves no trace of the plugin', async () => {
    const { bus, errors } = makeBus();
    offer(bus, 'B', { echo: (data) => data });
    const plugin = offer(bus, 'A', { x: () => 1 });
    const before = ['CXBus', 'B'];
    const seen: unknown[] = [];
    plugin.registerEvents(['declared']);
    plugin.republish('ready');
    plugin.data('key', 1);
    plugin.subscribe('B.event', () => seen.push('subscriber of A'));
    plugin.before('B.echo', () => ({ by: 'A' }));

    expect(plugin.unregister()).to.equal(true);

    expect(Object.keys(bus.registry())).to.deep.equal(before);
    expect(bus.subscribers()).to.deep.equal({});
    expect(bus.data('A.key')).to.equal(undefined);
    bus.subscribe('A.ready', () => seen.push('kept event of A'));
    const b = bus.registerPlugin('C');
    if (b) b.publish('event');
    expect(seen).to.deep.equal([]);
    expect(await bus.command('B.echo')).to.deep.equal({});
    expect(await reasonOf(bus.command('A.x'))).to.equal('Unknown plugin: A');
    expect(errors).to.deep.equal([]);
  });

  it('frees the name for a plugin that starts afresh', async () => {
    const { bus } = makeBus();
    const first = offer(bus, 'A', { x: () => 'first' });
    bus.before('A.x', (options) => ({ ...(options as object), by: 'CXBus' }));
    first.unregister();
    const second = offer(bus, 'A', { x: (data) => ['second', data] });
    expect(await bus.command('A.x')).to.deep.equal(['second', { by: 'CXBus' }]);
    expect(first.publish('x')).to.equal(false);
    expect(first.unregister()).to.equal(false);
    expect(second.ready()).to.equal(true);
  });

  it('keeps what others subscribed to it, for the next of its name', () => {
    const { bus } = makeBus();
    const seen: unknown[] = [];
    bus.subscribe('A.x', ({ data }) => seen.push(data));
    join(bus, 'A').unregister();
    join(bus, 'A').publish('x', 'next');
    expect(seen).to.deep.equal(['next']);
  });

  const reason = 'Plugin was unregistered: A';

  it('rejects commands that wait for it to get ready', async () => {
    const { bus } = makeBus();
    const plugin = join(bus, 'A');
    const command = bus.command('A.x');
    plugin.unregister();
    expect(await reasonOf(command)).to.equal(reason);
  });

  it('rejects commands called in the same task, and does not run them', async () => {
    const { bus } = makeBus();
    let ran = false;
    const plugin = offer(bus, 'A', { x: () => (ran = true) });
    bus.before('A.x', () => expect.fail('asked for a plugin that left'));
    const command = bus.command('A.x');
    plugin.unregister();
    expect(await reasonOf(command)).to.equal(reason);
    await settled();
    expect(ran).to.equal(false);
  });

  it('rejects commands that it runs but has not answered', async () => {
    const { bus } = makeBus();
    const plugin = offer(bus, 'A', {});
    plugin.registerCommand('x', () => plugin.unregister());
    expect(await reasonOf(bus.command('A.x'))).to.equal(reason);
  });

  it('lets commands finish that the plugin called before', async () => {
    const { bus } = makeBus();
    offer(bus, 'B', { x: () => 'done' });
    const plugin = join(bus, 'A');
    const command = plugin.command('B.x');
    plugin.unregister();
    expect(await command).to.equal('done');
  });

  it('while an event goes out ends the subscriptions of the plugin', () => {
    const { bus } = makeBus();
    const plugin = join(bus, 'A');
    bus.subscribe('B.x', () => void plugin.unregister());
    plugin.subscribe('B.x', () => expect.fail('called after unregister'));
    expect(join(bus, 'B').publish('x')).to.equal(true);
  });

  for (const [label, use] of Object.entries(uses)) {
    it(`makes ${label} inert, and says so`, async () => {
      const { bus, errors } = makeBus();
      offer(bus, 'B', { x: () => 1 });
      const plugin = join(bus, 'A');
      plugin.unregister();
      const registry = bus.registry();
      const answer = use(plugin);
      const message = `A.${label.split(' ')[0] ?? ''} was called after unregister`;
      expect(errors).to.deep.equal([message]);
      if (label === 'command') expect(await reasonOf(answer as Promise<unknown>)).to.equal(message);
      else expect(answer).to.equal(false);
      expect(bus.registry()).to.deep.equal(registry);
      expect(bus.subscribers()).to.deep.equal({});
    });
  }

  it('still lets the plugin read its name and the lists', () => {
    const { bus } = makeBus();
    const plugin = join(bus, 'A');
    plugin.unregister();
    expect(plugin.namespace()).to.equal('A');
    expect(plugin.registry()).to.deep.equal(bus.registry());
    expect(plugin.subscribers()).to.deep.equal({});
  });

  it('is refused to the bus itself', () => {
    const { bus, errors } = makeBus();
    expect(bus.unregister()).to.equal(false);
    expect(errors).to.have.length(1);
    expect(join(bus, 'A').namespace()).to.equal('A');
  });
});

describe('dispose', () => {
  it('removes all, rejects what is not answered and makes the bus inert', async () => {
    const { bus, errors } = makeBus();
    const plugin = offer(bus, 'A', {});
    plugin.registerCommand('hang', () => {});
    const seen: unknown[] = [];
    bus.subscribe('A.x', () => seen.push('subscriber'));
    bus.observe(() => seen.push('observer'));
    const command = bus.command('A.hang');
    await settled();

    bus.dispose();
    bus.dispose();

    expect(await reasonOf(command)).to.equal('Plugin was unregistered: A');
    expect([bus.registry(), bus.subscribers()]).to.deep.equal([{}, {}]);
    expect(errors).to.deep.equal([]);
    expect(plugin.publish('x')).to.equal(false);
    expect(bus.registerPlugin('B')).to.equal(false);
    expect(bus.observe(() => {})).to.equal(false);
    expect(seen).to.deep.equal([]);
    expect(errors).to.have.length(3);
  });

  for (const [label, use] of Object.entries(uses)) {
    if (label === 'unregister') continue;
    it(`makes ${label} of the bus inert`, async () => {
      const { bus, errors } = makeBus();
      bus.dispose();
      const answer = use(bus);
      expect(errors).to.have.length(1);
      if (label === 'command') expect(await reasonOf(answer as Promise<unknown>)).to.equal(errors[0]);
      else expect(answer).to.equal(false);
    });
  }
});
