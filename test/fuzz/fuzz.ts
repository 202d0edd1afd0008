import { FuzzedConversation } from './conversation.js';

/** What a run came to. */
export interface FuzzResult {
  readonly tried: number;
  readonly accepted: number;
  /** The seeds whose conversation went wrong, with what went wrong. */
  readonly failures: readonly { readonly seed: number; readonly faults: readonly string[] }[];
}

/** Mutated answers in one conversation: short enough to be looked at when a seed fails. */
const answersPerSeed = 50;

/** So many failing seeds tell enough. */
const enoughFailures = 5;

/** The command that replays one seed alone. */
function replayCommand(seed: number): string {
  return `npm run test:fuzz -- --seed=${seed}`;
}

/** Tries at least so many answers, in conversations of the seeds from 1 on. */
export async function fuzz(answers: number): Promise<FuzzResult> {
  const failures: FuzzResult['failures'][number][] = [];
  let [tried, accepted] = [0, 0];
  for (let seed = 1; tried < answers && failures.length < enoughFailures; seed += 1) {
    const outcome = await fuzzSeed(seed);
    tried += outcome.tried;
    accepted += outcome.accepted;
    failures.push(...outcome.failures);
  }
  return { tried, accepted, failures };
}

/** The conversation of one seed; also what nobody catches in it is a fault. */
export async function fuzzSeed(seed: number): Promise<FuzzResult> {
  const faults: string[] = [];
  const onRejection = (reason: unknown) => void faults.push(`unhandled rejection: ${stackOf(reason)}`);
  const { reportError } = globalThis;
  globalThis.reportError = (error) => void faults.push(`reported: ${stackOf(error)}`);
  process.on('unhandledRejection', onRejection);
  try {
    const { tried, accepted } = await new FuzzedConversation(seed, faults).run(answersPerSeed);
    return { tried, accepted, failures: faults.length > 0 ? [{ seed, faults }] : [] };
  } catch (error) {
    return { tried: 0, accepted: 0, failures: [{ seed, faults: [...faults, `thrown: ${stackOf(error)}`] }] };
  } finally {
    process.off('unhandledRejection', onRejection);
    globalThis.reportError = reportError;
  }
}

/** What went wrong, and how to see it again. */
export function describeFailures({ failures }: FuzzResult): string {
  return failures
    .map(({ seed, faults }) => [`seed ${seed}: ${replayCommand(seed)}`, ...faults.slice(0, 5)].join('\n  '))
    .join('\n');
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : JSON.stringify(error);
}
