import { attributeName } from './option-names.js';
import { isPlainObject, type OptionType } from './option-types.js';
import { optionNames, options, type OptionName, type ResolvedOptions } from './options.js';

/** The legacy configuration: what `window._genesys.widgets` holds and `config` takes. */
export interface ChatConfig {
  readonly main?: Readonly<Record<string, unknown>>;
  readonly webchat?: Readonly<Record<string, unknown>>;
}

/** One source of option values. */
export interface OptionLayer {
  /** The source's name, for messages. */
  readonly source: string;
  /** The raw value of an option, or undefined where the source has none. */
  read(name: OptionName): unknown;
  /** What is wrong with the source as a whole. */
  readonly problems?: readonly string[];
}

/** The options, and a sentence for each value that was no good. */
export interface Resolution {
  readonly options: ResolvedOptions;
  readonly problems: readonly string[];
}

/** The value of every option: the last layer that has a good one wins, else the default holds. Never throws. */
export function resolveOptions(layers: readonly OptionLayer[]): Resolution {
  const problems = layers.flatMap((layer) => layer.problems ?? []);
  const resolved: Partial<Record<OptionName, unknown>> = {};
  for (const name of optionNames) {
    const type: OptionType<unknown> = options[name].type;
    resolved[name] = options[name].default;
    for (const layer of layers) {
      const checked = check(`${layer.source}: ${name}`, type, () => layer.read(name));
      if (checked.problem !== undefined) problems.push(checked.problem);
      else if (checked.value !== undefined) resolved[name] = checked.value;
    }
  }
  // Each value has passed the check of its own row.
  return { options: resolved as ResolvedOptions, problems };
}

/** A layer that reads the legacy shape. */
export function configLayer(source: string, config: unknown): OptionLayer {
  const whole = check(source, holder('an object {main, webchat}'), () => config);
  const read = (name: string) => check(`${source}: ${name}`, holder('an object'), () => property(whole.value, name));
  const sections = { main: read('main'), webchat: read('webchat') };
  return {
    source,
    problems: [whole, sections.main, sections.webchat].flatMap(({ problem }) => problem ?? []),
    read: (name) => {
      const section = sections[options[name].section].value;
      const at = (path: string) => path.split('.').reduce<unknown>(property, section);
      // The contract lets `async` stand in `transport` too.
      return at(name) ?? (name.startsWith('async.') ? at(`transport.${name}`) : undefined);
    },
  };
}

/** The raw value that an attribute gives to its option; undefined when it is not there. */
export function readAttribute(name: OptionName, attributeText: string | null): unknown {
  const type: OptionType<unknown> = options[name].type;
  return attributeText === null ? undefined : type.fromAttribute?.(attributeText);
}

/** The attributes that set options, by attribute name. */
export function optionAttributes(): ReadonlyMap<string, OptionName> {
  const withAttribute = optionNames.filter((name) => 'fromAttribute' in options[name].type);
  return new Map(withAttribute.map((name) => [attributeName(name), name]));
}

function holder(takes: string): OptionType<object> {
  return { takes, read: (value) => (isPlainObject(value) ? value : undefined) };
}

interface Checked<Value> {
  readonly value?: Value;
  readonly problem?: string;
}

/** The checked value; none where there is none; or what is wrong with it. A site's own getters may throw. */
function check<Value>(what: string, type: OptionType<Value>, read: () => unknown): Checked<Value> {
  try {
    const raw = read();
    if (raw === undefined || raw === null) return {};
    const value = type.read(raw);
    if (value !== undefined) return { value };
    return { problem: `${what} takes ${type.takes}, but got ${describe(raw)}. It is ignored.` };
  } catch {
    return { problem: `${what} takes ${type.takes}, but cannot be read. It is ignored.` };
  }
}

function property(holder: unknown, key: string): unknown {
  if (holder === undefined || holder === null) return undefined;
  if (typeof holder !== 'object') throw new TypeError(`${key} has no place in a ${typeof holder}`);
  return Object.hasOwn(holder, key) ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** What a value is, in a few words. What an object holds may be secret, as a header is: only its keys are told. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== 'Object') return `a ${kind}`;
  const fields = Object.entries(value).map(([key, held]) => `${key}: ${typeof held}`);
  return `an object {${shorten(fields.join(', '))}}`;
}

function shorten(text: string): string {
  // Not in the middle of a sign.
  return text.length > 80 ? `${text.slice(0, 80).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
