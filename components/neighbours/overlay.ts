import { ChatError } from '../../src/errors.js';
import type { OverlayOptions } from '../../src/plugins/neighbour-names.js';
import '../chat-modal/chat-modal.js';
import { modalParts } from '../chat-modal/chat-modal.js';
import type { NeighbourCommands, Neighbourhood } from './neighbourhood.js';
import { adopt, readContent, shown, wordsOf, type PageContent } from './page-content.js';
import { speak } from './speak.js';

const reserved = 'Overlay view is currently reserved';

/** A dialog on screen, or on its way there. */
interface OpenOverlay {
  readonly owner: string;
  readonly isImmutable: boolean;
  readonly group: string | undefined;
  /** Takes it off the screen. */
  remove?: () => void;
}

/** What the page shows in a dialog over everything, one at a time. */
export function overlay({ plugin, tag, root, locale }: Neighbourhood<'Overlay'>): NeighbourCommands<'Overlay'> {
  let current: OpenOverlay | undefined;

  const show = async ({ immutable = false, controls }: OverlayOptions, content: PageContent) => {
    const element = document.createElement('genesys-chat-modal');
    const page = content instanceof Element ? content : undefined;
    element.label = titleOf(content);
    element.immutable = immutable;
    element.closable = controls === undefined ? !immutable : controls === 'close';
    element.setAttribute('exportparts', modalParts);
    element.addEventListener('genesys-chat-close', () => {
      // Who does not want it closed says why.
      plugin.command('Overlay.close').catch(() => undefined);
    });
    const stopSpeaking = speak(element, locale);
    if (page) element.append(adopt(tag, page, 'page-overlay'));
    else element.content = content as Exclude<PageContent, Element>;
    root.append(element);
    await element.updateComplete;
    const remove = () => {
      stopSpeaking();
      element.close();
      element.remove();
      page?.remove();
    };
    return { remove, elements: [page ?? element.body].filter((each) => each !== undefined) };
  };

  return {
    open: async (options, owner) => {
      const { group } = options;
      if (current && (!current.remove || group === undefined || current.group !== group)) throw new ChatError(reserved);
      const replaced = current;
      const opening: OpenOverlay = { owner, isImmutable: options.immutable === true, group };
      current = opening;
      try {
        const content = await readContent(options.html);
        replaced?.remove?.();
        const { remove, elements } = await show(options, content);
        opening.remove = remove;
        plugin.publish('opened');
        return shown(...elements);
      } catch (error) {
        current = replaced;
        throw error;
      }
    },
    close: ({ group }, commander) => {
      if (!current?.remove) throw new ChatError('Overlay view is already closed');
      const isStrange = current.isImmutable && ![current.owner, plugin.namespace()].includes(commander);
      if (isStrange || (group !== undefined && group !== current.group)) throw new ChatError(reserved);
      current.remove();
      current = undefined;
      plugin.publish('closed');
      return undefined;
    },
  };
}

/** The first heading, or all there is to read. */
function titleOf(content: PageContent): string {
  const heading = typeof content === 'string' ? undefined : content.querySelector('h1, h2, h3, h4');
  return wordsOf(heading ?? content);
}
