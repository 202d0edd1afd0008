import { expect } from '@open-wc/testing';
import { toChatMessage, type ServerMessage } from '../../src/model/message.js';
import { emptyTranscript, mergeMessages, type Coverage, type Transcript } from '../../src/model/transcript.js';

type Part = [incoming: readonly ServerMessage[], coverage?: Coverage];

describe('merging answers into the transcript', () => {
  it('starts with nothing, at the first position', () => {
    expect(emptyTranscript).to.deep.equal({
      messages: [],
      events: [],
      first: 1,
      position: 1,
      early: new Set(),
    });
  });

  it('adds what is new, by index, with the originals beside it', () => {
    const { transcript, added } = mergeMessages(emptyTranscript, [event(2), event(1)], { from: 1, next: 3 });
    expect(indexes(transcript)).to.deep.equal([1, 2]);
    expect(originals(transcript)).to.deep.equal([event(1).original, event(2).original]);
    expect(transcript.position).to.equal(3);
    expect(added.map(({ source }) => source.index)).to.deep.equal([1, 2]);
    expect(added.map(({ message }) => message?.id)).to.deep.equal(['1', '2']);
  });

  it('changes nothing when it is given the same again', () => {
    const parts: Part[] = [
      [events(1, 3), { from: 1, next: 4 }],
      [events(2, 3), { from: 2 }],
      [[event(6)], { from: 6 }],
    ];
    let transcript = emptyTranscript;
    for (const part of parts) transcript = mergeMessages(transcript, ...part).transcript;
    for (const part of parts) {
      const again = mergeMessages(transcript, ...part);
      expect(again.added).to.deep.equal([]);
      expect(again.transcript).to.deep.equal(transcript);
    }
  });

  it('counts an index once within one answer', () => {
    const { transcript, added } = mergeMessages(emptyTranscript, [event(1), event(1)], { from: 1 });
    expect(indexes(transcript)).to.deep.equal([1]);
    expect(added).to.have.length(1);
  });

  it('leaves the transcript that it is given as it was', () => {
    const before = mergeMessages(emptyTranscript, [event(1), event(3)]).transcript;
    const copy = structuredClone(before);
    mergeMessages(before, [event(2)], { from: 1, next: 4 });
    expect(before).to.deep.equal(copy);
    expect(emptyTranscript.early.size).to.equal(0);
  });

  it('makes an entry once for each new event, by index', () => {
    const made: number[] = [];
    const toEntry = (source: ServerMessage) => {
      made.push(source.index ?? 0);
      return toChatMessage(source, `own-${String(source.index)}`);
    };
    const first = mergeMessages(emptyTranscript, [event(3), event(1), event(3)], undefined, toEntry);
    const second = mergeMessages(first.transcript, events(1, 4), { from: 1 }, toEntry);
    expect(made).to.deep.equal([1, 3, 2, 4]);
    expect(second.transcript.messages.map(({ id }) => id)).to.deep.equal(['own-1', 'own-2', 'own-3', 'own-4']);
  });

  it('passes over what has no place in the transcript, such as file limits', () => {
    const { index: _, ...limits } = event(1);
    const { transcript, added } = mergeMessages(emptyTranscript, [limits], { from: 1 });
    expect(added).to.deep.equal([]);
    expect(transcript).to.deep.equal(emptyTranscript);
  });
});

