import { expect } from '@open-wc/testing';
import type { BusEvent, Undo } from '../../src/bus/index.js';
import { failuresOf, join, makeBus } from './harness.js';

const dataOf = (events: BusEvent[]): unknown[] => events.map(({ data }) => data);

/** Undoes what must have been done. */
const undo = (stop: Undo | false): void => {
  if (!stop) throw new Error('was refused');
  stop();
};

describe('publish and subscribe', () => {
  it('hands name, publisher, data and time to the subscriber before returning', () => {
    const { bus } = makeBus(42);
    const events: BusEvent[] = [];
    const data = { list: [1] };
    bus.subscribe('A.saved', (event) => events.push(event));
    expect(join(bus, 'A').publish('saved', data)).to.equal(true);
    expect(events).to.deep.equal([{ event: 'A.saved', publisher: 'A', data, time: 42 }]);
    expect(events[0]?.data).to.equal(data);
  });

  it('gives each subscriber an event object of its own', () => {
    const { bus } = makeBus();
    const events: BusEvent[] = [];
    const spoil = (event: BusEvent): void => {
      event.data = 'spoilt';
      events.push(event);
    };
    bus.subscribe('A.x', spoil);
    bus.subscribe('A.x', (event) => events.push(event));
    join(bus, 'A').publish('x', 'whole');
    expect(dataOf(events)).to.deep.equal(['spoilt', 'whole']);
  });

  it('leaves data undefined when there is none', () => {
    const { bus } = makeBus();
    const events: BusEvent[] = [];
    bus.subscribe('A.x', (event) => events.push(event));
    join(bus, 'A').publish('x');
    expect(dataOf(events)).to.deep.equal([undefined]);
  });

  it('lets the same callback subscribe twice, each undone by itself', () => {
    const { bus } = makeBus();
    const events: BusEvent[] = [];
    const callback = (event: BusEvent): unknown => events.push(event);
    const stop = bus.subscribe('A.x', callback);
    bus.subscribe('A.x', callback);
    const plugin = join(bus, 'A');
    plugin.publish('x');
    expect(events).to.have.length(2);
    undo(stop);
    undo(stop);
    plugin.publish('x');
    expect(events).to.have.length(3);
  });

  it('reports a throwing subscriber and goes on', async () => {
    const { bus } = makeBus();
    const error = new Error('broken');
    const events: BusEvent[] = [];
    bus.subscribe('A.x', () => {
      throw error;
    });
    bus.subscribe('A.x', (event) => events.push(event));
    const failures = await failuresOf(() => {
      expect(join(bus, 'A').publish('x')).to.equal(true);
    });
    expect(events).to.have.length(1);
    expect(failures).to.deep.equal([error]);
  });

  it('does not call who subscribes while the event goes out', () => {
    const { bus } = makeBus();
    const events: BusEvent[] = [];
    const stop = bus.subscribe('A.x', () => {
      bus.subscribe('A.x', (event) => events.push(event));
    });
    const plugin = join(bus, 'A');
    plugin.publish('x');
    expect(events).to.have.length(0);
    undo(stop);
    plugin.publish('x');
    expect(events).to.have.length(1);
  });

  it('does not call who is removed while the event goes out, and calls all others', () => {
    const { bus } = makeBus();
    const seen: string[] = [];
    const stops: (Undo | false)[] = [];
    const note = (label: string) => () => void seen.push(label);
    stops.push(
      bus.subscribe('A.x', () => {
        seen.push('first');
        stops.slice(0, 2).forEach(undo);
      }),
      bus.subscribe('A.x', note('second')),
      bus.subscribe('A.x', note('third')),
    );
    const plugin = join(bus, 'A');
    plugin.publish('x');
    plugin.publish('x');
    expect(seen).to.deep.equal(['first', 'third', 'third']);
  });

  it('finishes an event published within another before the outer one goes on', () => {
    const { bus } = makeBus();
    const plugin = join(bus, 'A');
    const seen: string[] = [];
    bus.subscribe('A.outer', () => void plugin.publish('inner'));
    bus.subscribe('A.outer', () => void seen.push('outer'));
    bus.subscribe('A.inner', () => void seen.push('inner'));
    plugin.publish('outer');
    expect(seen).to.deep.equal(['inner', 'outer']);
  });

  for (const name of ['toString', '__proto__', 'constructor']) {
    it(`takes ${name} as a name like any other`, () => {
      const { bus } = makeBus();
      const events: BusEvent[] = [];
      bus.subscribe(`${name}.${name}`, (event) => events.push(event));
      const plugin = join(bus, name);
      plugin.republish(name, 1);
      expect(dataOf(events)).to.deep.equal([1]);
      expect(Object.keys(bus.registry())).to.deep.equal(['CXBus', name]);
      expect(Object.keys(bus.subscribers())).to.deep.equal([`${name}.${name}`]);
    });
  }
});

