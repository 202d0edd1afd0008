import { createBus, type Bus } from '../../../src/bus/index.js';
import { sentences } from '../../../src/errors.js';
import type { Locale } from '../../../src/i18n/texts.js';
import { systemPlatform } from '../../../src/platform/platform.js';
import type { ChatCatalogue } from '../../../src/plugins/names.js';
import type { ReadableStore } from '../../../src/store.js';
import type { GenesysWebchat } from '../genesys-webchat.js';
import type { WidgetsPage } from './widgets-page.js';

/** The bus of a chat. */
export type ChatBus = Bus<ChatCatalogue>;

/** A chat that the page's globals may stand for: it has a bus before it has a tag. */
export interface GlobalChat {
  readonly bus: ChatBus;
  tag?: GenesysWebchat;
  locale?: ReadableStore<Locale>;
  unread?: ReadableStore<number>;
  /** Is told when the page's configuration may be another. */
  onConfig?: () => void;
}

/** The page, as far as it is looked at here. All of it may be somebody else's. */
interface GlobalPage {
  CXBus?: unknown;
  _genesys?: { readonly widgets?: unknown; readonly cxwidget?: unknown } | null;
}

const page = globalThis as GlobalPage;
/** The chats of tags that want the globals, in the order in which they came: the first one has them. */
const chats = new Set<GlobalChat>();
/** On a page without a tag, the chat of the one that may come. */
let waiting: GlobalChat | undefined;
/** The chat that has the globals. */
let current: GlobalChat | undefined;
/** What stands at `window.CXBus` for it. */
let ownBus: object | undefined;
/** Whether `window._genesys` is a mere offer that nobody has taken. */
let isOffered = false;
let loading: Promise<WidgetsPage> | undefined;

/** The chat of a new tag: the one that code of the page has used before there was a tag, if it did. */
export function takeGlobalChat(): GlobalChat {
  const chat = waiting ?? createChat();
  waiting = undefined;
  return chat;
}

/**
 * Lets a chat have the page's globals when its turn comes, or no longer. What it gives resolves when the page's
 * extensions have run; nothing where nothing has changed, or the page has none.
 */
export function claimGlobals(chat: GlobalChat, isWanted: boolean): Promise<void> | undefined {
  if (chats.has(chat) === isWanted) return undefined;
  if (isWanted) chats.add(chat);
  else chats.delete(chat);
  const serving = share();
  chat.onConfig?.();
  return serving;
}

/** Gives the page its globals where there is no tag yet, but for a page whose tags want none. */
export function startGlobals(): void {
  // A server that renders the tag imports it too.
  if (typeof document === 'undefined' || chats.size > 0 || document.querySelector('genesys-webchat')) return;
  waiting = createChat();
  void share();
}

/** What the page configures for all its chats in the shape of Genesys Widgets, unless these are there themselves. */
export function pageConfig(chat: GlobalChat): unknown {
  if (!chats.has(chat) || isOffered || page.CXBus !== ownBus) return undefined;
  return page._genesys?.widgets ?? page._genesys?.cxwidget;
}

function createChat(): GlobalChat {
  const chat: GlobalChat = {
    bus: createBus({
      ...systemPlatform,
      findPlugin: (name) =>
        load().then(
          (widgets) => widgets.findPlugin(chat, name),
          () => sentences.notLoaded,
        ),
    }),
  };
  return chat;
}

/** Brings what pages need that were written for Genesys Widgets. No other page pays for it. */
function load(): Promise<WidgetsPage> {
  loading ??= import('./widgets-page.js').then(({ WidgetsPage }) => new WidgetsPage());
  return loading;
}

/** Gives the globals to the chat whose turn it is. */
function share(): Promise<void> | undefined {
  const [first = waiting] = chats;
  if (first !== current) install(first);
  return loading && serve();
}

async function serve(): Promise<void> {
  try {
    await (await load()).serve({ current, chats: [...chats], ownBus });
  } catch {
    // Whoever looks at the globals next tries again.
    loading = undefined;
    systemPlatform.logger.error(sentences.notLoaded);
  }
}

function install(chat: GlobalChat | undefined): void {
  current = chat;
  if (page.CXBus === ownBus) delete page.CXBus;
  if (isOffered) delete page._genesys;
  ownBus = undefined;
  isOffered = false;
  if (!chat) return;
  if (!page.CXBus) page.CXBus = ownBus = withLoader(chat.bus);
  // What is there already is looked at, by code that comes for it.
  if (page.CXBus !== ownBus || '_genesys' in page) loading ??= load();
  else offer();
}

/** Has `window._genesys` there as soon as somebody looks at it; else no code is loaded for it. */
function offer(): void {
  isOffered = true;
  const take = (value: unknown): unknown => {
    isOffered = false;
    Object.defineProperty(page, '_genesys', { value, writable: true, enumerable: true });
    void serve();
    return value;
  };
  const widgets = Object.defineProperty({}, 'bus', { configurable: true, enumerable: true, get: () => current?.bus });
  Object.defineProperty(page, '_genesys', { configurable: true, get: () => take({ widgets }), set: take });
}

/** The bus as `window.CXBus` is: it loads files too. */
function withLoader(bus: GlobalChat['bus']): object {
  const command = (name: string) => (given: unknown) => bus.command(`CXBusLoader.${name}`, { given });
  return {
    ...bus,
    configure: command('configure'),
    loadFile: command('loadFile'),
    loadPlugin: command('loadPlugin'),
  };
}
