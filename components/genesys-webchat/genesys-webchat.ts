/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging -- the option table defines the properties */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Bus, Deferred } from '../../src/bus/index.js';
import type { ChatConfig } from '../../src/config/resolve-options.js';
import type { ResolvedOptions } from '../../src/config/options.js';
import { isEnglish } from '../../src/i18n/is-english.js';
import type { Locale } from '../../src/i18n/texts.js';
import { plainLauncher } from '../../src/model/launcher-state.js';
import { isShown } from '../../src/model/window-state.js';
import { assembleChat } from '../../src/create-web-chat-service.js';
import { systemPlatform } from '../../src/platform/platform.js';
import type { ChatCatalogue, OpenOptions, StartChatOptions } from '../../src/plugins/names.js';
import { createStore } from '../../src/store.js';
import { StoreController } from '../context/store-controller.js';
import { launcherParts } from '../chat-launcher/chat-launcher.js';
import { customElement } from '../internal/custom-element.js';
import { tokens } from '../styles/tokens.js';
import { languageAround } from './ancestors.js';
import { dispatchBusEvent } from './bus-event-dispatcher.js';
import type { ChatEventTarget } from './event-map.js';
import { claimGlobals, pageConfig, takeGlobalChat, type GlobalChat } from './globals/page-globals.js';
import { JsonChild } from './json-child.js';
import { LanguageObserver } from './language-observer.js';
import { claimConversation } from './conversations.js';
import { styles } from './genesys-webchat.styles.js';
import {
  attributes,
  defineOptionProperties,
  OptionSource,
  upgradeOptionProperties,
  type OptionProperties,
} from './option-source.js';
import type { EdgeView } from './edge-view.js';
import type { SpokenLanguage } from './spoken-language.js';
import type { WindowView } from './window-view.js';

type Commands = ChatCatalogue['commands'];

/** Options by which something else than the plain launcher stands at the edge of the page. */
const edgeOptions = [
  'chatButton.openDelay',
  'chatButton.effect',
  'chatButton.template',
  'autoInvite.enabled',
  'proactive.enabled',
  'inviteOnRestoreTimeout',
] as const;

/**
 * A live chat with the agents of a Genesys contact centre.
 *
 * Every event of the bus is dispatched on the element under its full name (`WebChatService.messageReceived`), bubbling
 * and composed; those of `WebChatService` and `WebChat` also under their bare name (`messageReceived`), not bubbling.
 *
 * @slot launcher-icon - Replaces the speech bubble on the launcher.
 * @slot header - Replaces the title and the line below it.
 * @slot menu - Stands in the title bar, before the buttons.
 * @slot empty - Stands where nothing has been said yet.
 * @slot form-footer - Stands below the form, e.g. for a privacy note.
 * @slot composer-start - Stands before the message box.
 * @slot composer-end - Stands after the message box.
 * @slot end - Stands below a conversation that is over.
 * @cssprop --gwc-color-brand - Title bar, launcher, own bubbles, main buttons.
 * @cssprop --gwc-color-on-brand - Text on the brand's colour.
 * @cssprop --gwc-color-accent - Focus rings and links.
 * @cssprop --gwc-color-surface - The window.
 * @cssprop --gwc-color-soft - The other side's bubbles.
 * @cssprop --gwc-color-text - Text.
 * @cssprop --gwc-color-muted - Names, times and hints.
 * @cssprop --gwc-color-line - Dividers.
 * @cssprop --gwc-color-control - Borders of fields.
 * @cssprop --gwc-color-danger - Errors.
 * @cssprop --gwc-color-warning - A lost connection.
 * @cssprop --gwc-font-family - Typeface.
 * @cssprop --gwc-font-size - Size of the type.
 * @cssprop --gwc-radius - Corners of the window.
 * @cssprop --gwc-radius-bubble - Corners of bubbles.
 * @cssprop --gwc-radius-control - Corners of fields and buttons.
 * @cssprop --gwc-shadow - Below launcher and window.
 * @cssprop --gwc-speed - How long things move.
 * @cssprop --gwc-offset-block - Distance from the screen's upper and lower edge.
 * @cssprop --gwc-offset-inline - Distance from the screen's sides.
 * @cssprop --gwc-window-width - Width of the window where there is room.
 * @cssprop --gwc-window-height - Height of the window where there is room.
 * @cssprop --gwc-z-index - Layer of launcher and window.
 */
