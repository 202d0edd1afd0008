import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isJQuery, referenceFact } from './check-references.js';
import { filesIn, kindByName, openSource, Unreadable, type Limits } from './open-source.js';
import { readPage, type PageContent } from './read-page.js';
import { SourceText } from './source-text.js';

/** Something that was not read, and why. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
  /** Whether it was asked for by name. */
  readonly wanted: boolean;
}

/** A file of the site; `page` where it is one. */
export interface Gathered {
  readonly source: SourceText;
  readonly page?: PageContent;
}

/** All that was read of a site. */
export interface Site {
  readonly files: readonly Gathered[];
  readonly skipped: readonly Skipped[];
  /** Scripts of other sites, which are read only where they are named. */
  readonly elsewhere: readonly string[];
  /** Whether one of its scripts looks like jQuery; undefined where no page was read. */
  readonly hasJQuery: boolean | undefined;
}

/** Reads what is named, and follows references to the same site. */
export async function gather(targets: readonly string[], limits: Limits): Promise<Site> {
  const reading = new Reading(limits);
  for (const target of targets) await reading.take(target);
  return await reading.end();
}

class Reading {
  readonly #limits: Limits;
  readonly #known = new Set<string>();
  readonly #waiting: { address: URL; wanted: boolean }[] = [];
  readonly #files: Gathered[] = [];
  readonly #skipped: Skipped[] = [];
  readonly #elsewhere = new Set<string>();
  #hasJQuery = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes a file, a folder or an address that was named. */
  async take(target: string): Promise<void> {
    if (/^https?:\/\//i.test(target)) {
      if (URL.canParse(target)) this.#want(new URL(target));
      else this.#skipped.push({ name: target, reason: 'is no address', wanted: true });
      return;
    }
    const path = resolve(target);
    if (!existsSync(path)) this.#skipped.push({ name: target, reason: 'does not exist', wanted: true });
    else if (statSync(path).isDirectory()) {
      const files = await filesIn(path);
      if (files.length === 0) this.#skipped.push({ name: target, reason: 'holds no file that is read', wanted: true });
      for (const file of files) this.#want(file);
    } else this.#want(pathToFileURL(path));
  }

  async end(): Promise<Site> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift())
      await this.#read(next.address, next.wanted);
    const pages = this.#files.some(({ page }) => page);
    return {
      files: this.#files,
      skipped: this.#skipped,
      elsewhere: [...this.#elsewhere],
      hasJQuery: pages ? this.#hasJQuery : undefined,
    };
  }

  #want(address: URL, wanted = true): void {
    address.hash = '';
    if (this.#known.has(address.href)) return;
    this.#known.add(address.href);
    this.#waiting.push({ address, wanted });
  }

  async #read(address: URL, wanted: boolean): Promise<void> {
    const name = nameOf(address);
    try {
      if (this.#files.length >= this.#limits.files) {
        throw new Unreadable(`was left out: a check reads ${String(this.#limits.files)} files at most`);
      }
      const { text, kind, address: reached } = await openSource(address, this.#limits);
      const source = new SourceText(name, text, kind);
      const page = kind === 'page' ? readPage(source) : undefined;
      this.#files.push({ source, ...(page && { page }) });
      for (const { text: reference } of page?.references ?? []) this.#follow(reference, reached);
      if (kind === 'script') this.#followLoads(text, reached);
      for (const script of [...(page?.scripts ?? []), ...(page?.modules ?? [])])
        this.#followLoads(script.text, reached);
    } catch (error) {
      const reason = error instanceof Unreadable ? error.message : `cannot be read: ${String(error)}`;
      this.#skipped.push({ name, reason, wanted });
    }
  }

  /** Scripts that a script loads by an address that is written in it. */
  #followLoads(text: string, base: URL): void {
    if (isJQuery(text)) this.#hasJQuery = true;
    for (const [, reference = ''] of text.matchAll(/\b(?:loadFile\(|\.src\s*=|import\(?|from)\s*['"]([^'"\n]+)['"]/g)) {
      if (kindByName(reference.replace(/[?#].*$/, ''))) this.#follow(reference, base);
    }
  }

  #follow(reference: string, base: URL): void {
    if (isJQuery(reference)) this.#hasJQuery = true;
    // What is of Genesys is never looked into, and libraries need not be.
    if (!reference.trim() || referenceFact(reference) || isJQuery(reference)) return;
    const address = base.protocol === 'file:' ? localAddress(reference, base) : addressOf(reference, base);
    if (!address) return;
    if (isSameSite(address, base)) this.#want(address, false);
    else if (/^https?:$/.test(address.protocol)) this.#elsewhere.add(address.href);
  }
}

/** As the report names it: a path from where one stands, or an address. */
function nameOf(address: URL): string {
  if (address.protocol !== 'file:') return address.href;
  const path = fileURLToPath(address);
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}

function isSameSite(one: URL, other: URL): boolean {
  if (one.protocol === 'file:' || other.protocol === 'file:') return one.protocol === other.protocol;
  const [host = '', around = ''] = [one, other].map(({ hostname }) => `.${hostname.replace(/^www\./, '')}`);
  return host.endsWith(around) || around.endsWith(host);
}

function addressOf(reference: string, base?: URL): URL | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base) : undefined;
}

/** Where a file of a site lies on disk: what begins with `/` is looked for in the folders above. */
function localAddress(reference: string, base: URL): URL | undefined {
  if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(reference)) return addressOf(reference.replace(/^\/\//, 'https://'));
  const path = decodeURI(reference.replace(/[?#].*$/, ''));
  let folder = dirname(fileURLToPath(base));
  if (!path.startsWith('/')) return pathToFileURL(join(folder, path));
  while (!existsSync(join(folder, path)) && folder !== dirname(folder)) folder = dirname(folder);
  return existsSync(join(folder, path)) ? pathToFileURL(join(folder, path)) : undefined;
}
