import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Schedule, type Outcome } from './schedule.js';

/** The schedule of one seed that went wrong. */
interface FailedSeed extends Pick<Outcome, 'faults' | 'log'> {
  readonly seed: number;
}

/** What a run came to. */
export interface ChaosResult {
  readonly seeds: number;
  /** Texts of visitors that arrived. */
  readonly delivered: number;
  readonly failures: readonly FailedSeed[];
  /** Stands for all that was done, and when: the same for the same seeds, on whatever machine. */
  readonly fingerprint: string;
}

/** So many failing seeds tell enough. */
const enoughFailures = 100;

/** Tells which schedule something belongs to that nobody catches. */
const faultsOfNow = new AsyncLocalStorage<string[]>();

/** Runs the schedules of these seeds. */
export async function chaos(seeds: readonly number[]): Promise<ChaosResult> {
  const failures: FailedSeed[] = [];
  const all = createHash('sha256');
  let [done, delivered] = [0, 0];
  const restore = noticeUncaught();
  try {
    for (const seed of seeds) {
      const outcome = await chaosSeed(seed);
      done += 1;
      delivered += outcome.delivered;
      for (const line of [...outcome.faults, ...outcome.log]) all.update(`${line}\n`);
      if (outcome.faults.length > 0) failures.push({ seed, ...outcome });
      if (failures.length >= enoughFailures) break;
    }
  } finally {
    restore();
  }
  return { seeds: done, delivered, failures, fingerprint: all.digest('hex').slice(0, 12) };
}

/** What went wrong, and how to see it again. With the log of what was done if wanted. */
export function describeFailures({ failures }: ChaosResult, hasLog = false): string {
  return failures
    .map(({ seed, faults, log }) =>
      [
        `seed ${String(seed)}: npm run test:chaos -- --seed=${String(seed)}`,
        ...faults.slice(0, 8),
        ...(hasLog ? log.map((line) => `  ${line}`) : []),
      ].join('\n  '),
    )
    .join('\n');
}

async function chaosSeed(seed: number): Promise<Outcome> {
  const uncaught: string[] = [];
  return faultsOfNow.run(uncaught, async () => {
    try {
      const { faults, ...rest } = await Schedule.run(seed);
      return { ...rest, faults: [...uncaught, ...faults] };
    } catch (error) {
      return { faults: [...uncaught, `thrown: ${stackOf(error)}`], log: [], delivered: 0 };
    }
  });
}

/** Makes a fault of whatever nobody catches; returns how to stop. */
function noticeUncaught(): () => void {
  const notice = (what: string, error: unknown) => {
    const faults = faultsOfNow.getStore();
    if (!faults) throw new Error(`${what}, of an unknown schedule: ${stackOf(error)}`);
    faults.push(`${what}: ${stackOf(error)}`);
  };
  const onRejection = (reason: unknown) => {
    notice('unhandled rejection', reason);
  };
  const { reportError } = globalThis;
  globalThis.reportError = (error) => {
    notice('reported', error);
  };
  process.on('unhandledRejection', onRejection);
  return () => {
    globalThis.reportError = reportError;
    process.off('unhandledRejection', onRejection);
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : JSON.stringify(error);
}
