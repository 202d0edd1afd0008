import type { Clock } from '../../src/platform/clock.js';

/** One event of the transcript as the wire carries it. */
interface WireEvent {
  readonly index: number;
  readonly type: string;
  readonly utcTime: number;
  readonly from: { readonly nickname: string; readonly participantId: number; readonly type: string };
  readonly text?: string;
}

/** A request as it reached the server. */
export interface SeenRequest {
  readonly operation: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly fields: URLSearchParams;
}

/** What comes of one request; `carryOut` does what it asks for and gives the answer. */
export type Fate = (carryOut: () => Response) => Promise<Response>;

/** The request never arrives, and no answer comes. */
export const lostRequest: Fate = () => new Promise(() => undefined);
/** The request is carried out, and no answer comes. */
export const lostAnswer: Fate = (carryOut) => {
  carryOut();
  return new Promise(() => undefined);
};
/** There is no network. */
export const noNetwork: Fate = () => Promise.reject(new TypeError('Failed to fetch'));
/** The server answers with a status and a body of its own choice. */
export const answered =
  (status: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Fate =>
  () =>
    Promise.resolve(toResponse(status, typeof body === 'string' ? body : JSON.stringify(body), headers));
/** The request is carried out, and the answer waits for `release`. `reached` resolves when the request has come. */
export function held(): {
  readonly fate: Fate;
  readonly reached: Promise<void>;
  readonly release: () => void;
} {
  const [came, released] = [signal(), signal()];
  return {
    fate: async (carryOut) => {
      const answer = carryOut();
      came.give();
      await released.given;
      return answer;
    },
    reached: came.given,
    release: released.give,
  };
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

const visitor = { nickname: 'Ada', participantId: 1, type: 'Client' };
const agent = { nickname: 'Bob', participantId: 2, type: 'Agent' };

/**
 * A chat server that lives in the test's own time: a `fetch` that answers within the same task, and fails as the test
 * says.
 */
export class ScriptedServer {
  readonly requests: SeenRequest[] = [];
  /** Requests that wait for an answer now. */
  open = 0;
  hasEnded = false;
  /** Whether a start does not tell of the visitor's joining, as some servers do. */
  hidesVisitor = false;
  #events: WireEvent[] = [];
  #chats = 0;
  readonly #fates = new Map<string, Fate[]>();
  readonly #always = new Map<string, Fate>();
  readonly #clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** To be handed to the service as the platform's. */
  readonly fetch: typeof globalThis.fetch = (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    const operation = path.split('/')[6] ?? 'start';
    const fields = init?.body as URLSearchParams;
    this.requests.push({ operation, at: this.#clock.now(), fields });
    const fate = this.#fates.get(operation)?.shift() ?? this.#always.get(operation) ?? this.#always.get('any');
    const carryOut = () => this.#carryOut(operation, fields);
    return this.#untilAborted(fate ? fate(carryOut) : Promise.resolve(carryOut()), init?.signal ?? undefined);
  };

  /** What becomes of the next requests of an operation, one after the other. */
  plan(operation: string, ...fates: readonly Fate[]): void {
    this.#fates.set(operation, [...(this.#fates.get(operation) ?? []), ...fates]);
  }

  /** What becomes of every request of an operation, or of `any`, until `undefined` is given. */
  always(operation: string, fate: Fate | undefined): void {
    if (fate) this.#always.set(operation, fate);
    else this.#always.delete(operation);
  }

  /** When requests of an operation came, in milliseconds after a moment. */
  times(operation: string, since: number): number[] {
    return this.requests.filter((request) => request.operation === operation).map(({ at }) => at - since);
  }

  /** How many requests of an operation came. */
  count(operation: string): number {
    return this.times(operation, 0).length;
  }

  /** What the visitor has said, as the server has it. */
  get visitorTexts(): (string | undefined)[] {
    return this.#events.filter(({ type, from }) => type === 'Message' && from === visitor).map(({ text }) => text);
  }

  /** Something the visitor says from elsewhere, of which the next answer tells. */
  visitorSays(text: string): void {
    this.#add('Message', visitor, text);
  }

  /** The visitor has another nickname from now on, of which the next answer tells. */
  visitorIsCalled(nickname: string): void {
    this.#add('NicknameUpdated', { ...visitor, nickname });
  }

  /** Something the agent does, of which the next answer tells. */
  agentDoes(type: string, text?: string, nickname = agent.nickname): void {
    this.#add(type, { ...agent, nickname }, text);
  }

  #carryOut(operation: string, fields: URLSearchParams): Response {
    if (operation === 'start') {
      this.#chats += 1;
      this.#events = [];
      this.hasEnded = false;
      if (!this.hidesVisitor) this.#add('ParticipantJoined', visitor);
    } else if (this.hasEnded && operation !== 'refresh') {
      const body = { statusCode: 2, chatEnded: true, errors: [{ code: 249, advice: 'ended' }] };
      return toResponse(200, JSON.stringify(body));
    }
    if (operation === 'send') this.#add('Message', visitor, fields.get('message') ?? '');
    if (operation === 'disconnect') this.hasEnded = true;
    const position = operation === 'start' ? 1 : Number(fields.get('transcriptPosition') ?? Number.POSITIVE_INFINITY);
    return toResponse(200, JSON.stringify(this.#answer(position)));
  }

  #answer(position: number): object {
    return {
      statusCode: 0,
      chatId: `CHAT${String(this.#chats)}`,
      userId: 'USER',
      secureKey: 'SECRET',
      alias: '117',
      chatEnded: this.hasEnded,
      nextPosition: this.#events.length + 1,
      messages: this.#events.filter(({ index }) => index >= position),
    };
  }

  #add(type: string, from: WireEvent['from'], text?: string): void {
    const index = this.#events.length + 1;
    this.#events.push({ index, type, utcTime: this.#clock.now(), from, ...(text !== undefined && { text }) });
  }

  async #untilAborted(answer: Promise<Response>, signal: AbortSignal | undefined): Promise<Response> {
    const aborted = new Promise<never>((_, reject) => {
      const giveUp = () => {
        reject(new DOMException('The request was aborted', 'AbortError'));
      };
      if (signal?.aborted) giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
    });
    this.open += 1;
    try {
      return await Promise.race([answer, aborted]);
    } finally {
      this.open -= 1;
    }
  }
}

/** A response whose body is there at once: a stream would take tasks of its own, which no fake clock can order. */
function toResponse(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response {
  const response = new Response(null, { status, headers });
  return Object.defineProperty(response, 'text', { value: () => Promise.resolve(body) });
}
