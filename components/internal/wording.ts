import type { TextKey } from '../../src/i18n/texts.js';
import type { ChatMessage } from '../../src/model/message.js';
import { plainText } from './entries.js';
import type { TextsController } from '../context/texts-context.js';

type Words = Pick<TextsController, 'locale' | 'text'>;

/** The name that a party goes by, or what it is if it has none. */
export function nameOf(
  { nickname, type }: Pick<ChatMessage['from'], 'nickname' | 'type'>,
  texts: Pick<Words, 'text'>,
): string {
  if (nickname) return nickname;
  return texts.text(
    type === 'Bot' ? 'BotNameDefault' : type === 'Supervisor' ? 'SupervisorNameDefault' : 'AgentNameDefault',
  );
}

/** What the site has a message of the other side say, whose text is a key of its language packs. */
export function saidInstead({ status, text }: ChatMessage, { locale }: Pick<Words, 'locale'>): string | undefined {
  return status ? undefined : locale?.said?.get(text);
}

/** What an entry says. */
export function wordsOf(message: ChatMessage, texts: Pick<Words, 'locale'>): string {
  return saidInstead(message, texts) ?? plainText(message);
}

/** The line about a party that joined or left, or the notice that the entry carries. */
export function lineText(message: ChatMessage, texts: Words): string {
  const { type, from } = message;
  if (type !== 'ParticipantJoined' && type !== 'ParticipantLeft') return wordsOf(message, texts);
  const what = type === 'ParticipantJoined' ? 'Connected' : 'Disconnected';
  const who = from.type === 'Bot' ? 'Bot' : from.type === 'Supervisor' ? 'Supervisor' : 'Agent';
  const name = nameOf(from, texts);
  return texts.text(`${who}${what}` satisfies TextKey, { Agent: name, Bot: name });
}
