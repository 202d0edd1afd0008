import type { TextKey } from '../../src/i18n/texts.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { TextsController } from '../context/texts-context.js';

/** The name that a party goes by, or what it is if it has none. */
export function nameOf({ nickname, type }: ChatMessage['from'], texts: Pick<TextsController, 'text'>): string {
  if (nickname) return nickname;
  return texts.text(
    type === 'Bot' ? 'BotNameDefault' : type === 'Supervisor' ? 'SupervisorNameDefault' : 'AgentNameDefault',
  );
}

/** The line about a party that joined or left, or the notice that the entry carries. */
export function lineText(message: ChatMessage, texts: Pick<TextsController, 'text'>): string {
  const { type, from, text } = message;
  if (type !== 'ParticipantJoined' && type !== 'ParticipantLeft') return text;
  const what = type === 'ParticipantJoined' ? 'Connected' : 'Disconnected';
  const who = from.type === 'Bot' ? 'Bot' : from.type === 'Supervisor' ? 'Supervisor' : 'Agent';
  const name = nameOf(from, texts);
  return texts.text(`${who}${what}` satisfies TextKey, { Agent: name, Bot: name });
}
