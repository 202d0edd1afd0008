import type { ResolvedOptions } from '../config/options.js';
import type { Platform } from '../platform/platform.js';
import type { TabChannel } from '../platform/tabs.js';
import type { TabMessage } from './tab-messages.js';

/** What is needed to notice that the site has a conversation. */
export interface SiteConversationOptions {
  readonly platform: Pick<Platform, 'page' | 'storage' | 'cookies' | 'tabs'>;
  readonly options: () => ResolvedOptions;
  /** Tells apart several chats of one page. */
  readonly id: () => string;
  /** Is told which conversation it is, and returns what is to be called when it is that no more. */
  readonly claim?: ((name: string) => (() => void) | undefined) | undefined;
  /** Whether another conversation may be looked for. */
  readonly isIdle: () => boolean;
  /** An earlier page has left a session. */
  readonly onSession: () => void;
  /** Another tab says something. */
  readonly onMessage: (message: unknown) => void;
  readonly onHold: () => void;
  readonly onGoOn: () => void;
}

/**
 * Notices that the site has a conversation already, left by an earlier page or going on in another tab. It is all that a
 * page without a chat runs, so it knows nothing of what it finds.
 */
export class SiteConversation {
  readonly #options: SiteConversationOptions;
  #name: string | undefined;
  #channel: TabChannel | undefined;
  #isListening = false;
  #release: (() => void) | undefined;
  #isOpen = false;
  #isFrozen = false;
  #stopListening: (() => void)[] = [];

  constructor(options: SiteConversationOptions) {
    this.#options = options;
  }

  /** Whether it looks and listens. */
  get isOpen(): boolean {
    return this.#isOpen && !this.#isFrozen;
  }

  /** Names the conversation, the same on all pages of the site. */
  readonly name = (): string => {
    this.look();
    return this.#name ?? '';
  };

  /** Tells the site's other tabs. */
  readonly post = (message: TabMessage): void => {
    this.#channel?.post(message);
  };

  /** Looks and listens from now on; does nothing while it does. */
  open(): void {
    if (this.#isOpen) return;
    const { page } = this.#options.platform;
    this.#isOpen = true;
    this.#stopListening = [page.onFreeze(this.#onFreeze), page.onThaw(this.#onThaw)];
    this.#goOn();
  }

  /** Neither looks nor listens any more. */
  close(): void {
    for (const stop of this.#stopListening) stop();
    this.#stopListening = [];
    this.#isOpen = false;
    this.#hold();
  }

  /** Looks again if the options name another conversation than before, or after a while without looking. */
  look(): void {
    const { platform, claim, isIdle, onSession, onMessage } = this.#options;
    if (!this.isOpen) return;
    const name = this.#currentName();
    if (name !== this.#name && isIdle()) {
      this.#leave();
      this.#name = name;
    }
    if (this.#isListening || this.#name === undefined) return;
    this.#isListening = true;
    this.#release = claim?.(this.#name);
    this.#channel = platform.tabs?.open(`genesys-webchat/${this.#name}`, onMessage);
    if (isIdle() && this.#hasSession(this.#name)) onSession();
  }

  #currentName(): string | undefined {
    const { options, id, platform } = this.#options;
    const { deploymentID, dataURL, 'transport.type': type } = options();
    // Pages may write one address in several ways.
    const address =
      dataURL && new URL(dataURL, platform.page.address() ?? 'https://page.example').href.replace(/\/+$/, '');
    const name = deploymentID ?? address ?? type;
    // No name is the beginning of another one's keys.
    return (name && id() ? `${name}#${id()}` : name)?.replaceAll('/', '%2F');
  }

  #hasSession(name: string): boolean {
    const { platform, options } = this.#options;
    const { cookieOptions } = options();
    if (options()['async.enabled'] && options()['async.setSessionData']) return true;
    const prefix = `genesys-webchat/${name}/`;
    // Texts without a session are looked through as well: they may have to go.
    return (
      platform.storage.keys(prefix).length > 0 ||
      (cookieOptions !== undefined && platform.cookies.read().includes(encodeURIComponent(prefix)))
    );
  }

  /** The channel is there before anything is said on it. */
  #goOn(): void {
    this.look();
    this.#options.onGoOn();
  }

  #hold(): void {
    this.#options.onHold();
    this.#leave();
  }

  #leave(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#release?.();
    this.#release = undefined;
    this.#isListening = false;
  }

  readonly #onFreeze = (): void => {
    if (this.#isFrozen) return;
    this.#isFrozen = true;
    this.#hold();
  };

  readonly #onThaw = (): void => {
    if (!this.#isFrozen) return;
    this.#isFrozen = false;
    this.#goOn();
  };
}
