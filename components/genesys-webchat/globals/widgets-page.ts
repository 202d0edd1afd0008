import { createHookHints } from '../../../src/legacy/hook-hints.js';
import { systemPlatform } from '../../../src/platform/platform.js';
import { reportFailure } from '../../../src/platform/report-error.js';
import { showAtStart } from '../../neighbours/neighbours.js';
import { addBusLoader } from './bus-loader.js';
import { createCommon } from './common.js';
import { describeConfig } from './describe-config.js';
import { Extensions } from './extensions.js';
import { addLazyPlugins } from './lazy-plugins.js';
import { isRecord, type LooseRecord } from './loose-record.js';
import { missingChannel } from '../../internal/missing-channels.js';
import { withOldNames } from './old-names.js';
import { pageDollar } from './page-dollar.js';
import { PageObjects } from './page-objects.js';
import type { GlobalChat } from './page-globals.js';

/** What the page's globals are to stand for. */
interface Claim {
  /** The chat that has them; none when no tag wants them. */
  readonly current: GlobalChat | undefined;
  /** All chats that read the page's configuration. */
  readonly chats: readonly GlobalChat[];
  /** What is at `window.CXBus` where that is ours. */
  readonly ownBus: object | undefined;
}

/**
 * What pages need that were written for Genesys Widgets: their configuration makes a chat, their extensions run on its
 * bus. Loaded with the first look at one of their globals; there is one of it.
 */
