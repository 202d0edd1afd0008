import { ChatError } from '../../../src/errors.js';
import { answerCommand } from '../../../src/plugins/answer-command.js';
import { isRecord } from './loose-record.js';
import type { ChatBus } from './page-globals.js';

/** What the loader has the page do. */
export interface LoadingPage {
  /** The page loads file after file: it says when the last one is there. */
  wait(): void;
  /** All is there that the chat is made from; resolves when it takes commands, with false where there is none. */
  boot(): Promise<boolean>;
  /** Writes more on the console. */
  setDebug(isDebug: boolean): void;
}

/** What `loadPlugin` is asked for, and is all in this chat already or comes by itself. */
const known =
  /^(widgets-core|app|common|webchat|webchatservice|toaster|overlay|windowmanager|sidebar|channelselector)$/i;

/** Carries out `CXBus.configure`, `loadFile` and `loadPlugin`. */
export function addBusLoader(bus: ChatBus, page: LoadingPage): void {
  const plugin = bus.registerPlugin('CXBusLoader');
  if (!plugin) return;
  const verbs: Readonly<Record<string, (given: unknown) => unknown>> = {
    configure: (given) => {
      page.wait();
      page.setDebug(isRecord(given) && given['debug'] === true);
    },
    loadFile: (url) => {
      page.wait();
      return loadFile(url);
    },
    loadPlugin: async (name) => {
      if (typeof name !== 'string' || !known.test(name)) {
        throw new ChatError(
          `CXBus.loadPlugin: there is no plugin ${String(name)} here; files of the page come by CXBus.loadFile`,
        );
      }
      if (await page.boot()) return;
      throw new ChatError(
        'CXBus.loadPlugin: there is no chat to start; set window._genesys.widgets.webchat before, or put <genesys-webchat> into the page',
      );
    },
  };
  for (const [name, run] of Object.entries(verbs)) {
    plugin.registerCommand(name, (call) =>
      answerCommand<unknown>(call, async () => await run((call.data as { readonly given?: unknown }).given)),
    );
  }
  plugin.ready();
}

/** Runs a script of the page. */
function loadFile(url: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = (reason: string): void => {
      script.remove();
      reject(new ChatError(`CXBus.loadFile: unable to load ${JSON.stringify(url)}; ${reason}`));
    };
    if (typeof url !== 'string' || url === '') {
      fail('it takes the address of a script');
      return;
    }
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', () => {
      fail('the server did not give it, or the page does not allow it');
    });
    try {
      script.src = url;
    } catch {
      fail('the page has Trusted Types: put a script tag into the page instead');
      return;
    }
    document.head.append(script);
  });
}
