import { expect } from '@open-wc/testing';
import { toChatMessage, type ServerMessage } from '../../src/model/message.js';

const from = { participantId: 2, nickname: 'Ann', type: 'Agent' };
const least: ServerMessage = { type: 'Notice', utcTime: 1000, original: {} };

describe('the entry for a server event', () => {
  it('has everything that the event has, and who it is from under both names', () => {
    const original = { secret: true };
    const userData = { 'file-id': '7' };
    const source = {
      type: 'FileUploaded',
      index: 4,
      utcTime: 1000,
      from,
      text: 'a',
      messageType: 'm',
      userData,
      original,
    };
    expect(toChatMessage(source, 'own-1')).to.deep.equal({
      id: 'own-1',
      index: 4,
      type: 'FileUploaded',
      text: 'a',
      utcTime: 1000,
      from: { name: 'Ann', nickname: 'Ann', type: 'Agent', participantId: 2 },
      messageType: 'm',
      userData: { 'file-id': '7' },
    });
  });

  it('has no more than it needs when the event has little, and the system as its party', () => {
    expect(toChatMessage(least, '1')).to.deep.equal({
      id: '1',
      type: 'Notice',
      text: '',
      utcTime: 1000,
      from: { name: '', nickname: '', type: 'External', participantId: 0 },
    });
  });

  it('keeps types that it does not know', () => {
    expect(toChatMessage({ ...least, type: 'SentimentChanged' }, '1').type).to.equal('SentimentChanged');
  });

  it('shares nothing with the event that an extension could change', () => {
    const userData = { a: '1' };
    const message = toChatMessage({ ...least, from, userData }, '1');
    if (message.userData) message.userData['a'] = '2';
    message.from.name = 'X';
    expect(userData).to.deep.equal({ a: '1' });
    expect(from.nickname).to.equal('Ann');
    expect(toChatMessage(least, '2').from).to.not.equal(toChatMessage(least, '3').from);
  });
});