export class WidgetsPage {
  readonly #objects = new PageObjects(() => {
    void this.#update();
  });
  readonly #lookAt = createHookHints(systemPlatform);
  readonly #extensions = new Extensions(this.#lookAt);
  readonly #commons = new WeakMap<GlobalChat, object>();
  readonly #withLoader = new WeakSet<GlobalChat>();
  readonly #withPlugins = new WeakSet<GlobalChat>();
  readonly #begun = new WeakSet<GlobalChat>();
  readonly #greeted = new WeakMap<GlobalChat, unknown>();
  readonly #told = new Set<string>();
  #claim: Claim = { current: undefined, chats: [], ownBus: undefined };
  /** The tag that was made from the page's configuration. */
  #made: GlobalChat['tag'];
  /** Whether the page loads file after file, and will say when the last one is there. */
  #isLoading = false;
  #isDebug = false;
  #updating: Promise<void> = Promise.resolve();

  /** Lets the page's globals stand for these chats. Resolves when the extensions that there are have run. */
  serve(claim: Claim): Promise<void> {
    this.#claim = claim;
    return this.#update();
  }

  /** Puts a plugin of Genesys Widgets on the bus of a chat, if there is one of that name; else gives a sentence about it. */
  async findPlugin(chat: GlobalChat, name: string): Promise<string | undefined> {
    this.#addLoader(chat);
    if (name === 'CXBusLoader') return undefined;
    // Who calls a command before the chat is made wants it made.
    if (!chat.tag) await this.#boot(chat);
    this.#addPlugins(chat);
    return missingChannel(name) ?? (chat.tag ? undefined : `Unknown plugin: ${name}; there is no chat in the page yet`);
  }

  #update(): Promise<void> {
    this.#updating = this.#updating.then(() => this.#updateNow()).catch(reportFailure);
    return this.#updating;
  }

  async #updateNow(): Promise<void> {
    const { current, chats, ownBus } = this.#claim;
    if (!current) {
      this.#objects.release();
      // A page that has another body from now on, as some applications go from view to view, did not mean the chat.
      if (this.#made?.parentNode && !this.#made.isConnected) document.body.append(this.#made);
      return;
    }
    const common = this.#commonOf(current);
    if (!ownBus || Reflect.get(window, 'CXBus') !== ownBus || !this.#objects.install(current.bus, common)) {
      this.#leaveToOthers();
      return;
    }
    const { config } = this.#objects;
    // It is our own object, and stays the same one.
    Object.assign(ownBus, withOldNames(current.bus));
    for (const sentence of describeConfig(config)) this.#tell(`_genesys.widgets: ${sentence}`);
    const made = this.#makeTag(current, config);
    if (current.tag) this.#addPlugins(current);
    for (const chat of chats) chat.onConfig?.();
    this.#followLauncher(config);
    await this.#extensions.run(current, config['extensions'], { bus: ownBus, common });
    if (made) document.body.append(made);
    if (current.tag && config['sidebar'] !== undefined && !this.#begun.has(current)) {
      this.#begun.add(current);
      showAtStart(current.bus, config);
    }
    void this.#greet(current);
  }

  /** Makes a tag where the page has a configuration and none, and says that it is complete. It is not in the page yet. */
  #makeTag(chat: GlobalChat, { webchat }: LooseRecord): GlobalChat['tag'] {
    if (chat.tag || this.#isLoading || !isRecord(webchat)) return undefined;
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => void this.#update(), { once: true });
      return undefined;
    }
    if (document.querySelector('genesys-webchat')) return undefined;
    this.#made = document.createElement('genesys-webchat');
    return this.#made;
  }

  /** Such a page has no launcher unless it asks for it: it was written with another default. */
  #followLauncher({ webchat }: LooseRecord): void {
    if (!this.#made) return;
    const { chatButton } = isRecord(webchat) ? webchat : {};
    const isSaid = isRecord(chatButton) && chatButton['enabled'] !== undefined;
    // Without a value the page's holds.
    Reflect.set(this.#made, 'chatButtonEnabled', isSaid ? undefined : false);
  }

  async #greet(chat: GlobalChat): Promise<void> {
    if (!chat.tag) return;
    await chat.tag.whenReady;
    const { onReady, bus } = this.#objects.config;
    if (typeof onReady !== 'function' || this.#claim.current !== chat || this.#greeted.get(chat) === onReady) return;
    this.#greeted.set(chat, onReady);
    this.#lookAt('onReady', onReady);
    try {
      (onReady as (bus: unknown) => unknown)(bus);
    } catch (error) {
      reportFailure(error);
    }
  }

  async #boot(chat: GlobalChat): Promise<boolean> {
    this.#isLoading = false;
    await this.#update();
    await chat.tag?.whenReady;
    return chat.tag !== undefined;
  }

  #addLoader(chat: GlobalChat): void {
    if (this.#withLoader.has(chat)) return;
    this.#withLoader.add(chat);
    addBusLoader(chat.bus, {
      wait: () => {
        this.#isLoading = true;
      },
      boot: () => this.#boot(chat),
      setDebug: (isDebug) => {
        this.#isDebug = isDebug;
      },
    });
  }

  #addPlugins(chat: GlobalChat): void {
    if (!chat.tag || this.#withPlugins.has(chat)) return;
    this.#withPlugins.add(chat);
    addLazyPlugins(chat, () => (this.#claim.chats.includes(chat) ? this.#objects.config : {}));
  }

  #commonOf(chat: GlobalChat): object {
    const known = this.#commons.get(chat);
    if (known) return known;
    const isDebug = (): boolean => {
      const { main } = this.#objects.config;
      return this.#isDebug || (isRecord(main) && main['debug'] === true);
    };
    const common = createCommon({ bus: chat.bus, isDebug });
    this.#commons.set(chat, common);
    void helpForms(chat, common);
    return common;
  }

  /** The page has Genesys Widgets itself, or something else by its names. */
  #leaveToOthers(): void {
    const { chats, ownBus } = this.#claim;
    this.#objects.release();
    // The configuration that it was made from is theirs.
    this.#made?.remove();
    if (ownBus && Reflect.get(window, 'CXBus') === ownBus) Reflect.deleteProperty(window, 'CXBus');
    this.#tell(
      'window.CXBus or _genesys.widgets.bus is there already: the page has Genesys Widgets. It is left alone, and its configuration to it; a <genesys-webchat> tag works beside it with options of its own. Remove the other script to let this chat take its place.',
    );
    for (const chat of chats) chat.onConfig?.();
  }

  /** Tells the site's developer something once. */
  #tell(sentence: string): void {
    if (this.#told.has(sentence)) return;
    this.#told.add(sentence);
    systemPlatform.logger.warn(sentence);
  }
}

/** Lets the checks of forms have what they expect. Without `$` they get the elements themselves. */
async function helpForms(chat: GlobalChat, common: object): Promise<void> {
  const { $ } = await pageDollar();
  if ($) chat.bus.data('formHelp', { $, common });
}
