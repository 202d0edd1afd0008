import { Random } from '../fuzz/random.js';
import { MemoryStorage } from '../support/memory-storage.js';
import type { RestartableServer } from './restartable-server.js';
import { SiteChannels } from './site-channels.js';
import { SiteLocks } from './site-locks.js';
import type { SiteTime } from './site-time.js';

/** What all tabs of one site share in a browser. */
export class Site {
  readonly storage = new MemoryStorage();
  readonly locks = new SiteLocks();
  readonly channels: SiteChannels;
  readonly time: SiteTime;
  readonly server: RestartableServer;
  /** Writes down what happens, for whoever looks for the reason of a fault. */
  readonly note: (what: string) => void;

  constructor(time: SiteTime, server: RestartableServer, seed: number, note: (what: string) => void) {
    this.time = time;
    this.server = server;
    this.note = note;
    this.channels = new SiteChannels(time, new Random(seed).next);
  }
}
