import { expect } from '@open-wc/testing';
import { comes, transcriptOf } from '../components/chat-message/transcript-fixture.js';
import { FakeChat, ann, findPart } from '../support/chat-fixture.js';
import { hostileContent } from './hostile-content.js';
import { markupPayloads } from './markup-payloads.js';

describe('hostile quick replies', () => {
  it('reach the agent as they are when they are tapped', async () => {
    const chat = new FakeChat();
    chat.start();
    const element = await transcriptOf(chat);
    for (const text of markupPayloads['scripts'] ?? []) {
      chat.add({ text: 'a', content: hostileContent(text), from: ann });
      await comes(element, () => findPart(element, 'quick-reply'));
      findPart(element, 'quick-reply')?.click();
      expect(chat.ran.at(-1)?.options).to.deep.include({ message: text.trim() });
    }
  });
});
