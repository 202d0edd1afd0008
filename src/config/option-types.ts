/** How one kind of option is checked and read. */
export interface OptionType<Value> {
  /** What it takes, to end the sentence "it takes …". */
  readonly takes: string;
  /** The checked value, or `undefined` when it is none of this kind. */
  read(value: unknown): Value | undefined;
  /** The raw value that an attribute's text stands for; absent where the option has no attribute. */
  fromAttribute?(text: string): unknown;
}

/** `true` or `false`. An attribute is true when present, empty or `true`, and false when `false`. */
export const boolean: OptionType<boolean> = {
  takes: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  fromAttribute: truth,
};

/** Any text but the empty one, without the blanks around it. */
export const text: OptionType<string> = {
  takes: 'a text that is not empty',
  read: (value) => (typeof value === 'string' ? value.trim() || undefined : undefined),
  fromAttribute: (value) => value,
};

/** A text that an HTTP header can carry. With any other, no request could be sent at all. */
export const headerText: OptionType<string> = {
  takes: 'a text in one line of Latin letters, as an HTTP header can carry',
  read: (value) => {
    const read = text.read(value);
    return read !== undefined && isHeaderValue(read) ? read : undefined;
  },
  fromAttribute: (value) => value,
};

/** An absolute or relative HTTP address. Browsers send no request to one that holds a name or password. */
export const url: OptionType<string> = {
  takes: 'an http or https address, absolute or relative to the page, without user name and password',
  read: (value) => {
    const read = text.read(value);
    if (read === undefined || !URL.canParse(read, 'https://page.example')) return undefined;
    const { protocol, username, password } = new URL(read, 'https://page.example');
    return /^https?:$/.test(protocol) && !username && !password ? read : undefined;
  },
  fromAttribute: (value) => value,
};

/** A whole number within bounds; `unit` names what it counts. */
export function integer(unit: string, least: number, most = Number.MAX_SAFE_INTEGER): OptionType<number> {
  return {
    takes: `a whole number of ${unit}, ${String(least)} or more${most === Number.MAX_SAFE_INTEGER ? '' : `, at most ${String(most)}`}`,
    read: (value) => {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
        ? number
        : undefined;
    },
    fromAttribute: (value) => value,
  };
}

/** One of some words or values. Where `true` is one, an attribute without a value means it. */
export function oneOf<const Values extends readonly (string | boolean)[]>(
  ...values: Values
): OptionType<Values[number]> {
  return {
    takes: `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`,
    read: (value) => values.find((each) => each === value),
    fromAttribute: (value) => values.find((each) => String(each) === value || (each === true && value === '')) ?? value,
  };
}

/** A plain object; no attribute can hold it. */
export const object: OptionType<Readonly<Record<string, unknown>>> = {
  takes: 'an object',
  read: (value) => (isPlainObject(value) && everyValue(value, () => true) ? value : undefined),
};

/** HTTP headers by name; no attribute can hold them. */
export const headers: OptionType<Readonly<Record<string, string>>> = {
  takes: 'an object of HTTP headers, each value a text',
  read: (value) =>
    isPlainObject(value) && everyValue(value, isHeaderValue) && Object.keys(value).every(isHeaderName)
      ? (value as Readonly<Record<string, string>>)
      : undefined,
};

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
  takes:
    'an object of domain, path and sameSite (texts), secure (true or false) and expires (days or a Date), no others',
  read: (value) =>
    hasShape<CookieOptions>(value, {
      domain: isCookieText,
      path: isCookieText,
      sameSite: isCookieText,
      secure: isBoolean,
      expires: (when) => (typeof when === 'number' || kindOf(when) === 'Date') && Number.isFinite(Number(when)),
    })
      ? value
      : undefined,
};

/** A function of the page; no attribute can hold it. */
export type Callback = (...given: unknown[]) => unknown;

/** A function of the page. What it takes and gives is up to whoever calls it. */
export const callback: OptionType<Callback> = {
  takes: 'a function',
  read: (value) => (typeof value === 'function' ? (value as Callback) : undefined),
};

/** Which parts of a message are made unreadable before it is sent. */
export interface MaskRules {
  /** Numbers of payment cards. */
  readonly cards: boolean;
  /** Whatever else a site wants hidden. */
  readonly patterns: readonly RegExp[];
}

/** Nothing, or what to hide; an attribute can say only whether card numbers are hidden. */
export const maskRules: OptionType<false | MaskRules> = {
  takes: 'true, false, a RegExp, a list of RegExp, or an object {cards: true or false, patterns: a list of RegExp}',
  read: (value) => {
    if (value === false) return false;
    const given =
      value === true ? {} : isPattern(value) ? { patterns: [value] } : isPatterns(value) ? { patterns: value } : value;
    return hasShape<Partial<MaskRules>>(given, { cards: isBoolean, patterns: isPatterns })
      ? { cards: given.cards ?? true, patterns: [...(given.patterns ?? [])] }
      : undefined;
  },
  fromAttribute: truth,
};

function truth(attributeText: string): unknown {
  return attributeText === '' || attributeText === 'true' ? true : attributeText === 'false' ? false : attributeText;
}

/** An object of whichever realm or prototype, but no list, map, date or other thing with an inner life. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === 'Object';
}

/** What built-in thing a value is, of whichever realm: `Object`, `Date`, `RegExp`. */
function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether a value is an object that holds nothing but what passes the test of its key. */
function hasShape<Shape extends object>(
  value: unknown,
  tests: Readonly<Record<string & keyof Shape, (held: unknown) => boolean>>,
): value is Shape {
  const known = new Map<string, (held: unknown) => boolean>(Object.entries(tests));
  return (
    isPlainObject(value) && Object.entries(value).every(([key, held]) => held === undefined || known.get(key)?.(held))
  );
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isPattern(value: unknown): boolean {
  return kindOf(value) === 'RegExp';
}

function isPatterns(value: unknown): boolean {
  return Array.isArray(value) && value.every(isPattern);
}

/** With a semicolon it would set more of the cookie than its own part. */
function isCookieText(value: unknown): boolean {
  return typeof value === 'string' && /^[^;\p{Cc}]+$/u.test(value);
}

/** Looks at each value, so that one that throws does so while options are checked and not in the middle of a chat. */
function everyValue(holder: object, test: (value: unknown) => boolean): boolean {
  return Object.values(holder).every(test);
}

function isHeaderValue(value: unknown): boolean {
  return typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

function isHeaderName(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\da-z-]+$/i.test(name);
}
