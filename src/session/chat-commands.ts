import { ChatError } from '../errors.js';
import { loadLate } from '../load-late.js';
import type { PublicAnswer } from '../model/chat-events.js';
import { toPublicAnswer } from './public-answer.js';
import type { ChatService } from './chat-service.js';
import type { ExtensionCommands, ExtensionCommandsOptions } from './extension-commands.js';
import { readNamed, readOptionalFlag, readOptionalText, readText, refusal } from './read-options.js';
import { sentences } from './sentences.js';

/** What callers gave; it comes from outside and is checked by each command. */
export type Given = Readonly<Record<string, unknown>>;

/** The name of a command. */
export type CommandName = OwnName | keyof ExtensionCommands;

type OwnName = Exclude<keyof ChatCommands, 'run'>;

/** What the commands need besides their service. */
export interface ChatCommandsOptions extends Omit<ExtensionCommandsOptions, 'service'> {
  /** How many characters the visitor may write in one message. */
  readonly maxMessageLength: () => number;
}

/**
 * What can be asked of the service, by name. What every chat needs is here; what extensions ask for besides comes with
 * the first such command.
 */
export class ChatCommands {
  readonly #service: ChatService;
  readonly #options: ChatCommandsOptions;
  #extension: Promise<ExtensionCommands> | undefined;

  constructor(service: ChatService, options: ChatCommandsOptions) {
    this.#service = service;
    this.#options = options;
  }

  /** Runs a command with whatever options a page gives. */
  async run(name: CommandName, options: object): Promise<unknown> {
    const given = readNamed(options) ?? instead(name, options);
    const isOurs = isOwn(this, name);
    if (!atOnce.has(name)) await this.#service.sought(!isOurs);
    if (isOurs) return this[name](given);
    this.#extension ??= this.#load();
    const running = this.#extension.then((commands) => commands[name](given));
    // What changes messages has to be there before the first of them is.
    if (atOnce.has(name)) this.#service.prepare(running);
    return running;
  }

  /** Starts a chat. */
  startChat(given: Given): Promise<PublicAnswer> {
    return this.#service.startChat(given);
  }

  /** Leaves the chat, which ends it. */
  endChat(): Promise<PublicAnswer> {
    return this.#service.endChat();
  }

  /** Goes on with the conversation of an earlier page. */
  restore({ sessionData, async }: Given): Promise<void> {
    return this.#service.restore({ sessionData, async: readOptionalFlag('async', async) });
  }

  /** Sends a message. Stays pending while the server cannot be reached. */
  async sendMessage({ message }: Given): Promise<PublicAnswer> {
    const text = readText(message);
    this.#checkLength(text);
    this.#service.checkRunning();
    const masked = await this.#service.masked(text, 'message');
    return toPublicAnswer(await this.#service.running.send(masked));
  }

  /** Tells the agent that the visitor types. Resolves with nothing when a sign went out a moment ago. */
  async sendTyping({ message }: Given): Promise<PublicAnswer | undefined> {
    const session = this.#service.running;
    const written = readOptionalText('message', message);
    const text = written === undefined ? undefined : await this.#service.masked(written, 'typing');
    const answer = await session.typed(text);
    return answer && this.#service.settle(session, answer);
  }

  #checkLength({ length }: string): void {
    const most = this.#options.maxMessageLength();
    if (length <= most) return;
    const text = `message takes at most ${String(most)} characters (maxMessageLength), but got ${String(length)}`;
    throw new ChatError({ code: 204, text });
  }

  async #load(): Promise<ExtensionCommands> {
    const { ExtensionCommands } = await loadLate(import('./extension-commands.js'), () => {
      this.#extension = undefined;
    });
    return new ExtensionCommands({ ...this.#options, service: this.#service });
  }
}

/** What waits for no conversation of an earlier page: it may have to be there before that is. A start waits by itself. */
const atOnce: ReadonlySet<CommandName> = new Set(['startChat', 'addPrefilter', 'registerPreProcessor', 'configure']);

/** What is taken in place of options that are no object of names: the contract has words of its own for some commands. */
function instead(command: CommandName, options: object): Given {
  if (command === 'configure') return {};
  if (command === 'updateUserData') throw new ChatError(sentences.malformedUserData);
  throw refusal(command, 'its options as an object', options);
}

function isOwn(commands: ChatCommands, name: CommandName): name is OwnName {
  return name in commands;
}
