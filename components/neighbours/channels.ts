import { ChatError } from '../../src/errors.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import type { Locale } from '../../src/i18n/texts.js';
import { consoleLogger } from '../../src/platform/logger.js';
import type { ChannelOptions } from '../../src/plugins/neighbour-names.js';
import { missingChannel } from '../internal/missing-channels.js';

/** A way to get in touch, as it is configured. */
export interface ConfiguredChannel extends ChannelOptions {
  readonly clickCommand: string;
}

/** What is known of channels by their names. */
const known: Readonly<Record<string, ChannelOptions>> = {
  WebChat: { clickCommand: 'WebChat.open', readyEvent: 'WebChat.ready', icon: 'chat' },
  ChannelSelector: { clickCommand: 'ChannelSelector.open', readyEvent: 'ChannelSelector.ready', icon: 'multichannel' },
};

/** Where nothing else is configured, there is the chat. */
const chatAlone: readonly ChannelOptions[] = [{ name: 'WebChat' }];

/**
 * Reads a list of channels; `option` is its name for those who configured it, `plugins` has those on the bus by name. What
 * is no good, or not here, is left out and told.
 */
export function readChannels(option: string, plugins: object, given: unknown = chatAlone): ConfiguredChannel[] {
  if (!Array.isArray(given)) {
    consoleLogger.error(`${option} takes a list of channels. It is ignored, and the chat is offered.`);
    return readChannels(option, plugins);
  }
  return given.flatMap((raw: unknown, at) => {
    const channel: ChannelOptions = isObject(raw) ? { ...known[nameOf(raw)], ...raw } : {};
    const { enable, clickCommand } = channel;
    if (enable === false) return [];
    if (!isFullName(clickCommand)) {
      consoleLogger.error(
        `${option}[${String(at)}] takes clickCommand: the full name of a command, as 'Plugin.command'. It is left out.`,
      );
      return [];
    }
    const [plugin = ''] = clickCommand.split('.');
    // The page may have one of that name of its own.
    const absence = plugin in plugins ? undefined : missingChannel(plugin);
    if (absence === undefined) return [{ ...channel, clickCommand }];
    consoleLogger.warn(`${option}[${String(at)}]: ${absence}. It is left out.`);
    return [];
  });
}

/** What the visitor reads; `namespace` is where the plugin's own texts are in language packs. */
export function labelOf(channel: ConfiguredChannel, locale: Locale, namespace: string): string {
  const { name = '', displayName, i18n, clickCommand } = channel;
  const own = i18n && locale.packed?.get(`${namespace}.${i18n}`);
  if (own) return own;
  if (displayName) return textOf(displayName, locale) || displayName;
  const ours = clickCommand === 'WebChat.open' ? textOf('@i18n:webchat.ChatButton', locale) : '';
  return locale.packed?.get(`${namespace}.${name}Name`) ?? (ours || name || clickCommand);
}

/** The line below it. */
export function titleOf({ displayTitle = '' }: ConfiguredChannel, locale: Locale): string {
  return textOf(displayTitle, locale);
}

/** A text of the site, or of a language pack that it refers to by `@i18n:namespace.Key`; empty when there is none. */
function textOf(text: string, { packed, texts }: Locale): string {
  const path = /^@i18n:(.+)$/.exec(text)?.[1];
  if (path === undefined) return text;
  return packed?.get(path) ?? (path === 'webchat.ChatButton' ? (texts.ChatButton ?? enFeatures.ChatButton) : '');
}

/** What the page's configuration says under a name; what is no object is told, and is nothing. */
export function sectionOf(config: unknown, name: string): Readonly<Record<string, unknown>> {
  const section = isObject(config) ? (config[name] ?? {}) : {};
  if (isObject(section)) return section;
  consoleLogger.error(`_genesys.widgets: ${name} takes an object. It is ignored.`);
  return {};
}

/**
 * The options of a `configure`.
 * @throws {ChatError} when there are none.
 */
export function checked(options: object): Readonly<Record<string, unknown>> {
  if (Object.keys(options).length === 0) throw new ChatError('Invalid configuration');
  return { ...options };
}

/** Whether the value has options in it. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf({ name }: Readonly<Record<string, unknown>>): string {
  return typeof name === 'string' ? name : '';
}

function isFullName(value: unknown): value is string {
  return typeof value === 'string' && /^[^.]+\.[^.]+$/.test(value);
}
