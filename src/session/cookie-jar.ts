import type { Clock } from '../platform/clock.js';
import type { Cookies } from '../platform/cookies.js';
import type { KeyValueStorage } from '../platform/storage.js';

/** How a cookie is written. */
export interface CookieSettings {
  readonly domain?: string;
  /** Default `/`: every page of the site goes on with the chat. */
  readonly path?: string;
  /** Default `Lax`. */
  readonly sameSite?: string;
  readonly secure?: boolean;
  /** When it goes: in so many days, or on that date. Default: with the browser's session. */
  readonly expires?: number | Date;
}

const day = 86_400_000;

/** Reads and writes single cookies; names and values may be any text. */
export class CookieJar {
  readonly #cookies: Cookies;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(cookies: Cookies, clock: Pick<Clock, 'now'>) {
    this.#cookies = cookies;
    this.#clock = clock;
  }

  /** The names of all cookies. */
  names(): string[] {
    return this.#pairs().map(([name]) => name);
  }

  /** The value of a cookie, if there is one. */
  get(name: string): string | undefined {
    return this.#pairs().find(([each]) => each === name)?.[1];
  }

  /** Sets a cookie. */
  set(name: string, value: string, settings: CookieSettings = {}): void {
    const { domain, path = '/', sameSite = 'Lax', secure, expires } = settings;
    const milliseconds = typeof expires === 'object' ? expires.getTime() - this.#clock.now() : (expires ?? 0) * day;
    const parts = [
      `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
      `path=${path}`,
      `samesite=${sameSite}`,
      ...(domain ? [`domain=${domain}`] : []),
      ...(expires === undefined ? [] : [`max-age=${String(Math.floor(milliseconds / 1000))}`]),
      ...(secure ? ['secure'] : []),
    ];
    this.#cookies.write(parts.join('; '));
  }

  /** Takes a cookie away; it must be told where it was set. */
  remove(name: string, settings: CookieSettings = {}): void {
    this.set(name, '', { ...settings, expires: -1 });
  }

  /** A storage of cookies that are written in this way: it reaches the sub-domains that the settings name. */
  storage(settings: CookieSettings): KeyValueStorage {
    return {
      get: (key) => this.get(key) || undefined,
      set: (key, value) => {
        this.set(key, value, settings);
      },
      remove: (key) => {
        this.remove(key, settings);
      },
      keys: (prefix) => this.names().filter((name) => name.startsWith(prefix)),
    };
  }

  #pairs(): [name: string, value: string][] {
    return this.#cookies
      .read()
      .split('; ')
      .flatMap((pair) => {
        // One without an equals sign has no value; no cookies at all are an empty text.
        const [name = '', ...value] = pair.split('=');
        try {
          return name ? [[decodeURIComponent(name), decodeURIComponent(value.join('='))]] : [];
        } catch {
          // Somebody else's, written in another way.
          return [];
        }
      });
  }
}
