import type { ChatMessage } from '../../../src/model/message.js';
import type { FeatureTextsController } from '../../context/feature-texts.js';
import { entryKind, isOwn } from '../entries.js';
import { hourCycle } from '../hour-cycle.js';
import { readContent } from '../message-content.js';
import { lineText, nameOf, saidInstead } from '../wording.js';

/** How a transcript is read: in which language, and by whom. */
export interface Reading {
  readonly texts: Pick<FeatureTextsController, 'locale' | 'text'>;
  /** The visitor's participant id. */
  readonly ownId: number;
  /** Up to which number hours are counted; else as the language does. */
  readonly hours?: 12 | 24 | undefined;
}

/** What was said on one day. */
export interface TranscriptDay {
  /** The day in full. */
  readonly date: string;
  readonly lines: readonly TranscriptLine[];
}

/** One entry in words. */
export interface TranscriptLine {
  readonly time: string;
  /** Who said it; empty where the line tells that itself. */
  readonly name: string;
  readonly text: string;
}

/** The conversation in words, day by day: what a visitor takes along of it. */
export function toDays(messages: readonly ChatMessage[], reading: Reading): TranscriptDay[] {
  const lang = reading.texts.locale?.lang;
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'full' });
  const times = new Intl.DateTimeFormat(lang, { timeStyle: 'short', hourCycle: hourCycle(reading.hours) });
  const days = new Map<string, TranscriptLine[]>();
  for (const message of messages) {
    const text = entryWords(message, reading.texts);
    const kind = entryKind(message) ?? (text && message.type === 'FileUploaded' ? 'message' : undefined);
    if (!kind) continue;
    const line =
      kind === 'line'
        ? { name: '', text: lineText(message, reading.texts) }
        : { name: partyOf(message, reading), text: withStatus(text, message, reading) };
    const date = dates.format(message.utcTime);
    const lines = days.get(date) ?? [];
    lines.push({ time: times.format(message.utcTime), ...line });
    days.set(date, lines);
  }
  return [...days].map(([date, lines]) => ({ date, lines }));
}

/** What an entry says, as plain text: of a file its name. */
export function entryText({ type, text, html, userData }: ChatMessage): string {
  if (type === 'FileUploaded') return userData?.['file-name'] ?? text;
  return html ? plainText(text) : text;
}

/** What there is to read of an entry: what it says, and what its cards and files are called. */
export function entryWords(message: ChatMessage, texts: Pick<Reading['texts'], 'locale'>): string {
  const { cards, attachments, answer = '' } = readContent(message.content);
  const said = saidInstead(message, texts) ?? (entryText(message) || answer);
  const names = [...cards.map(({ title }) => title), ...attachments.map(({ name }) => name)];
  return [said, ...names].filter(Boolean).join('\n');
}

/** What the conversation goes by, after the day it began. */
export function titleOf(messages: readonly ChatMessage[], { texts }: Reading): string {
  const date = new Intl.DateTimeFormat(texts.locale?.lang, { dateStyle: 'long' }).format(beginning(messages));
  return texts.text('TranscriptTitle', { Date: date });
}

/** The name of a file that holds the conversation. */
export function fileName(messages: readonly ChatMessage[], extension: 'txt' | 'json'): string {
  const begun = new Date(beginning(messages));
  const [year, month, day] = [begun.getFullYear(), begun.getMonth() + 1, begun.getDate()];
  const padded = [month, day].map((part) => String(part).padStart(2, '0'));
  return `chat-${[String(year), ...padded].join('-')}.${extension}`;
}

function beginning(messages: readonly ChatMessage[]): number {
  return messages[0]?.utcTime ?? Date.now();
}

function partyOf(message: ChatMessage, { texts, ownId }: Reading): string {
  if (!isOwn(message, ownId)) return nameOf(message.from, texts);
  return message.from.nickname || texts.text('TranscriptYou');
}

function withStatus(text: string, { status }: ChatMessage, { texts }: Reading): string {
  return status === 'failed' ? `${text} (${texts.text('MessageNotSent')})` : text;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The words of a message that is markup. */
function plainText(markup: string): string {
  return markup
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|tr|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|(\w+));/g, (entity: string, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Number(code)) : (entities[name] ?? entity),
    )
    .trim();
}
