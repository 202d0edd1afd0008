import type { ChatTranscript } from '../chat-transcript/chat-transcript.js';

/** A page gets its nodes within a few frames; what is not there then will not come. */
const patience = 60;

/** As many frames in one place mean that everything around has its height. */
const restAfter = 3;

/**
 * Brings a message into the middle of the view, wherever in the conversation it is, and resolves with its bubble; with
 * nothing if it is not shown. A page that has given its nodes back gets them when its place comes into view.
 */
export async function reveal(transcript: ChatTranscript, id: string): Promise<HTMLElement | undefined> {
  const { renderRoot } = transcript;
  const log = renderRoot.querySelector('.log');
  const at = transcript.pages.findIndex((page) => page.some((message) => message.id === id));
  const page = renderRoot.querySelectorAll('.page')[at];
  if (!log || !page) return undefined;
  const bubble = (): HTMLElement | null => renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`message-${id}`)}`);
  let [rest, frames] = [0, 0];
  // What lies around gets its nodes, and with them another height, while the view moves.
  while (rest < restAfter && frames < patience) {
    rest = centre(log, bubble() ?? page) || !bubble() ? 0 : rest + 1;
    frames += 1;
    await new Promise(requestAnimationFrame);
  }
  return bubble() ?? undefined;
}

/** Scrolls the element to the middle of the log; tells whether that moved anything. */
function centre(log: Element, element: Element): boolean {
  const [outer, inner] = [log.getBoundingClientRect(), element.getBoundingClientRect()];
  const before = log.scrollTop;
  // Of what is higher than the view, the beginning is wanted.
  const space = Math.max(0, (outer.height - inner.height) / 2);
  log.scrollTop += inner.top - outer.top - space;
  return Math.abs(log.scrollTop - before) > 1;
}
