import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ServerMessage } from '../../src/model/message.js';
import { emptyTranscript, mergeMessages, type Coverage, type Transcript } from '../../src/model/transcript.js';

/** What one request was answered. */
interface Part {
  readonly incoming: readonly ServerMessage[];
  /** Absent for an answer that does not say which stretch it holds. */
  readonly coverage?: Coverage;
}

/** A conversation as the server has it, and answers in the order in which they came. */
interface Told {
  readonly events: readonly ServerMessage[];
  /** The position behind the last event, also of those that the visitor does not get to see. */
  readonly end: number;
  readonly parts: readonly Part[];
}

const types = ['Message', 'Message', 'ParticipantJoined', 'Notice', 'TypingStarted', 'TypingStopped'];
const isKept = ({ type }: ServerMessage) => type !== 'TypingStarted' && type !== 'TypingStopped';

/** Events in order. Some indexes are missing: the server hides those events from the visitor. */
const conversations = fc
  .array(fc.record({ type: fc.constantFrom(...types), isHidden: fc.boolean() }), { maxLength: 12 })
  .map((events) => ({
    end: events.length + 1,
    events: events.flatMap(({ type, isHidden }, at) => (isHidden ? [] : [event(at + 1, type)])),
  }));

/** Answers that overlap, overtake and repeat each other; each is true of the conversation at some moment. */
const told: fc.Arbitrary<Told> = conversations.chain(({ events, end }) => {
  const parts = fc.array(fc.oneof(stretches(events, end), selections(events)), { maxLength: 8 });
  return parts.map((each) => ({ events, end, parts: each }));
});

/** The answer to a request that named a position: everything from there to what was last at that moment. */
function stretches(events: readonly ServerMessage[], end: number): fc.Arbitrary<Part> {
  return fc
    .record({ from: fc.integer({ min: 1, max: end }), next: fc.integer({ min: 1, max: end }), isNamed: fc.boolean() })
    .chain(({ from, next, isNamed }) => {
      const within = events.filter(({ index = 0 }) => index >= from && index < next);
      const coverage: Coverage = isNamed ? { from, next } : { from };
      // Also a server that tells its events in another order has told them all.
      return permutationsOf(within).map((incoming) => ({ incoming, coverage }));
    });
}

/** An answer that holds some events, and does not say which it leaves out. */
function selections(events: readonly ServerMessage[]): fc.Arbitrary<Part> {
  return fc.subarray([...events]).chain((some) => permutationsOf(some).map((incoming) => ({ incoming })));
}

