import type { PublicAnswer, PublicSessionData } from '../model/chat-events.js';
import { present } from '../model/present.js';
import type { Answer, SessionKeys } from '../transport/transport.js';

/** The answer without what only the session may know. */
export function toPublicAnswer(answer: Answer): PublicAnswer {
  const { statusCode, chatEnded, userData, messages } = answer;
  return {
    statusCode,
    chatEnded,
    ...present(answer, 'chatId', 'userId', 'alias', 'nextPosition'),
    ...(userData && { userData: { ...userData } }),
    messages: messages.map(({ original }) => original),
  };
}

/** The session's names without its key. */
export function toPublicSessionData(keys: SessionKeys): PublicSessionData {
  return { chatId: keys.chatId, sessionID: keys.chatId, ...present(keys, 'userId', 'alias') };
}
