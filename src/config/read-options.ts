import { attributeName } from './option-names.js';
import { isPlainObject, when, type OptionType } from './option-types.js';
import { optionNames, options, type OptionName, type ResolvedOptions, type Section } from './options.js';

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
  readonly mistakes?: readonly Mistake[];
  /** Whether it has nothing to ask for, as most sources have on most pages. */
  readonly isEmpty?: boolean;
}

/** A value that is no good; `describe-mistake.ts` makes a sentence of it. */
export interface Mistake {
  readonly source: string;
  /** The option or section; `names` where some in the source may be no options, `attribute` for one of the tag that may be none, `address` for one that the page may not ask, `lost` for a list of names that stand twice or in what does; none where the source as a whole is no good. */
  readonly name: OptionName | Section | 'id' | 'names' | 'attribute' | 'address' | 'lost' | undefined;
  /** What it is; undefined where it cannot be read. */
  readonly raw: unknown;
}

/** The options, and each value that was no good. */
export interface Reading {
  readonly options: ResolvedOptions;
  readonly mistakes: readonly Mistake[];
}

/** The value of every option: the last layer that has a good one wins, else the default holds. Never throws. */
export function readOptions(layers: readonly OptionLayer[]): Reading {
  const mistakes = layers.flatMap((layer) => layer.mistakes ?? []);
  const filled = layers.filter(({ isEmpty }) => !isEmpty);
  const resolved: Partial<Record<OptionName, unknown>> = {};
  for (const name of optionNames) {
    const type: OptionType<unknown> = options[name].type;
    resolved[name] = options[name].default;
    for (const layer of filled) {
      const checked = check(layer.source, name, { read: (raw) => type.read(raw, resolved) }, () => layer.read(name));
      if (checked.mistake) mistakes.push(checked.mistake);
      else if (checked.value !== undefined) resolved[name] = checked.value;
    }
  }
  // Each value has passed the check of its own row.
  return { options: resolved as ResolvedOptions, mistakes };
}

/** A layer that reads the legacy shape. `isOwn`: nobody else reads it, so that names that may be no options are told. */
export function configLayer(source: string, config: unknown, type = holder, isOwn = true): OptionLayer {
  const whole = check(source, undefined, type, () => config);
  const read = (name: Section) => check(source, name, holder, () => property(whole.value, name));
  const sections = { main: read('main'), webchat: read('webchat') };
  const at = (section: Section, path: string) => path.split('.').reduce<unknown>(property, sections[section].value);
  return {
    source,
    isEmpty: whole.value === undefined,
    mistakes: [
      whole,
      sections.main,
      sections.webchat,
      check(source, 'names', tidy, () => (isOwn ? whole.value : undefined)),
    ].flatMap(({ mistake }) => mistake ?? []),
    // The contract lets `timeFormat` stand in both sections, and `async` in `transport` too.
    read: (name) =>
      (name === 'timeFormat' ? at('webchat', name) : undefined) ??
      at(options[name].section, name) ??
      (name.startsWith('async.') ? at('webchat', `transport.${name}`) : undefined),
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

/** All paths, so that a part of one can be looked for: `,main.theme.,main.lang.`, and so on. */
const paths = optionNames.map((name) => `,${options[name].section}.${name}.`).join('') + ',';

/** What has names only that begin the path of an option, and objects where others follow. */
const tidy: OptionType<true> = { read: (given) => !hasStranger(given) || undefined };

function hasStranger(given: unknown, path = ','): boolean {
  if (given === undefined || given === null) return false;
  if (!isPlainObject(given)) return true;
  return Object.keys(given).some((key) => {
    const place = `${path}${key}.`;
    return !paths.includes(place) || (!paths.includes(`${place},`) && hasStranger(given[key], place));
  });
}

const holder: OptionType<object> = { read: when(isPlainObject) };

/** What holds no section holds nothing: a source that is there only to be read cannot mean that. */
export const filledHolder: OptionType<object> = {
  read: (value) => (isPlainObject(value) && (value['main'] ?? value['webchat']) ? value : undefined),
};

interface Checked<Value> {
  readonly value?: Value | undefined;
  readonly mistake?: Mistake;
}

/** The checked value; none where there is none; or what is wrong with it. A site's own getters may throw. */
function check<Value>(
  source: string,
  name: Mistake['name'],
  type: OptionType<Value>,
  read: () => unknown,
): Checked<Value> {
  let raw: unknown;
  try {
    raw = read() ?? undefined;
    const value = raw === undefined ? undefined : type.read(raw);
    if (value !== undefined || raw === undefined) return { value };
  } catch {
    // What throws is no good either.
  }
  return { mistake: { source, name, raw } };
}

function property(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
