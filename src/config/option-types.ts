/** A whole number of something, within bounds. */
export interface Count {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

/** How one kind of option is checked and read. */
export interface OptionType<Value> {
  /** The checked value, or `undefined` when it is none of this kind. `before` has what stands above it in the table. */
  read(value: unknown, before?: Readonly<Record<string, unknown>>): Value | undefined;
  /** The raw value that an attribute's text stands for; absent where the option has no attribute. */
  fromAttribute?(text: string): unknown;
  /** What it takes, where each option of the kind takes another; `describe-mistake.ts` has the words for all. */
  readonly takes?: Count | readonly (string | boolean | number)[];
}

/** `true` or `false`. An attribute is true when present, empty or `true`, and false when `false`. */
export const boolean: OptionType<boolean> = { read: when(isBoolean), fromAttribute: truth };

/** Any text but the empty one, without the blanks around it. */
export const text: OptionType<string> = {
  read: (value) => (typeof value === 'string' ? value.trim() || undefined : undefined),
  fromAttribute: asIs,
};

/** HTML that is made harmless before it is shown, or false for none. */
export const markup: OptionType<string | false> = {
  read: (value) => (value === false ? value : text.read(value)),
  fromAttribute: asIs,
};

/** A text that an HTTP header can carry. With any other, no request could be sent at all. */
export const headerText: OptionType<string> = {
  read: (value) => {
    const read = text.read(value);
    return isHeaderValue(read) ? read : undefined;
  },
  fromAttribute: asIs,
};

/** An absolute or relative HTTP address. Browsers send no request to one that holds a name or password. */
export const url: OptionType<string> = {
  read: (value) => {
    const read = text.read(value);
    if (read === undefined || !URL.canParse(read, 'https://page.example')) return undefined;
    const { protocol, username, password } = new URL(read, 'https://page.example');
    return /^https?:$/.test(protocol) && !username && !password ? read : undefined;
  },
  fromAttribute: asIs,
};

/** A whole number within bounds; `unit` names what it counts. */
export function integer(unit: string, least: number, most = Number.MAX_SAFE_INTEGER): OptionType<number> {
  return {
    takes: { unit, least, most },
    read: (value) => {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
        ? number
        : undefined;
    },
    fromAttribute: asIs,
  };
}

/** Percentages, or none at all; no attribute can hold them. */
export const percentages: OptionType<false | readonly number[]> = { read: when(isPercentages) };

/** Some emoji: one after the other in a text, or a list of them. */
export const emojiSet: OptionType<string | readonly string[]> = {
  read: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => text.read(each)) ? value : text.read(value),
  fromAttribute: asIs,
};

/** One of some words or values. Where `true` is one, an attribute without a value means it. */
export function oneOf<const Values extends readonly (string | boolean | number)[]>(
  ...values: Values
): OptionType<Values[number]> {
  return {
    takes: values,
    // A number may be written as a text.
    read: (value) => values.find((each) => each === value || (Number.isInteger(each) && String(each) === value)),
    fromAttribute: (value) => values.find((each) => String(each) === value || (each === true && value === '')) ?? value,
  };
}

/** A theme of ours, or one that the option `themes` has. */
export const themeName: OptionType<string> = {
  read: (value, before) =>
    typeof value === 'string' && (/^(auto|light|dark)$/.test(value) || Object.hasOwn(before?.['themes'] ?? {}, value))
      ? value
      : undefined,
  fromAttribute: asIs,
};

/** A plain object; no attribute can hold it. */
export const object: OptionType<Readonly<Record<string, unknown>>> = { read: when(isReadable) };

/** Language packs as an object, or the address of a file that holds one; `legacy/packed-texts.ts` looks inside. */
export const languagePacks: OptionType<string | Readonly<Record<string, unknown>>> = {
  read: (value) => url.read(value) ?? object.read(value),
  fromAttribute: asIs,
};

/** HTTP headers by name; no attribute can hold them. */
export const headers: OptionType<Readonly<Record<string, string>>> = { read: when(isHeaders) };

/** What a cookie is written with; no attribute can hold it. */
export interface CookieOptions {
  readonly domain?: string;
  readonly path?: string;
  readonly sameSite?: string;
  readonly secure?: boolean;
  /** When it goes: in so many days, or on that date. */
  readonly expires?: number | Date;
}

