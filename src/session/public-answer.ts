import type { PublicAnswer, PublicSessionData } from '../model/chat-events.js';
import type { Answer, SessionKeys } from '../transport/transport.js';

/** The answer without what only the session may know. */
export function toPublicAnswer(answer: Answer): PublicAnswer {
  const { statusCode, chatId, userId, alias, chatEnded, nextPosition, userData, messages } = answer;
  return {
    statusCode,
    chatEnded,
    ...(chatId !== undefined && { chatId }),
    ...(userId !== undefined && { userId }),
    ...(alias !== undefined && { alias }),
    ...(nextPosition !== undefined && { nextPosition }),
    ...(userData && { userData: { ...userData } }),
    messages: messages.map(({ original }) => original),
  };
}

/** The session's names without its key. */
export function toPublicSessionData({ chatId, userId, alias }: SessionKeys): PublicSessionData {
  return {
    chatId,
    sessionID: chatId,
    ...(userId !== undefined && { userId }),
    ...(alias !== undefined && { alias }),
  };
}
