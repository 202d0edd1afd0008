import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { toPages } from '../../../components/chat-transcript/pages.js';
import type { ChatMessage } from '../../../src/model/message.js';

const entry = (id: string, index: number | undefined, isSeen: boolean): ChatMessage => ({
  id,
  ...(index !== undefined && { index }),
  type: isSeen ? 'Message' : 'CustomNotice',
  text: 'Hello',
  utcTime: 0,
  from: { name: 'Ann', nickname: 'Ann', type: 'Agent', participantId: 2 },
});

/** Steps from each place in the conversation to the next; none where the server does not know the entry yet. */
const steps = fc.array(fc.record({ step: fc.option(fc.integer({ min: 1, max: 90 })), isSeen: fc.boolean() }));

const conversation = steps.map((list) => {
  let place = 0;
  return list.map(({ step, isSeen }, at) => entry(String(at), step === null ? undefined : (place += step), isSeen));
});

/** What becomes of a conversation: what it loses somewhere, and what stands there instead. */
const change = fc.record({ at: fc.nat(40), lost: fc.nat(4), come: fc.array(fc.boolean(), { maxLength: 3 }) });

describe('pages of a conversation', () => {
  it('are the same whether made anew or of those before', () => {
    fc.assert(
      fc.property(conversation, change, (messages, { at, lost, come }) => {
        const before = toPages(messages);
        const place = messages.slice(0, at).findLast(({ index }) => index !== undefined)?.index;
        const now = messages.toSpliced(
          at,
          lost,
          ...come.map((isSeen, each) => entry(`new-${String(each)}`, place, isSeen)),
        );
        expect(toPages(now, { messages, pages: before })).to.deep.equal(toPages(now));
      }),
    );
  });

  it('are the same lists as before up to the change', () => {
    const messages = Array.from({ length: 350 }, (_, at) => entry(String(at), at + 1, true));
    const pages = toPages(messages);
    const longer = toPages([...messages, entry('new', 351, true)], { messages, pages });
    expect(longer.map((page, at) => page === pages[at])).to.deep.equal([true, true, true, false]);
  });
});
