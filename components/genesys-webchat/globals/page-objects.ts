import type { ChatBus } from './page-globals.js';
import { isRecord, type LooseRecord } from './loose-record.js';
import { withOldNames } from './old-names.js';
import { watchProperty } from './watch-property.js';

/** What a page sets to configure and extend its chat. */
const settings = ['main', 'webchat', 'extensions', 'onReady', 'sidebar'];

/**
 * `window._genesys` and what stands in it: `widgets`, and under its name in Widgets 8.5 the same, `cxwidget`. What the page
 * has set is read where it is, and watched; only the bus and the common functions are added.
 */
export class PageObjects {
  readonly #onChange: () => void;
  readonly #undo: (() => void)[] = [];
  #config: LooseRecord = {};

  /** `onChange` is told that the page has set something, or added an extension. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** What the page has set. */
  get config(): LooseRecord {
    return this.#config;
  }

  /** Puts bus and common functions where the page looks for them; false where somebody else's bus is there. */
  install(bus: ChatBus, common: object): boolean {
    this.release();
    const page = window as unknown as LooseRecord;
    const genesys = this.#recordAt(page, '_genesys', {});
    const isOld = !isRecord(genesys['widgets']) && isRecord(genesys['cxwidget']);
    const [name, otherName] = isOld ? ['cxwidget', 'widgets'] : ['widgets', 'cxwidget'];
    const config = this.#recordAt(genesys, name, {});
    // On a page that has just looked for the bus, it is there already.
    if (config['bus'] && config['bus'] !== bus) {
      this.release();
      return false;
    }
    this.#config = config;
    const oldBus = withOldNames(bus);
    const [ownBus, otherBus] = isOld ? [oldBus, bus] : [bus, oldBus];
    this.#put(config, 'bus', ownBus);
    this.#put(config, 'common', common);
    const other = this.#recordAt(genesys, otherName, likeness(config, otherBus));
    if (!other['bus']) this.#put(other, 'bus', otherBus);
    const { extensions } = config;
    if (isRecord(extensions)) this.#put(config, 'extensions', this.#watched(extensions));
    this.#watch(page, ['_genesys', 'CXBus']);
    this.#watch(genesys, [name]);
    this.#watch(config, [...settings, 'bus']);
    return true;
  }

  /** Takes away what was added, and watches no more. */
  release(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
    this.#config = {};
  }

  /** The object there, or another in its place. */
  #recordAt(holder: LooseRecord, name: string, other: LooseRecord): LooseRecord {
    const found = holder[name];
    if (isRecord(found)) return found;
    this.#put(holder, name, other);
    return other;
  }

  #put(holder: LooseRecord, name: string, value: unknown): void {
    const before = holder[name];
    set(holder, name, value);
    this.#undo.push(() => {
      // Somebody may have put another in its place.
      if (holder[name] !== value) return;
      if (before === undefined || before === value) Reflect.deleteProperty(holder, name);
      else set(holder, name, before);
    });
  }

  #watch(holder: object, names: readonly string[]): void {
    this.#undo.push(...names.map((name) => watchProperty(holder, name, this.#onChange)));
  }

  #watched(extensions: LooseRecord): LooseRecord {
    return new Proxy(extensions, {
      set: (target, name, value) => {
        const isSet = Reflect.set(target, name, value);
        this.#onChange();
        return isSet;
      },
    });
  }
}

/** The same object under its other name: only the bus in it is another. */
function likeness(config: LooseRecord, bus: unknown): LooseRecord {
  return new Proxy(config, { get: (target, name) => (name === 'bus' ? bus : (Reflect.get(target, name) as unknown)) });
}

/** Does nothing where the page does not let anybody do so. */
function set(holder: LooseRecord, name: string, value: unknown): void {
  Reflect.defineProperty(holder, name, { configurable: true, enumerable: true, writable: true, value });
}
