/** Small texts that outlive the page. It never throws: what cannot be stored is not there. */
export interface KeyValueStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** All keys that begin so. */
  keys(prefix: string): string[];
}

/** The origin's own storage, shared by all its pages; empty where there is none or the visitor forbids it. */
export const pageStorage: KeyValueStorage = {
  get: (key) => attempt((storage) => storage.getItem(key)) ?? undefined,
  set: (key, value) => {
    attempt((storage) => {
      storage.setItem(key, value);
    });
  },
  remove: (key) => {
    attempt((storage) => {
      storage.removeItem(key);
    });
  },
  keys: (prefix) => attempt((storage) => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? [],
};

/** Reading the very property throws where storage is forbidden. Node has one that is nobody's. */
function attempt<Result>(use: (storage: Storage) => Result): Result | undefined {
  try {
    return typeof document === 'undefined' ? undefined : use(localStorage);
  } catch {
    return undefined;
  }
}
