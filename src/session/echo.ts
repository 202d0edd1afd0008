import type { ChatMessage, MessageStatus } from '../model/message.js';
import type { OutboxItem } from './outbox-item.js';

/** The entry that stands for an own message until the transcript holds it. */
export function toEcho({ id, text, writtenAt, state, failure }: OutboxItem, participantId: number): ChatMessage {
  return {
    id,
    type: 'Message',
    text,
    utcTime: writtenAt,
    from: { name: '', nickname: '', type: 'Client', participantId },
    status: toStatus(state),
    ...(failure && { failure }),
  };
}

/** How a message's state shows. */
export function toStatus(state: OutboxItem['state']): MessageStatus {
  return state === 'failed' ? 'failed' : state === 'accepted' ? 'sent' : 'sending';
}
