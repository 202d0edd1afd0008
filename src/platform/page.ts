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
  /** Calls back when the browser may stop the page for good: it is left, or frozen; returns how to stop. */
  onFreeze(callback: () => void): () => void;
  /** Calls back when a page that was left or frozen is used again; returns how to stop. */
  onThaw(callback: () => void): () => void;
  /** The page's address without query and fragment, which may hold secrets; undefined where there is none to speak of. */
  address(): string | undefined;
}

// Asked for at each use: the headless half may be imported where there is no page.
const theWindow = () => (typeof window === 'undefined' ? undefined : window);
const theDocument = () => (typeof document === 'undefined' ? undefined : document);

/** The page of the browser, or none. */
export const currentPage: Page = {
  isHidden: () => theDocument()?.visibilityState === 'hidden',
  onVisibilityChange: (callback) => listen(theDocument(), 'visibilitychange', callback),
  onOnline: (callback) => listen(theWindow(), 'online', callback),
  onOffline: (callback) => listen(theWindow(), 'offline', callback),
  onFreeze: (callback) => both(listen(theWindow(), 'pagehide', callback), listen(theDocument(), 'freeze', callback)),
  onThaw: (callback) => both(listen(theWindow(), 'pageshow', callback), listen(theDocument(), 'resume', callback)),
  // A frame that another page has written (`srcdoc`, `about:blank`) has the origin `null`.
  address: () =>
    typeof location === 'undefined' || location.origin === 'null'
      ? undefined
      : `${location.origin}${location.pathname}`,
};

function listen(target: EventTarget | undefined, type: string, callback: () => void): () => void {
  target?.addEventListener(type, callback);
  return () => target?.removeEventListener(type, callback);
}

function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}
