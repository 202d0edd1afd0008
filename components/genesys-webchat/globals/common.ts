import type { ChatBus } from './page-globals.js';
import { consoleLogger } from '../../../src/platform/logger.js';
import { isRecord } from './loose-record.js';

/** What the common functions work with. */
interface CommonOptions {
  readonly bus: ChatBus;
  /** Whether the page wants to see what its extensions write. */
  readonly isDebug: () => boolean;
}

const address = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)\]]/g;

/**
 * The functions that extensions are given as `Common`, and that are at `_genesys.widgets.common`. Those that made or read
 * pieces of the old window are told of, once each, and give nothing.
 */
export function createCommon(options: CommonOptions): object {
  const told = new Set<string>();
  const common = {
    log: (text: unknown, level?: unknown) => {
      log(options.isDebug(), text, level);
    },
    linkify,
    showAlert: (_container: unknown, alert: unknown) => {
      showAlert(options.bus, alert);
    },
    Generate: whole({}, 'Common.Generate', told),
  };
  return whole(common, 'Common', told);
}

/** Writes to the console: errors and warnings always, the rest where `main.debug` or `CXBus.configure({ debug })` says so. */
function log(isDebug: boolean, text: unknown, level: unknown): void {
  if (level === 'error') console.error(text);
  else if (level === 'warn') console.warn(text);
  else if (isDebug) console.log(text);
}

/** The text as HTML, with its web addresses as links; all else in it stays text. */
function linkify(text: unknown): string {
  const plain = toText(text);
  let end = 0;
  let html = '';
  for (const { 0: url, index } of plain.matchAll(address)) {
    html += `${escaped(plain.slice(end, index))}<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">${escaped(url)}</a>`;
    end = index + url.length;
  }
  return html + escaped(plain.slice(end));
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Shows a text over the conversation until the visitor has read it. */
function showAlert(bus: ChatBus, alert: unknown): void {
  const { text, buttonText } = isRecord(alert) ? alert : {};
  const box = document.createElement('div');
  box.id = 'cx_chat_information';
  const words = document.createElement('p');
  words.textContent = toText(text);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = toText(buttonText) || 'OK';
  button.addEventListener('click', () => {
    void bus.command('WebChat.hideOverlay');
  });
  box.append(words, button);
  bus.command('WebChat.showOverlay', { html: box, hideFooter: true }).catch((rejection: unknown) => {
    consoleLogger.warn(`Common.showAlert could not show ${JSON.stringify(words.textContent)}: ${String(rejection)}`);
  });
}

/** Has a function for every name, so that an extension goes on where there is none. */
function whole(functions: Record<string, unknown>, path: string, told: Set<string>): object {
  return new Proxy(functions, {
    get: (target, name) => {
      // Whatever looks whether it is a promise is not to be told of.
      if (typeof name === 'symbol' || Object.hasOwn(target, name) || name === 'then')
        return Reflect.get(target, name) as unknown;
      return () => {
        const full = `${path}.${name}`;
        if (!told.has(full)) {
          told.add(full);
          consoleLogger.warn(
            `there is no ${full} here: it belongs to the old window. Give HTML or an element to WebChat.showOverlay, Toaster.open or Overlay.open.`,
          );
        }
        return '';
      };
    },
  });
}
