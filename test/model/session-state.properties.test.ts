import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SessionPhase } from '../../src/model/session-state.js';
import { TimedService } from '../session/harness.js';
import { answered, held, lostAnswer, lostRequest, noNetwork, type Fate } from '../support/scripted-server.js';

/** Changes of a conversation that one page lives through. */
const ordinary = [
  'idle → starting',
  'starting → active',
  'starting → idle',
  'active → ending',
  'active → ended',
  'ending → active',
  'ending → ended',
  'ended → starting',
];

/** Changes of a conversation that another page began. */
const restoring = [
  'idle → restoring',
  'ended → restoring',
  'restoring → active',
  'restoring → ending',
  'restoring → ended',
  'restoring → idle',
];

/** The table, written down once more: a change that does not stand here must never happen. */
const allowed: ReadonlySet<string> = new Set([...ordinary, ...restoring]);

/** One thing that happens to a conversation. */
type Step =
  | readonly [act: 'command', name: (typeof commands)[number]]
  | readonly [act: 'fate', operation: string, fate: keyof typeof fates]
  | readonly [act: 'pass', milliseconds: number]
  | readonly [act: 'agent', type: string]
  | readonly [act: 'page', event: 'hide' | 'show' | 'goOffline' | 'comeOnline']
  | readonly [act: 'server', event: 'end' | 'release' | 'forget' | 'fail' | 'recover'];

const commands = [
  ...(['startChat', 'startChat', 'endChat', 'endChat', 'sendMessage', 'sendTyping', 'poll', 'startPoll'] as const),
  ...(['stopPoll', 'resendMessage', 'discardMessage', 'getTranscript', 'getSessionData'] as const),
];

/** What may become of a request; `held` ones are answered when the server's `release` comes. */
const fates = {
  lostRequest,
  lostAnswer,
  noNetwork,
  unavailable: answered(503),
  unauthorized: answered(401),
  notFound: answered(404),
  garbled: answered(200, '<h1>Sign in</h1>'),
  refused: answered(200, { statusCode: 2, errors: [{ code: 100 }] }),
  ended: answered(200, { statusCode: 2, chatEnded: true }),
  endedWell: answered(200, { statusCode: 0, chatEnded: true }),
  keyless: answered(200, { statusCode: 0, messages: [] }),
  held: undefined,
} satisfies Record<string, Fate | undefined>;

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('command' as const), fc.constantFrom(...commands)) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constant('fate' as const),
      fc.constantFrom('start', 'refresh', 'send', 'startTyping', 'disconnect', 'disconnect'),
      fc.constantFrom(...(Object.keys(fates) as (keyof typeof fates)[])),
    ),
  },
  { weight: 4, arbitrary: fc.tuple(fc.constant('pass' as const), fc.constantFrom(0, 1, 3000, 10_000, 60_000)) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('agent' as const),
      fc.constantFrom('ParticipantJoined', 'Message', 'TypingStarted', 'ParticipantLeft'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('page' as const),
      fc.constantFrom('hide' as const, 'show' as const, 'goOffline' as const, 'comeOnline' as const),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant('server' as const),
      fc.constantFrom('end' as const, 'release' as const, 'forget' as const, 'fail' as const, 'recover' as const),
    ),
  },
);

/** A history in which every ordinary change happens, so that the property is never tried on nothing. */
const full: Step[] = [
  ['fate', 'start', 'unavailable'],
  ['command', 'startChat'],
  ['pass', 0],
  ['command', 'startChat'],
  ['pass', 0],
  ['fate', 'disconnect', 'unavailable'],
  ['command', 'endChat'],
  ['pass', 0],
  ['command', 'endChat'],
  ['pass', 0],
  ['command', 'startChat'],
  ['pass', 0],
  ['server', 'end'],
  ['pass', 60_000],
];

describe('the phase of a conversation, whatever is asked and whatever goes wrong,', () => {
  it('changes only as the table allows', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 40 }), async (history) => {
        for (const change of await changesIn(history)) {
          seen.add(change);
          expect(allowed.has(change), change).to.equal(true);
        }
      }),
      { numRuns: 150, examples: [[full]] },
    );
    expect([...seen]).to.include.members(ordinary);
  });
});

/** Lets it all happen to one service, and gives the changes of its phase. */
async function changesIn(history: readonly Step[]): Promise<string[]> {
  const chat = await TimedService.ready();
  const { phase } = chat.service.stores;
  const changes: string[] = [];
  let before: SessionPhase = phase.get();
  const stop = phase.listen((now) => {
    changes.push(`${before} → ${now}`);
    before = now;
  });
  const releases: (() => void)[] = [];
  for (const step of history) await take(chat, step, releases);
  // What is still under way at the end goes wrong in a last way: nobody is there any more.
  chat.dispose();
  for (const release of releases) release();
  await chat.clock.tick(0);
  stop();
  return changes;
}

async function take(chat: TimedService, step: Step, releases: (() => void)[]): Promise<void> {
  const { clock, page, server } = chat;
  switch (step[0]) {
    case 'command': {
      const failed = chat.service.stores.messages.get().find(({ status }) => status === 'failed');
      // Nobody waits for it, so that commands and answers run into each other.
      const followed = chat.follow(chat.command(step[1], { nickname: 'Ada', message: 'Hello', id: failed?.id }));
      if (step[1] === 'startChat') await reached(chat, followed);
      return;
    }
    case 'fate':
      server.plan(step[1], fates[step[2]] ?? heldBy(releases));
      return;
    case 'pass':
      await clock.tick(step[1]);
      return;
    case 'agent':
      server.agentDoes(step[1], 'Hello');
      return;
    case 'page':
      page[step[1]]();
      return;
    case 'server':
      if (step[1] === 'end') server.hasEnded = true;
      else if (step[1] === 'release') for (const release of releases.splice(0)) release();
      else if (step[1] === 'forget') server.plan('refresh', fates.notFound);
      else server.always('any', step[1] === 'fail' ? fates.unavailable : undefined);
  }
}

/** Waits until the start's request has come, or will not: the code that sends it is loaded when it is first needed. */
async function reached({ clock, server }: TimedService, start: { readonly outcome: unknown }): Promise<void> {
  const before = server.count('start');
  while (server.count('start') === before && start.outcome === 'pending') await clock.tick(0);
}

function heldBy(releases: (() => void)[]): Fate {
  const { fate, release } = held();
  releases.push(release);
  return fate;
}
