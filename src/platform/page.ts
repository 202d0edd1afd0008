/** What the service wants to know of the page it runs in. Without a page, as on a server, all of it is neutral. */
export interface Page {
  /** Whether nobody can see the page now. */
  isHidden(): boolean;
  /** Calls back when the page is shown or hidden; returns how to stop. */
  onVisibilityChange(callback: () => void): () => void;
  /** Calls back when the machine is online again; returns how to stop. */
  onOnline(callback: () => void): () => void;
  /** Calls back when the machine has lost its network; returns how to stop. */
  onOffline(callback: () => void): () => void;
  /** The page's address without query and fragment, which may hold secrets; undefined without a page. */
  address(): string | undefined;
}

/** The page of the browser, or none. */
export const currentPage: Page = {
  isHidden: () => typeof document !== 'undefined' && document.visibilityState === 'hidden',
  onVisibilityChange: (callback) =>
    listen(typeof document === 'undefined' ? undefined : document, 'visibilitychange', callback),
  onOnline: (callback) => listen(typeof window === 'undefined' ? undefined : window, 'online', callback),
  onOffline: (callback) => listen(typeof window === 'undefined' ? undefined : window, 'offline', callback),
  address: () => (typeof location === 'undefined' ? undefined : `${location.origin}${location.pathname}`),
};

function listen(target: EventTarget | undefined, type: string, callback: () => void): () => void {
  target?.addEventListener(type, callback);
  return () => target?.removeEventListener(type, callback);
}
