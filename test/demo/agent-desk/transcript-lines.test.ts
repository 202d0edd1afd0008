import { expect } from '@open-wc/testing';
import type { Chat, Entry } from '../../../demo/agent-desk/chat.js';
import { transcriptLines } from '../../../demo/agent-desk/transcript-lines.js';

const visitor = { participantId: 1, nickname: 'Mia', type: 'Client' };
const agent = { participantId: 2, nickname: 'Ann', type: 'Agent' };

function chatOf(...events: Partial<Entry>[]): Chat {
  const transcript = events.map((event, at) => {
    return { type: 'Message', index: at + 1, utcTime: at * 1000, from: visitor, text: '', userData: {}, ...event };
  });
  return {
    chatId: 'C',
    nickname: 'Mia',
    subject: '',
    emailAddress: '',
    userData: {},
    participants: [],
    transcript,
    state: 'active',
  };
}

describe('transcript lines', () => {
  it('names a party at the first of its messages in a row', () => {
    const lines = transcriptLines(chatOf({}, {}, { from: agent }, {}, { utcTime: 900_000 }));
    expect(lines.map((line) => line.kind === 'bubble' && line.isFirst)).to.deep.equal([true, false, true, true, true]);
  });

  it('tells who came, went and did what in a sentence', () => {
    const lines = transcriptLines(
      chatOf(
        { type: 'ParticipantJoined' },
        { type: 'ParticipantJoined', from: agent },
        { type: 'NicknameUpdated' },
        { type: 'FileDeleted', userData: { 'file-name': 'lamp.jpg' } },
        { type: 'Notice', text: 'The chat ends soon' },
        { type: 'ParticipantLeft', from: agent },
      ),
    );
    expect(lines.map((line) => line.kind === 'note' && line.text)).to.deep.equal([
      'Mia started the chat',
      'Ann joined',
      'Now called Mia',
      'Mia removed the file lamp.jpg',
      'The chat ends soon',
      'Ann left',
    ]);
  });

  it('leaves out typing, empty notices and what it does not know', () => {
    const silent = ['TypingStarted', 'TypingStopped', 'Notice', 'SomethingNew'];
    expect(transcriptLines(chatOf(...silent.map((type) => ({ type }))))).to.deep.equal([]);
  });
});
