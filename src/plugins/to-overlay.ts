import { ChatError } from '../errors.js';
import type { Overlay } from '../model/window-state.js';

/** By this `id` a site marks what is to be told to those who cannot see it. */
const informationId = 'cx_chat_information';

/**
 * What is to be shown: text of HTML, an element, or a jQuery object of one.
 * @throws {ChatError} when it is none of these.
 */
export function toOverlay(html: unknown): Pick<Overlay, 'content' | 'isAlert'> {
  if (typeof html === 'string' && html.trim()) {
    return { content: html, isAlert: new RegExp(`^\\s*<[^>]*\\bid\\s*=\\s*["']?${informationId}\\b`).test(html) };
  }
  const element = isElement(html) ? html : (html as readonly unknown[] | undefined)?.[0];
  if (!isElement(element)) throw new ChatError('No content was provided');
  return { content: element, isAlert: element.id === informationId };
}

/** Of whichever page of ours: a frame has elements of another kind. */
function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 1;
}