describe('the position', () => {
  const at = (position: number): Transcript => ({ ...emptyTranscript, position });

  const table: [
    name: string,
    before: number,
    incoming: readonly ServerMessage[],
    coverage: Coverage | undefined,
    after: number,
  ][] = [
    ['stays without coverage, whatever comes', 1, events(1, 5), undefined, 1],
    ['moves behind the last event of what was asked for', 1, events(1, 5), { from: 1 }, 6],
    ['moves to the next position that the server names', 3, [], { from: 3, next: 9 }, 9],
    ['passes over indexes that the visitor does not get to see', 3, [event(3), event(6)], { from: 3, next: 9 }, 9],
    ['moves when more than needed was asked for', 5, events(2, 7), { from: 2 }, 8],
    ['stays when nothing new came', 5, [], { from: 5 }, 5],
    ['stays when the answer begins behind it and so leaves a gap', 2, [event(4)], { from: 4, next: 5 }, 2],
    ['stays when nothing was asked for', 2, [], { from: 0, next: 9 }, 2],
    ['never goes back', 8, events(1, 3), { from: 1, next: 4 }, 8],
    [
      'holds the highest index also when the server names a lower next position',
      1,
      events(1, 4),
      { from: 1, next: 3 },
      5,
    ],
  ];
  for (const [name, before, incoming, coverage, after] of table) {
    it(name, () => {
      expect(mergeMessages(at(before), incoming, coverage).transcript.position).to.equal(after);
    });
  }

  it('keeps early indexes until it has passed them', () => {
    const early = mergeMessages(emptyTranscript, [event(3), event(5)]).transcript;
    expect([...early.early]).to.deep.equal([3, 5]);
    const closer = mergeMessages(early, events(1, 3), { from: 1 }).transcript;
    expect([...closer.early]).to.deep.equal([5]);
    expect(indexes(closer)).to.deep.equal([1, 2, 3, 5]);
    const passed = mergeMessages(closer, events(4, 6), { from: 4 }).transcript;
    expect([...passed.early]).to.deep.equal([]);
    expect(indexes(passed)).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('takes nothing below it, since everything there has been told', () => {
    const { transcript, added } = mergeMessages(at(5), [event(4), event(5)], { from: 4 });
    expect(added.map(({ source }) => source.index)).to.deep.equal([5]);
    expect(indexes(transcript)).to.deep.equal([5]);
  });
});

describe('signs of typing', () => {
  it('are told once and count for the position, but are not kept', () => {
    const incoming = [event(1), event(2, 'TypingStarted'), event(3, 'TypingStopped'), event(4)];
    const { transcript, added } = mergeMessages(emptyTranscript, incoming, { from: 1 });
    expect(added.map(({ source }) => source.type)).to.deep.equal([
      'Message',
      'TypingStarted',
      'TypingStopped',
      'Message',
    ]);
    expect(indexes(transcript)).to.deep.equal([1, 4]);
    expect(originals(transcript)).to.have.length(2);
    expect(transcript.position).to.equal(5);
  });

  it('are told once also when they come early and again', () => {
    const early = mergeMessages(emptyTranscript, [event(2, 'TypingStarted')]);
    expect(early.added).to.have.length(1);
    const again = mergeMessages(early.transcript, [event(1), event(2, 'TypingStarted')], { from: 1 });
    expect(again.added.map(({ source }) => source.index)).to.deep.equal([1]);
  });
});

describe('answers that overtake each other', () => {
  /** What several requests of one conversation were answered; index 4 is hidden from the visitor, 6 is typing. */
  const told = [event(1), event(2), event(3), event(5), event(6, 'TypingStarted'), event(7)];
  const part = (from: number, to: number) => told.filter(({ index = 0 }) => index >= from && index <= to);
  const parts: Part[] = [
    [part(1, 2), { from: 1, next: 3 }],
    [part(2, 5), { from: 2 }],
    [part(3, 6), { from: 3, next: 7 }],
    [part(7, 7)],
    [part(5, 5)],
    [[], { from: 0, next: 8 }],
  ];

  it('give the same conversation in every order, and tell each event once', () => {
    for (const order of permutations(parts)) {
      let transcript = emptyTranscript;
      const all: (number | undefined)[] = [];
      for (const each of [...order, ...order.slice(0, 2)]) {
        const merge = mergeMessages(transcript, ...each);
        ({ transcript } = merge);
        all.push(...merge.added.map(({ source }) => source.index));
        expect(transcript.position, 'it never skips what was not told').to.be.at.most(7);
      }
      const last = mergeMessages(
        transcript,
        told.filter(({ index = 0 }) => index >= transcript.position),
        { from: transcript.position, next: 8 },
      );
      all.push(...last.added.map(({ source }) => source.index));
      expect(indexes(last.transcript)).to.deep.equal([1, 2, 3, 5, 7]);
      expect(originals(last.transcript)).to.deep.equal([1, 2, 3, 5, 7].map((index) => event(index).original));
      expect(last.transcript.position).to.equal(8);
      expect(last.transcript.early.size).to.equal(0);
      expect(all.sort()).to.deep.equal([1, 2, 3, 5, 6, 7]);
    }
  });

  it('keep originals parallel to messages after every step', () => {
    for (const order of permutations(parts)) {
      let transcript = emptyTranscript;
      for (const each of order) {
        ({ transcript } = mergeMessages(transcript, ...each));
        expect(originals(transcript)).to.deep.equal(indexes(transcript).map((index) => event(index).original));
      }
    }
  });
});

describe('a long conversation', () => {
  /** A transcript of 10,000 messages that counts how often their indexes are looked at. */
  function long(): { transcript: Transcript; looks: () => number } {
    let looks = 0;
    const counted = (source: ServerMessage) =>
      Object.defineProperty(toChatMessage(source, String(source.index)), 'index', {
        enumerable: true,
        get: () => {
          looks += 1;
          return source.index;
        },
      });
    const { transcript } = mergeMessages(emptyTranscript, events(1, 10_000), { from: 1 }, counted);
    looks = 0;
    return { transcript, looks: () => looks };
  }

  it('is appended to without looking at the old entries, which stay the same objects', () => {
    const { transcript: before, looks } = long();
    const { transcript } = mergeMessages(before, events(10_001, 10_003), { from: 10_001 });
    expect(looks()).to.be.at.most(2);
    expect(transcript.messages).to.have.length(10_003);
    expect(before.messages.every((message, at) => message === transcript.messages[at])).to.equal(true);
    expect(before.events.every((known, at) => known === transcript.events[at])).to.equal(true);
  });

  it('keeps its entries when a poll brings nothing new', () => {
    const { transcript: before, looks } = long();
    const { transcript } = mergeMessages(before, events(9990, 10_000), { from: 9990, next: 10_001 });
    expect(transcript.messages).to.equal(before.messages);
    expect(transcript.events).to.equal(before.events);
    expect(looks()).to.equal(0);
  });

  it('takes a late event at its place, and keeps the other entries', () => {
    const gap = mergeMessages(emptyTranscript, [...events(1, 4999), ...events(5001, 10_000)]).transcript;
    const { transcript } = mergeMessages(gap, [event(5000)]);
    expect(transcript.messages[4999]?.index).to.equal(5000);
    expect(transcript.messages[4998]).to.equal(gap.messages[4998]);
    expect(transcript.messages[5000]).to.equal(gap.messages[4999]);
    expect(originals(transcript)[4999]).to.deep.equal(event(5000).original);
  });
});

function event(index: number, type = 'Message'): ServerMessage {
  const from = { participantId: 2, nickname: 'Ann', type: 'Agent' };
  return { type, index, utcTime: index * 1000, from, text: `text ${String(index)}`, original: { n: index } };
}

function events(first: number, last: number): ServerMessage[] {
  return Array.from({ length: last - first + 1 }, (_, at) => event(first + at));
}

function originals({ events }: Transcript): unknown[] {
  return events.map(({ original }) => original);
}

function indexes(transcript: Transcript): number[] {
  return transcript.messages.map(({ index }) => index ?? 0);
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