describe('answers in which the server tells of a conversation, whatever they are', () => {
  it('make the same transcript in any order', () => {
    fc.assert(
      fc.property(withAnotherOrder(told), ([{ parts }, reordered]) => {
        const [one, other] = [mergeAll(parts).transcript, mergeAll(reordered).transcript];
        expect(other.messages).to.deep.equal(one.messages);
        expect(originals(other)).to.deep.equal(originals(one));
      }),
    );
  });

  it('lose nothing: once the rest is asked for, the transcript is the conversation', () => {
    fc.assert(
      fc.property(told, ({ events, end, parts }) => {
        const { transcript } = mergeAll([...parts, theRest(events, end, mergeAll(parts).transcript)]);
        const kept = events.filter(isKept);
        expect(indexes(transcript)).to.deep.equal(kept.map(({ index }) => index));
        expect(originals(transcript)).to.deep.equal(kept.map(({ original }) => original));
        expect(transcript.position).to.equal(end);
        expect(transcript.early.size).to.equal(0);
      }),
    );
  });

  it('have each event told once, also those that are not kept', () => {
    fc.assert(
      fc.property(told, ({ events, end, parts }) => {
        const { transcript, added } = mergeAll(parts);
        const { added: late } = mergeMessages(transcript, theRest(events, end, transcript).incoming, { from: 1 });
        const all = [...added, ...late.map(({ source }) => source.index ?? 0)];
        expect(all.sort((one, other) => one - other)).to.deep.equal(events.map(({ index }) => index));
      }),
    );
  });

  it('keep the transcript in order after each of them, each index once, with its original beside it', () => {
    fc.assert(
      fc.property(told, ({ parts }) => {
        let transcript = emptyTranscript;
        for (const part of parts) {
          ({ transcript } = mergeMessages(transcript, part.incoming, part.coverage));
          const all = indexes(transcript);
          expect(all).to.deep.equal([...new Set(all)].sort((one, other) => one - other));
          expect(originals(transcript)).to.deep.equal(all.map((index) => ({ n: index })));
        }
      }),
    );
  });

  it('move the position only forward, and never past what was not told', () => {
    fc.assert(
      fc.property(told, ({ events, parts }) => {
        let transcript = emptyTranscript;
        const known = new Set<number>();
        for (const { incoming, coverage } of parts) {
          const before = transcript.position;
          ({ transcript } = mergeMessages(transcript, incoming, coverage));
          for (const { index = 0 } of incoming) known.add(index);
          expect(transcript.position).to.be.at.least(before);
          const skipped = events.filter(({ index = 0 }) => index < transcript.position && !known.has(index));
          expect(skipped).to.deep.equal([]);
        }
      }),
    );
  });

  it('change nothing when they come again', () => {
    fc.assert(
      fc.property(told, ({ parts }) => {
        // Twice: an answer that left a gap at first may move the position once the gap is filled, and no more then.
        const { transcript } = mergeAll([...parts, ...parts]);
        for (const part of parts) {
          const again = mergeMessages(transcript, part.incoming, part.coverage);
          expect(again.added).to.deep.equal([]);
          expect(again.transcript.messages).to.equal(transcript.messages);
          expect(again.transcript.events).to.equal(transcript.events);
        }
      }),
    );
  });
});

describe('a transcript that is cut into answers', () => {
  /** Pieces that together hold everything, and may overlap. */
  const pieces = conversations.chain(({ events }) =>
    fc
      .array(fc.subarray([...events]), { maxLength: 5 })
      .map((some) => ({ events, some: [...some, events.filter((each) => !some.flat().includes(each))] }))
      .chain(({ some }) =>
        permutationsOf(some).map((each) => ({ events, parts: each.map((incoming) => ({ incoming })) })),
      ),
  );

  it('is the same however it was cut, and in whichever order the pieces come', () => {
    fc.assert(
      fc.property(pieces, ({ events, parts }) => {
        const whole = mergeMessages(emptyTranscript, events).transcript;
        const { transcript } = mergeAll(parts);
        expect(transcript).to.deep.equal(whole);
      }),
    );
  });
});

function mergeAll(parts: readonly Part[]): { transcript: Transcript; added: number[] } {
  let transcript = emptyTranscript;
  const added: number[] = [];
  for (const { incoming, coverage } of parts) {
    const merge = mergeMessages(transcript, incoming, coverage);
    ({ transcript } = merge);
    added.push(...merge.added.map(({ source }) => source.index ?? 0));
  }
  return { transcript, added };
}

/** The answer to a refresh that asks for everything not yet known. */
function theRest(events: readonly ServerMessage[], end: number, { position }: Transcript): Part {
  return { incoming: events.filter(({ index = 0 }) => index >= position), coverage: { from: position, next: end } };
}

function withAnotherOrder(all: fc.Arbitrary<Told>): fc.Arbitrary<[Told, readonly Part[]]> {
  return all.chain((each) => permutationsOf(each.parts).map((parts) => [each, parts]));
}

function permutationsOf<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function event(index: number, type: string): ServerMessage {
  const from = { participantId: 2, nickname: 'Ann', type: 'Agent' };
  return { type, index, utcTime: index * 1000, from, text: `text ${index}`, original: { n: index } };
}

function originals({ events }: Transcript): unknown[] {
  return events.map(({ original }) => original);
}

function indexes(transcript: Transcript): number[] {
  return transcript.messages.map(({ index }) => index ?? 0);
}
