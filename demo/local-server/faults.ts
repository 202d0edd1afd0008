import * as v from 'valibot';

const rate = v.optional(
  v.pipe(
    v.number('must be a number from 0 to 1'),
    v.minValue(0, 'must be a number from 0 to 1'),
    v.maxValue(1, 'must be a number from 0 to 1'),
  ),
);
const latencySentence = 'must be a number of milliseconds from 0 to 60000';
const statusSentence = 'must be a GMS statusCode (1 or 2) or an HTTP status (200 or 400 to 599)';

/** What `PUT /local/faults` takes. A key that is left out is a fault that is off. */
export const faultSettingsSchema = v.strictObject({
  /** Where the pseudo-random sequence begins. Default 1. */
  seed: v.optional(v.pipe(v.number('must be a whole number'), v.integer('must be a whole number'))),
  /** Every connection breaks before its request is carried out. */
  offline: v.optional(v.boolean('must be true or false')),
  /** How much later each answer comes. */
  latencyMs: v.optional(
    v.pipe(v.number(latencySentence), v.minValue(0, latencySentence), v.maxValue(60_000, latencySentence)),
  ),
  /** The share of requests that are refused instead of carried out. Default 0, or 1 when a `statusCode` is given. */
  errorRate: rate,
  /** The share of requests that are carried out and never answered. */
  lostAnswerRate: rate,
  /** The share of answers that repeat messages the client has already got. */
  duplicateRate: rate,
  /** What refused requests are answered with; 200 = with a page that is no answer of a chat server. Default HTTP 503. */
  statusCode: v.optional(v.pipe(v.number(statusSentence), v.check(isFaultStatus, statusSentence))),
});

/** The network and server faults of the chat service, each off unless set. */
export type FaultSettings = v.InferOutput<typeof faultSettingsSchema>;

/** What goes wrong with one request. */
export interface FaultPlan {
  readonly offline: boolean;
  readonly latencyMs: number;
  /** The status to refuse the request with; `undefined` = carry it out. */
  readonly refusedWith: number | undefined;
  readonly losesAnswer: boolean;
  readonly repeatsMessages: boolean;
}

/** Decides what goes wrong: the same settings and the same sequence of requests give the same faults. */
export class Faults {
  #settings: FaultSettings = {};
  #random = mulberry32(1);

  /** What is set now. */
  get settings(): FaultSettings {
    return this.#settings;
  }

  /** Replaces all settings and begins the sequence anew. */
  set(settings: FaultSettings): void {
    this.#settings = settings;
    this.#random = mulberry32(settings.seed ?? 1);
  }

  /** Decides for the next request. */
  next(): FaultPlan {
    const { offline = false, latencyMs = 0, lostAnswerRate = 0, duplicateRate = 0, statusCode } = this.#settings;
    const { errorRate = statusCode === undefined ? 0 : 1 } = this.#settings;
    // Always three draws, so that turning one fault on does not move where the others fall.
    const [error, lost, repeated] = [this.#random(), this.#random(), this.#random()];
    return {
      offline,
      latencyMs,
      refusedWith: error < errorRate ? (statusCode ?? 503) : undefined,
      losesAnswer: lost < lostAnswerRate,
      repeatsMessages: repeated < duplicateRate,
    };
  }
}

function isFaultStatus(code: number): boolean {
  return [1, 2, 200].includes(code) || (Number.isInteger(code) && code >= 400 && code <= 599);
}

/** A small public-domain generator of numbers from 0 up to 1; good enough to scatter faults, not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
