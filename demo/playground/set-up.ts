import { readAttribute } from '../../src/config/read-options.js';
import type { OptionType } from '../../src/config/option-types.js';
import { optionNames, options, type OptionName } from '../../src/config/options.js';

/** Who is on the other side: an agent of the local server, or the script of the transport `demo`. */
export type Backend = 'server' | 'demo';

/** Everything that somebody has set on the page. It stands in the page's address, so that it can be shared. */
export interface SetUp {
  /** Options that are not at their defaults. */
  readonly values: Readonly<Partial<Record<OptionName, unknown>>>;
  /** Custom properties `--gwc-…` of the tag. */
  readonly theme: Readonly<Record<string, string>>;
  /** The direction of the page around the tag. */
  readonly direction: 'ltr' | 'rtl';
  /** Undefined until it is chosen: then a server is taken where there is one. */
  readonly backend: Backend | undefined;
}

/** Nothing is set. */
export const plainSetUp: SetUp = { values: {}, theme: {}, direction: 'ltr', backend: undefined };

/** The set-up with another value of an option; undefined gives it back to its default. */
export function withOption(setUp: SetUp, name: OptionName, value: unknown): SetUp {
  const { [name]: _before, ...others } = setUp.values;
  return { ...setUp, values: value === undefined ? others : { ...others, [name]: value } };
}

/** The set-up with another value of a custom property; an empty one gives it back to its default. */
export function withThemeProperty(setUp: SetUp, name: string, value: string): SetUp {
  const { [name]: _before, ...others } = setUp.theme;
  return { ...setUp, theme: value === '' ? others : { ...others, [name]: value } };
}

/** The set-up as the part of an address behind `#`. */
export function toHash({ values, theme, direction, backend }: SetUp): string {
  const all = new URLSearchParams();
  if (backend) all.set('backend', backend);
  if (direction === 'rtl') all.set('dir', direction);
  for (const [name, value] of Object.entries(values)) {
    all.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const [name, value] of Object.entries(theme)) all.set(name, value);
  return all.toString();
}

/** The set-up of an address. What is no good in it is left out, since anybody can write one. */
export function fromHash(hash: string): SetUp {
  const all = new URLSearchParams(hash.replace(/^#/, ''));
  const backend = all.get('backend');
  let setUp: SetUp = {
    ...plainSetUp,
    direction: all.get('dir') === 'rtl' ? 'rtl' : 'ltr',
    backend: backend === 'server' || backend === 'demo' ? backend : undefined,
  };
  for (const [name, text] of all) {
    if (/^--gwc-[a-z-]+$/.test(name)) setUp = withThemeProperty(setUp, name, text.slice(0, 200));
    else if (isOptionName(name)) setUp = withOption(setUp, name, readText(name, text));
  }
  return setUp;
}

/** The value that a text stands for: as an attribute has it, or as JSON; undefined when the option takes neither. */
export function readText(name: OptionName, text: string): unknown {
  const type: OptionType<unknown> = options[name].type;
  const raw = 'fromAttribute' in type ? readAttribute(name, text) : parse(text);
  // What is checked may be of another form than what was given.
  return type.read(raw) === undefined ? undefined : raw;
}

/** The configuration that the set-up stands for, in the shape of Genesys Widgets. */
export function toConfig({ values }: Pick<SetUp, 'values'>): Record<'main' | 'webchat', Record<string, unknown>> {
  const config = { main: {}, webchat: {} };
  for (const name of optionNames) {
    const value = values[name];
    if (value !== undefined) place(config[options[name].section], name.split('.'), value);
  }
  return config;
}

/** The values with those by which the chat reaches its backend, unless they are set already. */
export function withBackend({ values }: SetUp, backend: Backend, dataURL: string): SetUp['values'] {
  if (values['transport.type'] ?? values.dataURL) return values;
  return backend === 'demo' ? { 'transport.type': 'demo', ...values } : { dataURL, ...values };
}

function place(holder: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) holder[name] = value;
  else {
    const inner = (holder[name] ?? {}) as Record<string, unknown>;
    holder[name] = inner;
    place(inner, rest, value);
  }
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
