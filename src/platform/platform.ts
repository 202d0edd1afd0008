import { systemClock, type Clock } from './clock.js';
import { pageCookies, type Cookies } from './cookies.js';
import { consoleLogger, type Logger } from './logger.js';
import { currentPage, type Page } from './page.js';
import type { Upload } from './upload.js';
import { pageStorage, type KeyValueStorage } from './storage.js';
import { browserTabs, type Tabs } from './tabs.js';

/** Everything outside that the service touches, in one place, so that a test or another host can replace it. */
export interface Platform {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** Sends files and tells of the progress. Without it the browser's own way is taken beside its `fetch`, or `fetch`. */
  readonly upload?: Upload;
  readonly logger: Logger;
  readonly page: Page;
  readonly storage: KeyValueStorage;
  readonly cookies: Cookies;
  /** Undefined where tabs cannot be joined. */
  readonly tabs: Tabs | undefined;
  /** A number from 0 up to 1. */
  random(): number;
}

/** The browser, or Node. */
export const systemPlatform: Platform = {
  clock: systemClock,
  fetch: (input, init) => fetch(input, init),
  logger: consoleLogger,
  page: currentPage,
  storage: pageStorage,
  cookies: pageCookies,
  get tabs() {
    return browserTabs();
  },
  random: () => Math.random(),
};
