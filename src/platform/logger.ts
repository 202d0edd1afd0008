/** Where messages to the site's developer go. */
export interface Logger {
  /** A mistake that must be mended: something asked for was not done. */
  error(message: string, ...details: unknown[]): void;
  /** Something that works but probably not as meant. */
  warn(message: string, ...details: unknown[]): void;
}

/** Writes to the console, each line marked with the product's name. */
export const consoleLogger: Logger = {
  error: (message, ...details) => {
    console.error(`[genesys-webchat] ${message}`, ...details);
  },
  warn: (message, ...details) => {
    console.warn(`[genesys-webchat] ${message}`, ...details);
  },
};
