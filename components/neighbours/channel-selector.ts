import { ChatError } from '../../src/errors.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { consoleLogger } from '../../src/platform/logger.js';
import '../chat-channel-selector/chat-channel-selector.js';
import { channelSelectorParts, type ChatChannelSelector } from '../chat-channel-selector/chat-channel-selector.js';
import { ChannelList } from './channel-list.js';
import { checked, isObject, readChannels, sectionOf } from './channels.js';
import type { NeighbourCommands, Neighbourhood } from './neighbourhood.js';
import { speak } from './speak.js';

/** A dialog in which the visitor chooses how to get in touch. */
export function channelSelector(neighbourhood: Neighbourhood<'ChannelSelector'>): NeighbourCommands<'ChannelSelector'> {
  return new ChannelSelector(neighbourhood).commands;
}

class ChannelSelector {
  readonly commands: NeighbourCommands<'ChannelSelector'> = {
    configure: (options) => this.#configure(checked(options)),
    open: () => this.#open(),
    close: () => this.#close(),
  };
  readonly #neighbourhood: Neighbourhood<'ChannelSelector'>;
  readonly #list: ChannelList;
  #selector: ChatChannelSelector | undefined;
  #stopSpeaking: (() => void) | undefined;

  constructor(neighbourhood: Neighbourhood<'ChannelSelector'>) {
    this.#neighbourhood = neighbourhood;
    const onChange = (): void => {
      if (this.#selector) this.#update(this.#selector);
    };
    this.#list = new ChannelList({ ...neighbourhood, texts: 'channelselector', onChange });
    this.#configure(sectionOf(neighbourhood.pageConfig, 'channelselector'));
  }

  #configure(given: Readonly<Record<string, unknown>>): undefined {
    const { channels } = given;
    if (Array.isArray(channels) && channels.some((each) => isObject(each) && isObject(each['ewt']))) {
      consoleLogger.warn(
        'channelselector.channels: ewt, the expected waiting time, needs a statistics server that this chat does not know. The channels are shown without.',
      );
    }
    const plugins = this.#neighbourhood.plugin.registry();
    this.#list.set(readChannels('channelselector.channels', plugins, channels));
  }

  #open(): undefined {
    if (this.#selector) throw new ChatError('ChannelSelector is already opened');
    const { plugin, root, locale } = this.#neighbourhood;
    const selector = document.createElement('genesys-chat-channel-selector');
    this.#selector = selector;
    selector.setAttribute('exportparts', channelSelectorParts);
    selector.addEventListener('genesys-chat-close', () => {
      // Who does not want it closed says why.
      plugin.command('ChannelSelector.close').catch(() => undefined);
    });
    this.#stopSpeaking = speak(selector, locale);
    this.#update(selector);
    root.append(selector);
    plugin.publish('opened');
  }

  #close(): undefined {
    if (!this.#selector) throw new ChatError('ChannelSelector is already closed');
    this.#stopSpeaking?.();
    this.#selector.close();
    this.#selector.remove();
    this.#selector = undefined;
    this.#neighbourhood.plugin.publish('closed');
  }

  #update(selector: ChatChannelSelector): void {
    const { packed, texts } = this.#neighbourhood.locale.get();
    selector.heading = packed?.get('channelselector.Title') ?? texts.InviteTitle ?? enFeatures.InviteTitle;
    selector.channels = this.#list.channels.map((channel) => ({
      ...channel,
      choose: () => {
        this.#close();
        channel.choose();
      },
    }));
  }
}
