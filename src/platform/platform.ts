import { systemClock, type Clock } from './clock.js';
import { consoleLogger, type Logger } from './logger.js';
import { currentPage, type Page } from './page.js';
import type { Upload } from './upload.js';

/** Everything outside that the service touches, in one place, so that a test or another host can replace it. */
export interface Platform {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** Sends files and tells of the progress. Without it the browser's own way is taken beside its `fetch`, or `fetch`. */
  readonly upload?: Upload;
  readonly logger: Logger;
  readonly page: Page;
  /** A number from 0 up to 1. */
  random(): number;
}

/** The browser, or Node. */
export const systemPlatform: Platform = {
  clock: systemClock,
  fetch: (input, init) => fetch(input, init),
  logger: consoleLogger,
  page: currentPage,
  random: () => Math.random(),
};
