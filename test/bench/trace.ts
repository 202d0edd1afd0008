/** What a page's main thread did between two marks; milliseconds of its own time, in which other programs have no part. */
export interface Work {
  /** All of it. */
  readonly cpu: number;
  /** The longest task. */
  readonly longest: number;
  /** What tasks took beyond 50 ms each, in which a visitor would have waited. */
  readonly blocked: number;
  /** Milliseconds on the wall. */
  readonly wall: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds; `t` before it means the thread's own time. */
  readonly ts: number;
  readonly tts?: number;
  readonly tdur?: number;
}

/** The trace categories that it takes. */
export const traceCategories = ['toplevel', 'blink.user_timing'];

const longTask = 50;

/** Reads Chromium's trace: what was done from each mark `start` to the mark `end` after it. */
export function readWork(trace: Buffer): Work[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const marks = traceEvents.filter(({ cat }) => cat.includes('blink.user_timing')).sort((a, b) => a.ts - b.ts);
  const ends = marks.filter(({ name }) => name === 'end');
  return marks
    .filter(({ name }) => name === 'start')
    .flatMap((start) => {
      const end = ends.find(({ ts }) => ts > start.ts);
      return end ? workBetween(start, end, traceEvents) : [];
    });
}

function workBetween(start: TraceEvent, end: TraceEvent, events: readonly TraceEvent[]): Work {
  const [from, to] = [start.tts ?? Number.NaN, end.tts ?? Number.NaN];
  const tasks = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === start.pid && tid === start.tid)
    // Of a task that began before, or goes on after, what lies between.
    .map(({ tts = 0, tdur = 0 }) => (Math.min(tts + tdur, to) - Math.max(tts, from)) / 1000)
    .filter((milliseconds) => milliseconds > 0);
  return {
    cpu: (to - from) / 1000,
    longest: Math.max(0, ...tasks),
    blocked: tasks.reduce((sum, each) => sum + Math.max(0, each - longTask), 0),
    wall: (end.ts - start.ts) / 1000,
  };
}
