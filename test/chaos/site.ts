import { Random } from '../fuzz/random.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { SiteChannels } from './site-channels.js';
import { SiteLocks } from './site-locks.js';

/** What all tabs of one site share in a browser. */
export class Site {
  readonly storage = new MemoryStorage();
  readonly locks = new SiteLocks();
  readonly channels: SiteChannels;
  /** What its chat is configured with. */
  readonly dataURL: string;

  /** Writes down what happens, for whoever looks for the reason of a fault. */
  readonly note: (what: string) => void;

  constructor(dataURL: string, seed: number, note: (what: string) => void) {
    this.dataURL = dataURL;
    this.note = note;
    this.channels = new SiteChannels(new Random(seed).next);
  }
}
