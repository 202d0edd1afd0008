import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { decodeAnswer, findRefusal, parseJson } from '../../../src/transport/gms-rest/decode.js';
import { decoded } from '../../fuzz/declared-types.js';

const operations = fc.constantFrom(
  ...['start', 'send', 'refresh', 'startTyping', 'stopTyping', 'disconnect', 'fileLimits', 'pushUrl', 'updateNickname'],
  ...['customNotice', 'updateData', 'readReceipt', 'uploadFile', 'downloadFile', 'deleteFile'],
);
const statuses = fc.oneof({ weight: 2, arbitrary: fc.constant(200) }, fc.integer({ min: 0, max: 599 }));
const retryAfter = fc.option(fc.nat(), { nil: undefined });

/** Any JSON at all; names in it may be `__proto__` or `toString`. */
const anyJson = fc.jsonValue({ stringUnit: 'binary', depthSize: 'medium' });

/** Mostly as the contract has it, so that much of it is accepted; else anything. */
function mostly<Value>(good: fc.Arbitrary<Value>, weight = 40): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight, arbitrary: good },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anyJson },
  );
}

const texts = fc.string({ unit: 'binary' });
const parties = fc.record({
  participantId: mostly(fc.integer()),
  nickname: mostly(texts),
  type: mostly(fc.constantFrom('Client', 'Agent', 'Supervisor', 'Bot', 'External')),
});
const eventTypes = fc.constantFrom(
  ...['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped', 'PushUrl', 'CustomNotice'],
);

/** Answers in which now and then a field is missing, is null, or is something else. */
const nearlyGood = fc.record(
  {
    statusCode: mostly(fc.constant(0)),
    chatId: mostly(texts),
    userId: mostly(texts),
    secureKey: mostly(texts),
    alias: mostly(texts),
    chatEnded: mostly(fc.boolean()),
    nextPosition: mostly(fc.nat()),
    messages: mostly(
      fc.array(
        mostly(
          fc.record(
            {
              type: mostly(eventTypes, 100),
              index: mostly(fc.integer({ min: 1, max: 100 }), 100),
              utcTime: mostly(fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }), 100),
              from: mostly(parties, 100),
              text: mostly(texts, 100),
              messageType: mostly(texts, 100),
              userData: mostly(fc.dictionary(texts, anyJson, { noNullPrototype: true })),
              eventAttributes: anyJson,
            },
            { requiredKeys: ['type', 'utcTime', 'from', 'text'], noNullPrototype: true },
          ),
          100,
        ),
        { maxLength: 4 },
      ),
    ),
    userData: mostly(fc.dictionary(fc.oneof(texts, fc.constant('file-id')), anyJson, { noNullPrototype: true })),
    errors: mostly(fc.array(fc.record({ code: mostly(fc.integer()), advice: mostly(texts), message: mostly(texts) }))),
    monitored: anyJson,
  },
  { requiredKeys: ['statusCode'], noNullPrototype: true },
);

/** What comes over the wire, from noise to a good answer. */
const bodies = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.json({ stringUnit: 'binary' }) },
  { weight: 1, arbitrary: anyJson.map((value) => JSON.stringify({ statusCode: 0, messages: value })) },
  { weight: 4, arbitrary: nearlyGood.map((answer) => JSON.stringify(answer)) },
  { weight: 1, arbitrary: cutShort(nearlyGood.map((answer) => JSON.stringify(answer))) },
);

function cutShort(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(whole, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([text, share]) => text.slice(0, share * text.length));
}

const httpAnswers = fc
  .record({ status: statuses, body: bodies, retryAfter })
  .map(({ retryAfter: after, ...http }) => ({ ...http, ...(after !== undefined && { retryAfter: after }) }));

describe('whatever a server answers', () => {
  it('is decoded without throwing, to what the types declare', () => {
    let accepted = 0;
    fc.assert(
      fc.property(operations, httpAnswers, (operation, http) => {
        const answer = decodeAnswer(operation, http);
        expect(decoded(answer, 'the answer')).to.deep.equal([]);
        if (answer.ok) accepted += 1;
      }),
      { numRuns: 1000 },
    );
    expect(accepted, 'so many were good that the types were tried').to.be.at.least(50);
  });

  it('is a failure that names the operation and the status, or a good answer with a good status', () => {
    fc.assert(
      fc.property(operations, httpAnswers, (operation, http) => {
        const answer = decodeAnswer(operation, http);
        if (answer.ok) expect(http.status).to.be.within(200, 299);
        else expect(answer.answer).to.include({ operation, status: http.status });
      }),
    );
  });

  it('is never accepted and refused at once', () => {
    fc.assert(
      fc.property(operations, httpAnswers, (operation, http) => {
        const answer = decodeAnswer(operation, http);
        const refusal = findRefusal(operation, http, parseJson(http.body));
        if (refusal) expect(answer).to.deep.equal(refusal);
        else expect(answer.ok || answer.kind === 'unavailable').to.equal(true);
      }),
    );
  });

  it('leaves the prototype of all objects as it was', () => {
    const before = Reflect.ownKeys(Object.prototype);
    const named = anyJson.map((value) => {
      const json = JSON.stringify(value);
      const polluting = `{"__proto__":${json},"constructor":{"prototype":${json}}}`;
      return `{"statusCode":0,"userData":${polluting},"messages":[{"type":"Notice","utcTime":1,"userData":${polluting}}]}`;
    });
    fc.assert(
      fc.property(operations, named, (operation, body) => {
        const answer = decodeAnswer(operation, { status: 200, body });
        expect(Reflect.ownKeys(Object.prototype)).to.deep.equal(before);
        expect(decoded(answer, 'the answer')).to.deep.equal([]);
      }),
    );
  });
});