@customElement('genesys-webchat')
export class GenesysWebchat extends LitElement {
  static override readonly styles = [tokens, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...attributes.keys()];
  }

  static {
    defineOptionProperties(this.prototype, (element) => element.#optionSource);
  }

  readonly #global = takeGlobalChat();
  #merged: { readonly of: ResolvedOptions; readonly options: ResolvedOptions } | undefined;
  readonly #optionSource = new OptionSource(
    systemPlatform.logger,
    () => pageConfig(this.#global),
    () => this.attributes,
    () => {
      this.requestUpdate();
    },
  );
  readonly #chat = assembleChat({
    bus: this.#global.bus,
    platform: systemPlatform,
    options: () => this.#options,
    configure: (webchat) => {
      this.#optionSource.configure(webchat);
    },
    id: () => this.id,
    claim: (name) => {
      const release = claimConversation(name);
      if (!release) void this.#optionSource.tell([{ source: 'tag', name: 'id', raw: name }]);
      return release;
    },
  });
  #edge: EdgeView | undefined;
  #isEdgeAsked = false;
  #isEdgeMissing = false;
  readonly #locale = createStore<Locale>({ lang: 'en', dir: 'ltr', texts: {} });
  /** Brings other texts than the English ones that launcher and window have; there once there is need of it. */
  #language: Promise<SpokenLanguage | undefined> | undefined;
  /** Whether the launcher has to wait for its first words. */
  #isEarly: boolean | undefined;
  #view: WindowView | undefined;
  #viewLoading: Promise<void> | undefined;

  /** The bus: registers plugins, carries commands and events. It is there from the start and outlives removal. */
  readonly bus: Bus<ChatCatalogue> = this.#chat.bus;

  /** Runs any command on the bus by its full name, e.g. `command('WebChat.open', { form })`. */
  readonly command: Bus<ChatCatalogue>['command'] = this.#chat.bus.command;

  /** Puts a plugin on the bus; `false` when the name is taken. */
  readonly registerPlugin: Bus<ChatCatalogue>['registerPlugin'] = this.#chat.bus.registerPlugin;

  /** Resolves after `WebChatService.ready`; never rejects. */
  readonly whenReady: Promise<void> = this.#chat.service.whenReady;

  constructor() {
    super();
    Object.assign(this.#global, {
      tag: this,
      locale: this.#locale,
      unread: this.#chat.service.stores.unread,
      onConfig: () => {
        // A tag that is taken out is not to be drawn again.
        if (this.isConnected) this.#optionSource.changed();
      },
    } satisfies Partial<GlobalChat>);
    new JsonChild(this, (config, text) => {
      this.#optionSource.setScript(config, text);
    });
    new StoreController(this, () => this.#chat.window.window);
    new StoreController(this, () => this.#chat.window.launcher);
    new StoreController(this, () => this.#chat.service.stores.unread);
    new StoreController(this, () => this.#chat.service.stores.phase);
    new StoreController(this, () => this.#locale);
    new LanguageObserver(this);
    this.bus.observe((event) => {
      dispatchBusEvent(this, event);
    });
    void this.whenReady.then(() => {
      this.#chat.window.ready();
    });
  }

  /**
   * The whole configuration in the shape of Genesys Widgets, `{ main, webchat }`. It wins over attributes and properties,
   * and those over the same shape in a `<script type="application/json">` inside the tag.
   */
  get config(): ChatConfig | undefined {
    return this.#optionSource.config;
  }

  set config(config: ChatConfig | undefined) {
    this.#optionSource.config = config;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    const option = attributes.get(name);
    if (option && old !== value) this.#optionSource.setAttribute(option, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    upgradeOptionProperties(this);
    this.#chat.service.resume();
    const { service } = this.#chat;
    const extending = this.#claimGlobals();
    // Extensions want to see everything from the beginning.
    if (extending) void extending.then(() => service.start());
    else service.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page takes the element out for a moment only.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#chat.service.suspend();
      void this.#claimGlobals();
    });
  }

  #claimGlobals(): Promise<unknown> | undefined {
    return claimGlobals(this.#global, this.isConnected && this.#optionSource.options.globals);
  }

  /** Shows the window: `WebChat.open`. */
  open(options?: OpenOptions): Deferred<undefined> {
    this.#onIntent();
    return this.bus.command('WebChat.open', options);
  }

  /** Takes the window off the screen and ends the chat: `WebChat.close`. */
  close(): Deferred<undefined> {
    return this.bus.command('WebChat.close');
  }

  /** Hides the window behind the launcher, or shows it again; without a value it toggles: `WebChat.minimize`. */
  minimize(minimized?: boolean): Deferred<undefined> {
    return this.bus.command('WebChat.minimize', minimized === undefined ? undefined : { minimized });
  }

  /** Starts a chat at once, without a form: `WebChatService.startChat`. */
  startChat(options?: StartChatOptions): Deferred<Commands['WebChatService.startChat']['result']> {
    return this.bus.command('WebChatService.startChat', options);
  }

  /** Sends a message: `WebChatService.sendMessage`. Stays pending while the server cannot be reached. */
  sendMessage(text: string): Deferred<Commands['WebChatService.sendMessage']['result']> {
    return this.bus.command('WebChatService.sendMessage', { message: text });
  }

  /** Ends the chat at once, without asking: `WebChatService.endChat`. */
  endChat(): Deferred<Commands['WebChatService.endChat']['result']> {
    return this.bus.command('WebChatService.endChat');
  }

  override willUpdate(): void {
    void this.#speak(this.#view !== undefined);
    // Later, the words of another language take the place of those on screen.
    this.#isEarly ??= this.#language !== undefined;
  }

  override render(): TemplateResult {
    const isOnScreen = this.#view !== undefined && isShown(this.#chat.window.window.get());
    return html`${this.#showsLauncher ? this.#renderLauncher(isOnScreen) : nothing} ${this.#edge?.render()}
    ${this.#view?.render()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    void this.#claimGlobals();
    this.#chat.service.optionsChanged();
    const { theme } = this.#options;
    if (theme === 'auto') this.removeAttribute('data-theme');
    else this.setAttribute('data-theme', theme);
    if (!this.#view && this.#chat.window.window.get().opened) void this.#showWindow();
    // The window is made while the server is asked for the chat that it will show.
    if (this.#chat.service.stores.phase.get() === 'starting' && this.#showsLauncher) this.#onIntent();
    if (this.#hasEdge && !this.#isEdgeAsked) void this.#loadEdge();
  }

  get #showsLauncher(): boolean {
    return this.#edge ? this.#edge.showsLauncher : !this.#hasEdge && this.#options['chatButton.enabled'];
  }

  /** Whether the launcher is not as it always is, or not alone. */
  get #hasEdge(): boolean {
    const options = this.#optionSource.options;
    return (
      !this.#isEdgeMissing &&
      (this.#chat.window.launcher.get() !== plainLauncher || edgeOptions.some((name) => options[name]))
    );
  }

  async #loadEdge(): Promise<void> {
    this.#isEdgeAsked = true;
    try {
      const { EdgeView } = await import('./edge-view.js');
      const options = () => this.#optionSource.options;
      this.#edge = new EdgeView({ host: this, chat: this.#chat, options, locale: this.#locale });
    } catch {
      // A plain launcher is better than none.
      this.#isEdgeMissing = true;
    }
    this.requestUpdate();
  }

  #renderLauncher(isOnScreen: boolean): TemplateResult {
    const words = this.#locale.get().launcher;
    return html`<genesys-chat-launcher
      exportparts=${launcherParts}
      ?waiting=${this.#isEarly && !words}
      .expanded=${isOnScreen}
      .words=${words}
      .unread=${this.#chat.service.stores.unread.get()}
      @pointerenter=${this.#onIntent}
      @focusin=${this.#onIntent}
      @click=${this.#onLauncherClick}
    >
      <slot name="launcher-icon" slot="launcher-icon"></slot>
    </genesys-chat-launcher>`;
  }

  readonly #onIntent = (): void => {
    // A failure shows when the window is wanted; until then nobody needs to hear of it.
    this.#loadView().catch(() => undefined);
  };

  readonly #onLauncherClick = (): void => {
    if (isShown(this.#chat.window.window.get())) void this.minimize(true);
    else void this.open();
  };

  /** Brings the window's code, once. */
  #loadView(): Promise<void> {
    this.#viewLoading ??= this.#createView().catch((error: unknown) => {
      this.#viewLoading = undefined;
      throw error;
    });
    return this.#viewLoading;
  }

  async #createView(): Promise<void> {
    const [{ WindowView }] = await Promise.all([import('./window-view.js'), this.#speak(true)]);
    this.#view = new WindowView({
      host: this,
      chat: this.#chat,
      options: () => this.#optionSource.options,
      locale: this.#locale,
      english: isEnglish(this.#lang) ? this.#lang : 'en',
    });
    this.requestUpdate();
  }

  /** Speaks what the options ask for; `inWindow` tells whether the launcher is not all there is. */
  async #speak(inWindow: boolean): Promise<void> {
    const lang = this.#lang;
    const { i18n } = this.#options;
    if (!this.#language && isEnglish(lang) && !i18n && (!this.#view || lang === this.#locale.get().lang)) return;
    this.#language ??= import('./spoken-language.js').then(
      ({ SpokenLanguage }) => new SpokenLanguage(systemPlatform, this.#locale),
      (error: unknown) => {
        systemPlatform.logger.error(`unable to load the texts; ${String(error)}`);
        return undefined;
      },
    );
    await (await this.#language)?.want(lang, i18n, inWindow);
  }

  async #showWindow(): Promise<void> {
    try {
      await this.#loadView();
    } catch (error) {
      systemPlatform.logger.error(`unable to show the window; its code did not load: ${String(error)}`);
      // The launcher is still there, so the visitor can try again.
      if (this.#chat.window.window.get().opened) void this.minimize(true);
    }
  }

  /** The options with the language that holds here, one object until either is another: it is asked for often. */
  get #options(): ResolvedOptions {
    const { options } = this.#optionSource;
    const lang = this.#lang;
    if (this.#merged?.of !== options || this.#merged.options.lang !== lang) {
      this.#merged = { of: options, options: { ...options, lang } };
    }
    return this.#merged.options;
  }

  get #lang(): string {
    return this.#optionSource.options.lang ?? languageAround(this) ?? 'en';
  }
}

/** Each option of the table is a property too; `addEventListener` knows the events. */
export interface GenesysWebchat extends OptionProperties {
  addEventListener: ChatEventTarget['addEventListener'];
  removeEventListener: ChatEventTarget['removeEventListener'];
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-webchat': GenesysWebchat;
  }
}
