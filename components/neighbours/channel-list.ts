import type { BusPlugin } from '../../src/bus/index.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { formatPlurals } from '../../src/i18n/plural-text.js';
import { consoleLogger } from '../../src/platform/logger.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import type { Channel } from '../internal/channel.js';
import { labelOf, titleOf, type ConfiguredChannel } from './channels.js';
import type { Neighbourhood } from './neighbourhood.js';

/** What the list is made from. */
interface ChannelListOptions extends Pick<Neighbourhood<'SideBar' | 'ChannelSelector'>, 'locale' | 'unread'> {
  readonly plugin: Pick<BusPlugin<ChatCatalogue>, 'command' | 'subscribe' | 'namespace'>;
  /** The plugin's namespace in language packs. */
  readonly texts: string;
  /** Is told when something about them has changed. */
  readonly onChange: () => void;
}

/** The channels that a visitor can choose from, as they are now. */
export class ChannelList {
  readonly #options: ChannelListOptions;
  #configured: readonly ConfiguredChannel[] = [];
  #waiting = new Set<ConfiguredChannel>();
  #stops: (() => void)[] = [];

  constructor(options: ChannelListOptions) {
    this.#options = options;
    options.unread.listen(options.onChange);
    options.locale.listen(options.onChange);
  }

  /** Takes other channels in place of those that there were. */
  set(channels: readonly ConfiguredChannel[]): void {
    for (const stop of this.#stops) stop();
    this.#configured = channels;
    this.#waiting = new Set(channels.filter(({ readyEvent }) => readyEvent));
    this.#stops = [...this.#waiting].map((channel) => this.#await(channel));
    this.#options.onChange();
  }

  /** Whether the chat is among them. */
  get hasChat(): boolean {
    return this.#configured.some(isChat);
  }

  /** What the visitor sees. */
  get channels(): Channel[] {
    const { locale, unread, texts } = this.#options;
    const now = locale.get();
    return this.#configured.map((channel) => {
      const count = isChat(channel) ? unread.get() : 0;
      const words = now.texts.UnreadMessagesTitle ?? enFeatures.UnreadMessagesTitle;
      return {
        label: labelOf(channel, now, texts),
        title: titleOf(channel, now),
        icon: channel.icon ?? channel.name ?? '',
        isReady: !this.#waiting.has(channel),
        unread: count,
        unreadWords: count > 0 ? `${String(count)} ${formatPlurals(words, { Count: count }, now.lang)}` : '',
        choose: () => {
          this.#choose(channel);
        },
      };
    });
  }

  #await(channel: ConfiguredChannel): () => void {
    const { plugin, onChange } = this.#options;
    const stop = plugin.subscribe(channel.readyEvent ?? '', () => {
      if (this.#waiting.delete(channel)) onChange();
    });
    return stop || (() => undefined);
  }

  #choose({ clickCommand, clickOptions }: ConfiguredChannel): void {
    const { plugin } = this.#options;
    plugin.command(clickCommand, clickOptions).catch((rejection: unknown) => {
      // An interceptor that does not want it is no mistake, but whoever looks for one finds it here.
      consoleLogger.warn(`${plugin.namespace()} ran ${clickCommand}, which was rejected:`, rejection);
    });
  }
}

function isChat({ clickCommand }: ConfiguredChannel): boolean {
  return clickCommand === 'WebChat.open';
}