describe('an answer that goes over the wire', () => {
  const facts = { noNullPrototype: true };
  const party = fc.record({ participantId: fc.integer(), nickname: texts, type: texts }, facts);
  // A name that objects have by nature is read as absent, and has its own test.
  const userData = fc.dictionary(
    texts.filter((key) => key !== '__proto__'),
    texts,
    facts,
  );
  const event = fc.record(
    {
      type: fc.oneof(eventTypes, texts),
      utcTime: fc.integer({ min: 0, max: 8.64e15 }),
      from: party,
      text: texts,
      index: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      messageType: texts,
      userData,
    },
    { requiredKeys: ['type', 'utcTime', 'from', 'text'], ...facts },
  );
  const answer = fc.record(
    {
      chatEnded: fc.boolean(),
      messages: fc.array(event),
      chatId: texts,
      userId: texts,
      secureKey: texts,
      alias: texts,
      nextPosition: fc.maxSafeNat(),
      userData,
    },
    { requiredKeys: ['chatEnded', 'messages'], ...facts },
  );
  /** Fields that the contract does not have: other versions of the server may. */
  const extra = fc.dictionary(
    fc.string({ unit: 'grapheme-ascii' }).map((name) => `x-${name}`),
    anyJson,
    facts,
  );

  it('tells the same facts on the other side, whatever else it holds', () => {
    fc.assert(
      fc.property(answer, extra, (told, more) => {
        const messages = told.messages.map((each) => ({ ...each, ...more }));
        const body = JSON.stringify({ statusCode: 0, ...told, messages, ...more });
        // What JSON makes of it, as of -0.
        const originals = (JSON.parse(body) as { messages: unknown[] }).messages;
        expect(decodeAnswer('refresh', { status: 200, body })).to.deep.equal({
          ok: true,
          statusCode: 0,
          ...told,
          messages: told.messages.map((each, at) => ({ ...each, original: originals[at] })),
        });
      }),
    );
  });

  it('is the same with null in place of what is absent', () => {
    const nulls = { chatId: null, userId: null, secureKey: null, alias: null, nextPosition: null, userData: null };
    const eventNulls = { index: null, messageType: null, userData: null };
    fc.assert(
      fc.property(answer, (told) => {
        const full = { ...nulls, ...told, messages: told.messages.map((each) => ({ ...eventNulls, ...each })) };
        const [with_, without] = [full, told].map((each) =>
          decodeAnswer('refresh', { status: 200, body: JSON.stringify({ statusCode: 0, ...each }) }),
        );
        expect(withoutOriginals(with_)).to.deep.equal(withoutOriginals(without));
      }),
    );
  });

  it('reports the same failure on the other side', () => {
    const errors = fc.array(
      fc.record({ code: fc.integer(), advice: texts, message: texts }, { requiredKeys: ['code'], ...facts }),
    );
    const failed = fc.record({ statusCode: fc.integer({ min: 1 }), chatEnded: fc.boolean(), errors }, facts);
    fc.assert(
      fc.property(operations, failed, (operation, { statusCode, chatEnded, errors: told }) => {
        const body = JSON.stringify({ statusCode, chatEnded, errors: told });
        const answered = decodeAnswer(operation, { status: 200, body });
        expect(answered).to.include({ ok: false, chatEnded, kind: statusCode === 1 ? 'unavailable' : 'refused' });
        expect(!answered.ok && answered.answer).to.deep.include({ operation, status: 200, statusCode, errors: told });
      }),
    );
  });
});

function withoutOriginals(answer: ReturnType<typeof decodeAnswer> | undefined): unknown {
  if (!answer?.ok) throw new Error('it is no good answer');
  return { ...answer, messages: answer.messages.map(({ original: _, ...facts }) => facts) };
}
