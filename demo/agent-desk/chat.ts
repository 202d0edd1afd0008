import * as v from 'valibot';

/** A party of a chat, as the control interface tells of it. */
const participantSchema = v.object({
  participantId: v.number(),
  nickname: v.string(),
  type: v.string(),
  /** Those who left stay listed. */
  connected: v.optional(v.boolean(), true),
  typing: v.optional(v.boolean(), false),
  typingText: v.optional(v.string(), ''),
  /** Up to which position this party has read; 0 where nobody knows. */
  readPosition: v.optional(v.number(), 0),
});

/** One event of a transcript. Types that the desk does not know are kept and not shown. */
const entrySchema = v.object({
  type: v.string(),
  index: v.number(),
  utcTime: v.number(),
  from: v.object({ participantId: v.number(), nickname: v.string(), type: v.string() }),
  text: v.optional(v.string(), ''),
  userData: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** One chat of the server. */
export const chatSchema = v.object({
  chatId: v.string(),
  nickname: v.string(),
  subject: v.optional(v.string(), ''),
  emailAddress: v.optional(v.string(), ''),
  userData: v.optional(v.record(v.string(), v.unknown()), {}),
  participants: v.array(participantSchema),
  transcript: v.array(entrySchema),
  state: v.picklist(['waiting', 'active', 'ended']),
});

export type Participant = v.InferOutput<typeof participantSchema>;
export type Entry = v.InferOutput<typeof entrySchema>;
export type Chat = v.InferOutput<typeof chatSchema>;

/** What to call the visitor; chats may start without a name. */
export function visitorName(chat: Chat): string {
  return chat.nickname.trim() || 'Visitor';
}

/** The visitor, while connected. */
export function visitorOf(chat: Chat): Participant | undefined {
  return chat.participants.find(({ type, connected }) => type === 'Client' && connected);
}

/** Position of the newest event; 0 in an empty transcript. */
export function lastIndex(chat: Chat): number {
  return chat.transcript.at(-1)?.index ?? 0;
}

/** When the newest event happened, in epoch milliseconds. */
export function lastTime(chat: Chat): number {
  return chat.transcript.at(-1)?.utcTime ?? 0;
}

/** Since when nobody answers: the start, or the moment the last agent left. */
export function waitingSince(chat: Chat): number {
  const agentLeft = chat.transcript.findLast(({ type, from }) => type === 'ParticipantLeft' && from.type !== 'Client');
  return (agentLeft ?? chat.transcript[0])?.utcTime ?? 0;
}

/** Names of those who answer this chat now. */
export function answeringNames(chat: Chat): string[] {
  return chat.participants.filter(({ type, connected }) => type !== 'Client' && connected).map((one) => one.nickname);
}

/** The newest message, whoever wrote it. */
export function lastMessage(chat: Chat): Entry | undefined {
  return chat.transcript.findLast(({ type }) => type === 'Message');
}

/** How many of the visitor's messages came after a position. */
export function messagesAfter(chat: Chat, index: number): number {
  return chat.transcript.filter((entry) => {
    return entry.index > index && entry.type === 'Message' && entry.from.type === 'Client';
  }).length;
}
