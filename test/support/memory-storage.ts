import type { Cookies } from '../../src/platform/cookies.js';
import type { KeyValueStorage } from '../../src/platform/storage.js';

/** A storage of the test's own, to be shared by what should count as pages of one site. */
export class MemoryStorage implements KeyValueStorage {
  readonly #values = new Map<string, string>();

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: string): void {
    this.#values.set(key, value);
  }

  remove(key: string): void {
    this.#values.delete(key);
  }

  keys(prefix = ''): string[] {
    return [...this.#values.keys()].filter((key) => key.startsWith(prefix));
  }

  /** Everything that is stored, for a look whether something is in it. */
  get text(): string {
    return [...this.#values].map(([key, value]) => `${key}: ${value}`).join('\n');
  }
}

/** Cookies of the test's own, to be shared by what should count as pages of one domain. None of them ages. */
export class MemoryCookies implements Cookies {
  readonly #values = new Map<string, string>();
  /** All that was ever written, in the browser's own form. */
  readonly written: string[] = [];

  read(): string {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  write(cookie: string): void {
    this.written.push(cookie);
    const [pair = '', ...attributes] = cookie.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.some((each) => /^max-age=(-|0$)/.test(each))) this.#values.delete(name);
    else this.#values.set(name, value);
  }

  /** Everything that is stored, for a look whether something is in it. */
  get text(): string {
    return decodeURIComponent(this.read());
  }
}
