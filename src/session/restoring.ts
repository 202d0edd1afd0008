import type { Failure } from '../transport/transport.js';
import type { ChatSession } from './chat-session.js';
import type { OutboxItem } from './outbox-item.js';

/**
 * Goes on with the conversation of an earlier page: asks for what was said, and goes on with the texts that were not
 * delivered. False when the server no longer has it.
 */
export async function restore(session: ChatSession, items: readonly OutboxItem[]): Promise<boolean> {
  session.appear('restoring');
  session.restoring = new Restoring(session);
  session.view.start();
  for (const item of items) session.outbox.adopt(item);
  const answer = await session.poller.poll();
  if (!answer.ok && answer.chatEnded) return false;
  if (session.isOver) return true;
  session.kept.seen();
  session.listen();
  session.poller.start();
  return true;
}

/** What answers mean while what an earlier page knew is being asked for. */
export class Restoring {
  /** Whether it is not known yet whether the server can be asked. */
  isPending = true;
  readonly #session: ChatSession;

  constructor(session: ChatSession) {
    this.#session = session;
  }

  /** The server tells what was said. */
  succeeded(): void {
    if (!this.isPending) return;
    const { options, kept } = this.#session;
    this.#appear();
    options.emit('restored', { async: kept.session.isAsync });
  }

  /** Takes in a failed request, if it says something of the return. */
  failed(operation: string, answer: Failure): boolean {
    if (!this.isPending) return false;
    const { options, outbox } = this.#session;
    const { chatEnded, kind } = answer;
    if (!chatEnded && (operation !== 'refresh' || kind === 'aborted')) return false;
    options.onFailure(answer, !chatEnded);
    if (chatEnded) {
      outbox.close();
      this.#session.stop();
    } else {
      // Goes on when the server can be asked.
      this.isPending = false;
      this.#appear();
    }
    return true;
  }

  #appear(): void {
    const { phase } = this.#session.options.stores;
    if (phase.get() === 'restoring') phase.set('active');
  }
}
