import type { Agents } from '../../src/model/agent.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import { entryKind } from '../internal/entries.js';
import { nameOf } from '../internal/wording.js';

/** What a chat was. */
export interface Conversation {
  readonly messages: readonly ChatMessage[];
  readonly agents: Agents;
}

type Words = Pick<FeatureTextsController, 'locale' | 'text'>;

/** In which units a time is told, the largest first, and how many seconds each has. */
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** With whom the visitor talked, in a sentence; empty where nobody was there. Supervisors only listen. */
export function companySentence({ agents }: Conversation, texts: Words): string {
  const company = Object.values(agents).filter(({ type }) => type === 'Agent' || type === 'Bot');
  const names = new Set(company.map(({ name, type }) => nameOf({ nickname: name, type }, texts)));
  if (names.size === 0) return '';
  return texts.text('SummaryAgents', { Agents: new Intl.ListFormat(texts.locale?.lang).format(names) });
}

/** How long the chat was, and how many messages there were, each in words. */
export function measures({ messages }: Conversation, texts: Words): string[] {
  const said = messages.filter((message) => entryKind(message) === 'message' && isPartOfChat(message));
  if (said.length === 0) return [];
  const heard = messages.filter(isPartOfChat);
  const seconds = Math.round(((heard.at(-1)?.utcTime ?? 0) - (heard[0]?.utcTime ?? 0)) / 1000);
  return [...duration(seconds, texts), texts.text('SummaryMessages', { Count: said.length })];
}

/** What the server has, and not what a page or a lost connection has left there. */
function isPartOfChat({ index }: ChatMessage): boolean {
  return index !== undefined;
}

/** The time in its two largest units; nothing where there was none. */
function duration(seconds: number, { locale }: Words): string[] {
  const at = units.findIndex(([, size]) => seconds >= size);
  const parts = units.slice(at, at + 2).flatMap(([unit, size], place) => {
    const larger = units[at + place - 1];
    const rest = place === 0 || !larger ? seconds : seconds % larger[1];
    const count = Math.floor(rest / size);
    // Nobody cares for the seconds of a long talk.
    const isTold = count > 0 && (unit !== 'second' || place === 0);
    const format = new Intl.NumberFormat(locale?.lang, { style: 'unit', unit, unitDisplay: 'long' });
    return isTold ? [format.format(count)] : [];
  });
  const list = new Intl.ListFormat(locale?.lang, { type: 'unit', style: 'long' });
  return at < 0 ? [] : [list.format(parts)];
}
