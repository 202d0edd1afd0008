import { readdirSync, readFileSync } from 'node:fs';

const visitor = { nickname: 'Ada', participantId: 1, type: 'Client' };
const agent = { nickname: 'Bob', participantId: 2, type: 'Agent' };
const supervisor = { nickname: 'Cy', participantId: 3, type: 'Supervisor' };
const bot = { nickname: 'Dot', participantId: 4, type: 'Bot' };

const session = { statusCode: 0, chatId: 'CHAT1', userId: 'USER', secureKey: 'SECRET', alias: '117', chatEnded: false };

/** Answers that between them have every field and every type of event of the contract. */
const composed: readonly object[] = [
  { ...session, nextPosition: 2, messages: [event(1, 'ParticipantJoined', visitor)] },
  {
    ...session,
    nextPosition: 8,
    messages: [
      event(2, 'ParticipantJoined', agent),
      event(3, 'TypingStarted', agent),
      event(4, 'Message', agent, { text: 'Hello 👋', messageType: 'text' }),
      event(5, 'TypingStopped', agent),
      event(6, 'Message', visitor, { text: 'My lamp is dark' }),
      event(7, 'NicknameUpdated', { ...agent, nickname: 'Robert' }),
    ],
  },
  {
    ...session,
    nextPosition: 14,
    messages: [
      event(8, 'ParticipantJoined', supervisor),
      event(9, 'ParticipantJoined', bot),
      event(10, 'PushUrl', agent, { text: 'https://shop.example/lamps' }),
      event(11, 'FileUploaded', agent, {
        text: 'lamp.pdf',
        userData: { 'file-id': '7', 'file-size': '512' },
        eventAttributes: { origin: 'desk' },
      }),
      event(12, 'CustomNotice', bot, { text: 'mood', userData: { level: '3' } }),
      { index: 13, type: 'IdleAlert', utcTime: 1_700_000_000_000, text: 'Still there?' },
    ],
  },
  { ...session, chatEnded: true, nextPosition: 15, messages: [event(14, 'ParticipantLeft', agent)] },
  { statusCode: 0, userData: { 'file-id': '7', plan: 'gold' }, messages: null, chatEnded: null },
  { statusCode: 1, chatEnded: false, errors: [{ code: 240, advice: 'Try again later' }] },
  { statusCode: 2, chatEnded: true, errors: [{ code: '249', advice: null, message: 'The chat is over' }] },
];

/** Bodies of answers as real servers gave them, and as the contract allows. */
export const goodAnswers: readonly string[] = [...recorded(), ...composed.map((answer) => JSON.stringify(answer))];

function recorded(): string[] {
  const folder = new URL('../fixtures/gms-v2/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => readFileSync(new URL(name, folder), 'utf8'));
}

function event(index: number, type: string, from: object, more: object = {}): object {
  return { index, type, utcTime: 1_700_000_000_000 + index * 1000, from, ...more };
}
