import { expect } from '@open-wc/testing';
import { createBus } from '../../src/bus/index.js';
import type { Bus, BusPlugin } from '../../src/bus/index.js';

interface Catalogue {
  commands: {
    'Shop.buy': { options: { item: string; count?: number }; result: { order: number } };
    'Shop.close': { options: void; result: undefined };
    'Shop.greet': { options: { loud: boolean } | void; result: string };
  };
  events: {
    'Shop.sold': { item: string };
    'Shop.closed': undefined;
  };
}

const quiet = { error: () => {}, warn: () => {} };

describe('a bus with a catalogue', () => {
  it('knows commands and events of the catalogue by type', async () => {
    const bus: Bus<Catalogue> = createBus<Catalogue>({ logger: quiet });
    const shop = bus.registerPlugin('Shop');
    if (!shop) throw new Error('was refused');
    const sold: string[] = [];
    shop.registerCommand('buy', ({ data, deferred }) => {
      const item: string = data.item;
      // @ts-expect-error there is no such option
      data.price satisfies unknown;
      // @ts-expect-error the result is an order
      if (item === '') deferred.resolve(5);
      deferred.resolve({ order: item.length });
      shop.publish('sold', { item });
    });
    shop.registerCommand('greet', ({ data, deferred }) => deferred.resolve(data.loud ? 'HELLO' : 'hello'));
    shop.ready();
    bus.subscribe('Shop.sold', ({ data }) => sold.push(data.item));
    bus.before('Shop.buy', (options) => ({ ...options, item: options.item.trim() }));
    const { order } = await bus.command('Shop.buy', { item: ' tea ' });
    const greeting: string = await bus.command('Shop.greet', { loud: true });
    expect([order, greeting, sold]).to.deep.equal([3, 'HELLO', ['tea']]);
  });

  it('leaves all other names open', async () => {
    const bus = createBus<Catalogue>({ logger: quiet });
    const other = bus.registerPlugin('Other');
    if (!other) throw new Error('was refused');
    other.registerCommand('echo', ({ data, deferred }) => deferred.resolve(data));
    other.ready();
    const answer: unknown = await bus.command('Other.echo', { any: 1 });
    expect(answer).to.deep.equal({ any: 1 });
  });

  it('is refused what the catalogue does not allow, by the compiler', () => {
    const bus = createBus<Catalogue>({ logger: quiet });
    const shop = bus.registerPlugin('Shop');
    if (!shop) throw new Error('was refused');
    // @ts-expect-error an item is a text
    void bus.command('Shop.buy', { item: 5 });
    // @ts-expect-error it takes no options
    void bus.command('Shop.close', { now: true });
    // @ts-expect-error an item is a text
    shop.publish('sold', { item: 5 });
    // @ts-expect-error data may not be what it is not
    bus.subscribe('Shop.sold', ({ data }: { data: number }) => data);
    expect(bus.namespace()).to.equal('CXBus');
  });

  it('can be handed to code that knows no catalogue', () => {
    const use = (plugin: BusPlugin): string => plugin.namespace();
    const bus = createBus<Catalogue>({ logger: quiet });
    const shop = bus.registerPlugin('Shop');
    expect([use(bus), shop && use(shop)]).to.deep.equal(['CXBus', 'Shop']);
  });
});
