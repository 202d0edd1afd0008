/** The page's cookies, in the browser's own form. */
export interface Cookies {
  /** All that the page may see: `name=value; name=value`. */
  read(): string;
  /** Sets one: `name=value; path=/; …`. */
  write(cookie: string): void;
}

/** The browser's cookies, or none. */
export const pageCookies: Cookies = {
  read: () => (typeof document === 'undefined' ? '' : document.cookie),
  write: (cookie) => {
    if (typeof document !== 'undefined') document.cookie = cookie;
  },
};
