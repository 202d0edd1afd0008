import { kinds, type DayResult, type Kind } from './chat-day.js';

/** How often the server is asked for news in an hour of each kind, at least and at most. */
const designed: Readonly<Record<Kind, readonly [number, number]>> = {
  // Every 3 s.
  live: [1190, 1200],
  // Every 5 s.
  idle: [718, 720],
  // Every 15 s.
  hidden: [238, 241],
  // Every 3 s, but for those that an answer to a message or a keystroke makes needless.
  busy: [1100, 1230],
  // After anything up to 15 s, left to chance, so every 7.5 s on average.
  outage: [400, 560],
  frozen: [0, 0],
};

const [mostTimers, mostListeners] = [6, 6];

/** Bytes by which memory may differ from one round to another: what engines learn of code that runs often. */
const memoryTolerance = 600_000;

/** All that is not as it should be, as sentences. */
export function faultsOf(result: DayResult): string[] {
  const faults = [...result.faults];
  for (const kind of kinds) {
    const [least, most] = designed[kind];
    const polls = result.pollsPerHour[kind];
    if (polls < least || polls > most) {
      faults.push(`${kind}: ${String(polls)} polls an hour, not ${String(least)} to ${String(most)}`);
    }
  }
  if (result.mostTimers > mostTimers) faults.push(`${String(result.mostTimers)} timers at once`);
  if (result.mostListeners > mostListeners) faults.push(`${String(result.mostListeners)} listeners at once`);
  if (growth(result) > memoryTolerance) faults.push(`memory grew by ${String(growth(result))} bytes`);
  return faults;
}

/** What a day came to, in one line. */
export function describeDay(result: DayResult): string {
  const polls = kinds.map((kind) => `${kind} ${result.pollsPerHour[kind].toFixed(0)}`).join(', ');
  return (
    `time: ${String(result.hours)} hours of chat; polls an hour: ${polls}; at most ${String(result.mostTimers)} timers ` +
    `and ${String(result.mostListeners)} listeners; memory ${(growth(result) / 1000).toFixed(0)} KB more than after the ` +
    `first round; ${String(result.delivered)} messages delivered once`
  );
}

/** Bytes that memory has grown by since the second round began: in the first, code is loaded and compiled. */
function growth({ memory: [, first = 0, ...later] }: DayResult): number {
  return Math.max(0, (later.at(-1) ?? first) - first);
}
