/** What joins the tabs of one site: locks that one of them holds at a time, and channels that reach all others. */
export interface Tabs {
  /**
   * Runs `whileHeld` once the lock is held, and frees it when that settles. Rejected when `signal` aborts before, or when
   * another tab steals the lock, upon which `whileHeld` should end too.
   */
  lock(
    name: string,
    options: { readonly steal?: boolean; readonly signal?: AbortSignal },
    whileHeld: () => Promise<void>,
  ): Promise<void>;
  /** Calls back with what other tabs post under that name. */
  open(name: string, onMessage: (message: unknown) => void): TabChannel;
}

/** One tab's end of a channel. */
export interface TabChannel {
  /** Posts a copy to all other tabs. */
  post(message: unknown): void;
  close(): void;
}

/** The browser's tabs; undefined where they cannot be joined, so that each is on its own. */
export function browserTabs(): Tabs | undefined {
  const isJoinable = typeof document !== 'undefined' && typeof BroadcastChannel !== 'undefined' && 'locks' in navigator;
  return isJoinable ? { lock, open } : undefined;
}

const lock: Tabs['lock'] = async (name, options, whileHeld) => {
  await navigator.locks.request(name, options, whileHeld);
};

const open: Tabs['open'] = (name, onMessage) => {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    onMessage(data);
  };
  return {
    post: (message) => {
      channel.postMessage(message);
    },
    close: () => {
      channel.close();
    },
  };
};
