import { ChatError } from '../../src/errors.js';
import type { ToastOptions } from '../../src/plugins/neighbour-names.js';
import '../chat-toaster/chat-toaster.js';
import { toasterParts, type Toast } from '../chat-toaster/chat-toaster.js';
import { dockOf } from './dock-of.js';
import { heldFocus } from './held-focus.js';
import type { NeighbourCommands, Neighbourhood } from './neighbourhood.js';
import { adopt, readContent, shown, wordsOf, type PageContent } from './page-content.js';
import { speak } from './speak.js';

const reserved = 'Toaster view is currently reserved';

/** A card on screen, or on its way there. */
interface OpenToast {
  readonly owner: string;
  readonly isImmutable: boolean;
  /** Takes it off the screen. */
  remove?: () => void;
}

/** The cards that the page shows beside the launcher, one at a time. */
export function toaster({ plugin, tag, root, locale }: Neighbourhood<'Toaster'>): NeighbourCommands<'Toaster'> {
  let current: OpenToast | undefined;

  const show = async (toast: Toast, page: Element | undefined) => {
    const element = document.createElement('genesys-chat-toaster');
    element.slot = 'toaster';
    element.toast = toast;
    element.setAttribute('exportparts', toasterParts);
    element.addEventListener('genesys-chat-close', () => {
      // Who does not want it closed says why.
      plugin.command('Toaster.close').catch(() => undefined);
    });
    const stopSpeaking = speak(element, locale);
    const returnFocus = heldFocus(element);
    if (page) element.append(adopt(tag, page, 'toaster-body'));
    dockOf(root).append(element);
    await element.updateComplete;
    const remove = () => {
      stopSpeaking();
      returnFocus(() => {
        element.remove();
        page?.remove();
      });
    };
    return { remove, elements: [element.content, page].filter((each) => each !== undefined) };
  };

  return {
    open: async (options, owner) => {
      if (current) throw new ChatError(reserved);
      const opening: OpenToast = { owner, isImmutable: options.immutable === true };
      current = opening;
      try {
        const content = await readBody(options);
        const page = content instanceof Element ? content : undefined;
        const { remove, elements } = await show(toastOf(options, content), page);
        opening.remove = remove;
        plugin.publish('opened');
        return shown(...elements);
      } catch (error) {
        current = undefined;
        throw error;
      }
    },
    close: (_options, commander) => {
      if (!current?.remove) throw new ChatError('Toaster view is already closed');
      if (current.isImmutable && ![current.owner, plugin.namespace()].includes(commander))
        throw new ChatError(reserved);
      current.remove();
      current = undefined;
      plugin.publish('closed');
      return undefined;
    },
  };
}

/** @throws {ChatError} when there is nothing to show. */
async function readBody({ type, title, body }: ToastOptions): Promise<PageContent | undefined> {
  // By its type, since what extensions give is not checked by a compiler.
  const isGeneric = (type as unknown) === 'generic';
  if (!isGeneric && (type as unknown) !== 'custom') {
    throw new ChatError("No content was provided: Toaster.open takes type, which is 'generic' or 'custom', and a body");
  }
  const hasBody = body !== undefined && body !== null && body !== '';
  return isGeneric && !hasBody && textOf(title) ? undefined : await readContent(body);
}

function toastOf(options: ToastOptions, content: PageContent | undefined): Toast {
  const { type, title, icon, controls, immutable, buttons } = options;
  const isGeneric = type === 'generic';
  const [heading, primary, secondary] = [title, buttons?.primary, buttons?.secondary].map((text) =>
    isGeneric ? textOf(text) : '',
  );
  const words = `${heading ?? ''} ${wordsOf(content)}`.trim();
  return {
    title: heading ?? '',
    body: content instanceof Element ? undefined : (content ?? ''),
    words,
    icon: isGeneric ? textOf(icon) : '',
    primary: primary ?? '',
    secondary: secondary ?? '',
    isClosable: controls === undefined ? !immutable && !primary && !secondary : controls === 'close',
    isImmutable: immutable === true,
  };
}

/** What is no text is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