describe('republish', () => {
  it('reaches present subscribers once and later ones at once, with the time of then', () => {
    const { bus } = makeBus(42);
    const [early, late]: [BusEvent[], BusEvent[]] = [[], []];
    bus.subscribe('A.ready', (event) => early.push(event));
    const plugin = join(bus, 'A');
    plugin.republish('ready', 'yes');
    bus.subscribe('A.ready', (event) => late.push(event));
    expect(early).to.deep.equal([{ event: 'A.ready', publisher: 'A', data: 'yes', time: 42 }]);
    expect(late).to.deep.equal(early);
  });

  it('gives later subscribers the last one only', () => {
    const { bus } = makeBus();
    const events: BusEvent[] = [];
    const plugin = join(bus, 'A');
    plugin.republish('state', 1);
    plugin.republish('state', 2);
    plugin.publish('state', 3);
    bus.subscribe('A.state', (event) => events.push(event));
    expect(dataOf(events)).to.deep.equal([2]);
  });

  it('goes on reaching who got the kept one', () => {
    const { bus } = makeBus();
    const events: BusEvent[] = [];
    const plugin = join(bus, 'A');
    plugin.republish('state', 1);
    bus.subscribe('A.state', (event) => events.push(event));
    plugin.republish('state', 2);
    expect(dataOf(events)).to.deep.equal([1, 2]);
  });

  it('keeps nothing of a plain publish', () => {
    const { bus } = makeBus();
    join(bus, 'A').publish('x');
    bus.subscribe('A.x', () => expect.fail('was kept'));
    expect(bus.subscribers()).to.have.property('A.x');
  });

  it('reports who throws at a kept event, and stays subscribed', async () => {
    const { bus } = makeBus();
    const error = new Error('broken');
    join(bus, 'A').republish('ready');
    const failures = await failuresOf(() => {
      bus.subscribe('A.ready', () => {
        throw error;
      });
    });
    expect(failures).to.deep.equal([error]);
    expect(bus.subscribers()).to.deep.equal({ 'A.ready': ['CXBus'] });
  });
});

describe('publishDirect', () => {
  it('reaches the subscriptions of one plugin only', () => {
    const { bus } = makeBus();
    const seen: string[] = [];
    const [a, b, c] = ['A', 'B', 'C'].map((name) => join(bus, name));
    for (const plugin of [b, c])
      plugin?.subscribe('A.x', ({ data }) => seen.push(`${plugin.namespace()} ${String(data)}`));
    expect(a?.publishDirect('B', 'x', 'hello')).to.equal(true);
    expect(seen).to.deep.equal(['B hello']);
  });

  it('reaches nobody when that plugin does not exist, and is not kept for it', () => {
    const { bus } = makeBus();
    expect(join(bus, 'A').publishDirect('B', 'x')).to.equal(true);
    join(bus, 'B').subscribe('A.x', () => expect.fail('was kept'));
    expect(bus.registry()).to.deep.include({ A: { commands: [], events: ['x'] } });
  });
});

describe('observe', () => {
  it('sees every event of every plugin after its subscribers, until undone', () => {
    const { bus } = makeBus();
    const seen: string[] = [];
    const stop = bus.observe(({ event }) => seen.push(`observed ${event}`));
    bus.subscribe('A.x', ({ event }) => seen.push(`subscribed ${event}`));
    join(bus, 'A').publish('x');
    join(bus, 'B').republish('y');
    bus.publish('z');
    undo(stop);
    bus.publish('z');
    expect(seen).to.deep.equal(['subscribed A.x', 'observed A.x', 'observed B.y', 'observed CXBus.z']);
  });

  it('does not see direct events', () => {
    const { bus } = makeBus();
    const seen: string[] = [];
    bus.observe(({ event }) => seen.push(event));
    join(bus, 'A').publishDirect('B', 'secret');
    expect(seen).to.deep.equal([]);
  });

  it('reports who throws, and harms nobody', async () => {
    const { bus } = makeBus();
    const error = new Error('broken');
    bus.observe(() => {
      throw error;
    });
    const failures = await failuresOf(() => {
      expect(bus.publish('x')).to.equal(true);
    });
    expect(failures).to.deep.equal([error]);
  });

  it('does not count as a subscriber', () => {
    const { bus } = makeBus();
    bus.observe(() => {});
    expect(bus.subscribers()).to.deep.equal({});
  });
});
