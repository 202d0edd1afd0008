import type { LookAtCode } from '../../../src/legacy/hook-hints.js';
import { consoleLogger } from '../../../src/platform/logger.js';
import { reportFailure } from '../../../src/platform/report-error.js';
import { isRecord } from './loose-record.js';
import { pageDollar, type Dollar } from './page-dollar.js';

/** What an extension is called with, beside `$`. */
export interface ExtensionArguments {
  readonly bus: object;
  readonly common: object;
}

/** Runs the extensions of a page, each once for a chat; one that fails is reported and stops no other. */
export class Extensions {
  readonly #lookAt: LookAtCode;
  readonly #known = new WeakMap<object, Set<unknown>>();

  /** `lookAt` is shown the code of each. */
  constructor(lookAt: LookAtCode) {
    this.#lookAt = lookAt;
  }

  /** Runs what is new, in the page's order; `chat` is any object that stands for the chat. */
  async run(chat: object, extensions: unknown, { bus, common }: ExtensionArguments): Promise<void> {
    const known = this.#known.get(chat) ?? new Set();
    this.#known.set(chat, known);
    for (const [name, extension] of Object.entries(isRecord(extensions) ? extensions : {})) {
      if (typeof extension !== 'function' || known.has(extension)) continue;
      known.add(extension);
      this.#lookAt(`The extension ${name}`, extension);
      const { $, lack } = await pageDollar();
      runOne(name, () => (extension as Extension)($, bus, common), lack);
    }
  }
}

type Extension = ($: Dollar | undefined, bus: object, common: object) => unknown;

function runOne(name: string, run: () => unknown, lack: string): void {
  const tell = (error: unknown): void => {
    consoleLogger.error(`the extension ${name} failed: ${String(error)}. ${lack}`.trim());
    reportFailure(error);
  };
  try {
    const returned = run();
    if (returned instanceof Promise) returned.catch(tell);
  } catch (error) {
    tell(error);
  }
}
