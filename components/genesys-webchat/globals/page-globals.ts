import { createBus, type Bus } from '../../../src/bus/index.js';
import { sentences } from '../../../src/errors.js';
import type { Locale } from '../../../src/i18n/texts.js';
import { systemPlatform } from '../../../src/platform/platform.js';
import type { ChatCatalogue } from '../../../src/plugins/names.js';
import type { ReadableStore } from '../../../src/store.js';
import type { GenesysWebchat } from '../genesys-webchat.js';
import type { WidgetsPage } from './widgets-page.js';

/** A chat that the page's globals may stand for: it has a bus before it has a tag. */
export interface GlobalChat {
  readonly bus: Bus<ChatCatalogue>;
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
let ownBus: unknown;
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
export function claimGlobals(chat: GlobalChat, isWanted: boolean): Promise<unknown> | undefined {
  if (chats.has(chat) === isWanted) return undefined;
  if (isWanted) chats.add(chat);
  else chats.delete(chat);
  const [first = waiting] = chats;
  install(first);
  chat.onConfig?.();
  return loading && serve();
}

/** Gives the page its globals where there is no tag yet, but for a page whose tags want none. */
export function startGlobals(): void {
  // A server that renders the tag imports it too.
  if (typeof document === 'undefined') return;
  if (chats.size === 0 && !document.querySelector('genesys-webchat')) install((waiting = createChat()));
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
      findPlugin: () =>
        load().then(
          (widgets) => widgets.findPlugin(chat),
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

async function serve(): Promise<void> {
  try {
    await (await load()).serve(current, [...chats], pageConfig);
  } catch {
    // The next one to look at the globals tries again.
    loading = undefined;
    systemPlatform.logger.error(sentences.notLoaded);
  }
}

function install(chat: GlobalChat | undefined): void {
  if (chat === current) return;
  current = chat;
  if (page.CXBus === ownBus) delete page.CXBus;
  if (isOffered) delete page._genesys;
  ownBus = undefined;
  isOffered = false;
  if (!chat) return;
  if (!page.CXBus) page.CXBus = ownBus = withLoader(chat.bus);
  if (page.CXBus !== ownBus || '_genesys' in page) void serve();
  else offer({ widgets: { bus: chat.bus } });
}

/** Has `window._genesys` there as soon as somebody looks at it; else no code is loaded for it. */
function offer(value: unknown): void {
  isOffered = true;
  const take = (taken: unknown): unknown => {
    isOffered = false;
    Object.defineProperty(page, '_genesys', { value: taken, writable: true, enumerable: true });
    void serve();
    return taken;
  };
  Object.defineProperty(page, '_genesys', { configurable: true, get: () => take(value), set: take });
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