/** How cookies are written. A key that is none of these is a mistake, as a cookie without it may go to other sites. */
export const cookieOptions: OptionType<CookieOptions> = {
  read: when(
    shape<CookieOptions>({
      domain: isCookieText,
      path: isCookieText,
      sameSite: isCookieText,
      secure: isBoolean,
      expires: (value) => (typeof value === 'number' || kindOf(value) === 'Date') && Number.isFinite(Number(value)),
    }),
  ),
};

/** A function of the page; no attribute can hold it. */
export type Callback = (...given: unknown[]) => unknown;

/** A function of the page. What it takes and gives is up to whoever calls it. */
export const callback: OptionType<Callback> = { read: when(isCallback) };

/** Which parts of a message are made unreadable before it is sent. */
export interface MaskRules {
  /** Numbers of payment cards. */
  readonly cards: boolean;
  /** Whatever else a site wants hidden. */
  readonly patterns: readonly RegExp[];
}

/** What a site may say of it: card numbers or nothing, patterns besides, or both in detail. */
export type MaskSetting = boolean | RegExp | readonly RegExp[] | Partial<MaskRules>;

const isMaskRules = shape<Partial<MaskRules>>({ cards: isBoolean, patterns: isPatterns });

/** Nothing, or what to hide; an attribute can say only whether card numbers are hidden. */
export const maskRules: OptionType<false | MaskRules> = {
  read: (value) => {
    if (value === false) return false;
    const patterns = isPattern(value) ? [value] : value;
    const rules = value === true ? {} : isPatterns(patterns) ? { patterns } : value;
    return isMaskRules(rules) ? { cards: rules.cards ?? true, patterns: [...(rules.patterns ?? [])] } : undefined;
  },
  fromAttribute: truth,
};

/** An object of whichever realm or prototype, but no list, map, date or other thing with an inner life. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === 'Object';
}

/** Reads what passes a test, as it is. */
export function when<Value>(test: (value: unknown) => value is Value): OptionType<Value>['read'] {
  return (value) => (test(value) ? value : undefined);
}

function asIs(attributeText: string): unknown {
  return attributeText;
}

function truth(attributeText: string): unknown {
  return attributeText === '' || attributeText === 'true' ? true : attributeText === 'false' ? false : attributeText;
}

/** What built-in thing a value is, of whichever realm: `Object`, `Date`, `RegExp`. */
function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Tests for an object that holds nothing but what passes the test of its key. */
function shape<Shape extends object>(
  tests: Readonly<Record<string & keyof Shape, (held: unknown) => boolean>>,
): (value: unknown) => value is Shape {
  const known = new Map<string, (held: unknown) => boolean>(Object.entries(tests));
  return (value): value is Shape =>
    isPlainObject(value) && Object.entries(value).every(([key, held]) => held === undefined || known.get(key)?.(held));
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}

function isPercentages(value: unknown): value is false | readonly number[] {
  return (
    value === false ||
    (Array.isArray(value) && value.every((each) => typeof each === 'number' && each > 0 && each < 100))
  );
}

function isPattern(value: unknown): value is RegExp {
  return kindOf(value) === 'RegExp';
}

function isPatterns(value: unknown): value is readonly RegExp[] {
  return Array.isArray(value) && value.every(isPattern);
}

/** With a semicolon it would set more of the cookie than its own part. */
function isCookieText(value: unknown): boolean {
  return typeof value === 'string' && /^[^;\p{Cc}]+$/u.test(value);
}

function isReadable(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlainObject(value) && everyValue(value, () => true);
}

/** Looks at each value, so that one that throws does so while options are checked and not in the middle of a chat. */
function everyValue(holder: object, test: (value: unknown) => boolean): boolean {
  return Object.values(holder).every(test);
}

function isHeaders(value: unknown): value is Readonly<Record<string, string>> {
  return (
    isPlainObject(value) &&
    Object.entries(value).every(([name, held]) => /^[!#$%&'*+.^_`|~\da-z-]+$/i.test(name) && isHeaderValue(held))
  );
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
