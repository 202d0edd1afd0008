/** How a page takes in what the site's other tabs tell: loaded when there is another tab. */
import { ChatError } from '../errors.js';
import { canChange } from '../model/session-state.js';
import { reportFailure } from '../platform/report-error.js';
import type { ChatService } from './chat-service.js';
import type { ChatSession } from './chat-session.js';
import { readTabMessage, type Exchange, type TabMessage } from './tab-messages.js';

/** Takes in what another tab of the site says; whatever is no word of ours is let pass. */
export async function hearTab(service: ChatService, said: unknown): Promise<void> {
  const message = readTabMessage(said);
  if (!message) return;
  const { session, phase } = service;
  if (session?.kept.session.keys.chatId === message.chatId) hear(session, message);
  else if (!canChange(phase.get(), 'starting')) return;
  else if (message.type !== 'started') await service.restore().catch(ignoreRefusal);
  else {
    phase.set('starting');
    try {
      const store = await service.keeper.openStore();
      service.open(await service.createTransport(), store, message.session).begin(message.answer, false);
    } finally {
      if (phase.get() === 'starting') phase.set('idle');
    }
  }
}

/** Takes in what another tab tells of the conversation that both show. */
function hear(session: ChatSession, message: TabMessage): void {
  const { outbox, poller, view, leader, conversation } = session;
  // Late words say nothing of a chat that is over or held still, but that a message which failed is forgotten.
  if (message.type === 'discarded') outbox.discard(message.id);
  else if (session.isOver || session.isHeld) return;
  else if (message.type === 'answered') hearAnswer(session, message.exchange);
  else if (message.type === 'item') {
    conversation.atOnce(() => {
      outbox.adopt(message.item);
    });
  } else if (message.type === 'polling') poller.setRunning(message.isRunning);
  else if (message.type === 'view') view.hear(message.name, message.value);
  else if (message.type !== 'started') leader.hear(message.type);
}

function hearAnswer(session: ChatSession, exchange: Exchange): void {
  // What is being asked for will tell all of it.
  if (session.restoring?.isPending) return;
  const { answer, coverage, ...rest } = exchange;
  if (answer.ok && coverage && coverage.from > session.conversation.transcript.position) {
    // Behind a gap nobody can tell whose receipt a message is, so all of it is asked for.
    session.take({ ...rest, answer: { ...answer, messages: [] } });
    if (!session.isOver) void session.poller.poll();
  } else session.take(exchange);
}

/** That there is nothing to go on with is no news to whoever only looked. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ChatError)) reportFailure(error);
}
