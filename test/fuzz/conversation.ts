import { createWebChatService, type WebChatService } from '../../src/create-web-chat-service.js';
import { emptyTranscript, mergeMessages } from '../../src/model/transcript.js';
import { decodeAnswer } from '../../src/transport/gms-rest/decode.js';
import { FakePage } from '../support/fake-page.js';
import { answered, lostAnswer, noNetwork, ScriptedServer, type Fate } from '../support/scripted-server.js';
import { decoded, entries, failedAnswer, storeContents, type Check } from './declared-types.js';
import { goodAnswers } from './good-answers.js';
import { mutate, type WireAnswer } from './mutate.js';
import { QuickClock, settled } from './quick-clock.js';
import { Random } from './random.js';

/** What came of one conversation. */
export interface Outcome {
  /** Mutated answers that the service was given. */
  readonly tried: number;
  /** How many of them were good answers all the same. */
  readonly accepted: number;
  /** What must not happen and did, as sentences. */
  readonly faults: readonly string[];
}

/** Milliseconds that pass between two things that the visitor does. */
const pauses = [0, 0, 500, 3000, 5000, 15_000, 61_000] as const;

/**
 * A visitor's conversation, or several, with a server that answers by chance: mostly what a good server would, with
 * something wrong with it. Goes on until so many such answers were given. `faults` collects what goes wrong.
 */
export class FuzzedConversation {
  readonly #random: Random;
  readonly #clock = new QuickClock();
  readonly #page = new FakePage();
  readonly #server = new ScriptedServer(this.#clock);
  readonly #service: WebChatService;
  readonly #faults: string[];
  #transcript = emptyTranscript;
  readonly #checked = new Map<string, unknown>();
  #tried = 0;
  #accepted = 0;

  constructor(seed: number, faults: string[]) {
    this.#random = new Random(seed);
    this.#faults = faults;
    const logger = { error: this.#onTold, warn: this.#onTold };
    this.#service = createWebChatService(
      { webchat: { dataURL: 'https://gms.example/genesys/2/chat/customer-support' } },
      {
        platform: {
          clock: this.#clock,
          page: this.#page,
          logger,
          fetch: (input, init) => {
            const path = new URL(input instanceof Request ? input.url : input).pathname;
            const operation = path.split('/')[6] ?? 'start';
            this.#server.plan(operation, this.#fateOf(operation));
            return this.#server.fetch(input, init);
          },
          random: this.#random.next,
        },
      },
    );
    this.#service.bus.observe(({ event, data }) => {
      if (event === 'WebChatService.messageReceived') this.#check(entries, (data as { messages: unknown }).messages);
      if (event === 'WebChatService.error') this.#check(failedAnswer, data);
    });
  }

  /** Runs until so many mutated answers were given, or nothing more comes of it. */
  async run(wanted: number): Promise<Outcome> {
    await this.#clock.tick(0);
    for (let steps = 0; this.#tried < wanted && steps < wanted * 20 && this.#faults.length === 0; steps += 1) {
      const phase = this.#service.stores.phase.get();
      if (phase === 'idle' || phase === 'ended') await this.#follow('startChat', { nickname: 'Ada' });
      else this.#act();
      await this.#clock.tick(this.#random.pick(pauses));
      this.#checkStores();
    }
    this.#service.dispose();
    await settled();
    this.#checkStores();
    const remains = [this.#clock.liveTimers, this.#page.listeners, this.#server.open];
    if (remains.some(Boolean)) {
      this.#faults.push(`timers, listeners and requests remain after the end: ${remains.join(', ')}`);
    }
    return { tried: this.#tried, accepted: this.#accepted, faults: this.#faults };
  }

  /** The visitor, the agent or the network does something. */
  #act(): void {
    const random = this.#random;
    const { messages } = this.#service.stores;
    const failed = messages.get().filter(({ status }) => status === 'failed');
    const actions = [
      () => void this.#follow('sendMessage', { message: `Message ${this.#tried}` }),
      () => void this.#follow('sendTyping', { message: 'Mess' }),
      () => void this.#follow('poll'),
      () => void this.#follow(random.pick(['startPoll', 'stopPoll', 'getTranscript', 'getAgents', 'getSessionData'])),
      () => void this.#follow(random.pick(['resendMessage', 'discardMessage']), { id: random.pick(failed)?.id }),
      () => {
        this.#server.agentDoes(random.pick(['ParticipantJoined', 'ParticipantLeft', 'NicknameUpdated']));
      },
      () => {
        this.#server.agentDoes(random.pick(['Message', 'TypingStarted', 'TypingStopped']), 'Hello');
      },
      () => {
        if (random.happens(0.5)) this.#page.hide();
        else this.#page.show();
      },
      () => {
        if (random.happens(0.5)) this.#page.goOffline();
        else this.#page.comeOnline();
      },
      () => {
        if (random.happens(0.2)) void this.#follow('endChat');
      },
    ] as const;
    random.pick(actions)();
  }

  /** Calls a command. Whatever comes of it is fine, but a reason must be one of the contract's. */
  async #follow(name: string, options: object = {}): Promise<void> {
    try {
      const full: string = `WebChatService.${name}`;
      await this.#service.bus.command(full, options);
    } catch (reason) {
      if (typeof reason !== 'string') this.#check(failedAnswer, reason, `the reason of ${name}`);
    }
  }

  /** Mostly a mutated answer, made when the request has come. */
  #fateOf(operation: string): Fate {
    const random = this.#random;
    // Without a start there is no conversation to go on with, and time does not pass while we wait for one.
    if (operation === 'start' && random.happens(0.8)) return (carryOut) => Promise.resolve(carryOut());
    if (operation !== 'start' && random.happens(0.05)) return random.pick([lostAnswer, noNetwork]);
    return async (carryOut) => {
      const answer = await carryOut().text();
      const body = random.happens(0.85) ? answer : (random.pick(goodAnswers) ?? answer);
      const mutated = mutate(random, { status: 200, body, headers: {} });
      this.#tried += 1;
      this.#decode(operation, mutated);
      return answered(mutated.status, mutated.body, mutated.headers)(carryOut);
    };
  }

  /** Decodes and merges the answer without a service, where nothing catches what is thrown. */
  #decode(operation: string, { status, body }: WireAnswer): void {
    try {
      const answer = decodeAnswer(operation, { status, body });
      this.#check(decoded, answer, 'the decoded answer');
      if (!answer.ok) return;
      this.#accepted += 1;
      const coverage = { from: this.#random.below(20), next: answer.nextPosition };
      const given = this.#random.happens(0.5) ? coverage : undefined;
      this.#transcript = mergeMessages(this.#transcript, answer.messages, given).transcript;
      this.#check(entries, this.#transcript.messages, 'the merged transcript');
    } catch (error) {
      this.#faults.push(`the answer ${brief(body)} makes the decoder or the transcript throw ${String(error)}`);
    }
  }

  readonly #onTold = (message: string): void => {
    this.#faults.push(`told on the console: ${message}`);
  };

  #checkStores(): void {
    for (const [name, store] of Object.entries<{ get(): unknown }>({ ...this.#service.stores })) {
      const value = store.get();
      // A value never changes, only which one a store holds.
      if (this.#checked.get(name) === value) continue;
      this.#checked.set(name, value);
      this.#check(storeContents[name] ?? unknownStore, value, `stores.${name}`);
    }
  }

  #check(check: Check, value: unknown, name = 'an event’s payload'): void {
    this.#faults.push(...check(value, name));
  }
}

const unknownStore: Check = (_, path) => [`${path} has no check in declared-types.ts`];

function brief(body: string): string {
  return body.length > 300 ? `${body.slice(0, 300)}… (${body.length} characters)` : body;
}
