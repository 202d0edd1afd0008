import { agentJoined, agentLeft, agentRenamed, numAgentsConnected } from '../model/agent.js';
import type { ConnectionChange } from '../model/chat-events.js';
import type { ChatMessage, ServerMessage } from '../model/message.js';
import type { Participant } from '../model/participant.js';
import type { AgentTyping } from './agent-typing.js';
import type { Emit } from './emit.js';
import type { WritableChatStores } from './chat-stores.js';
import type { Poller } from './poller.js';

const roles = { Client: 'client', Agent: 'agent', Supervisor: 'supervisor', Bot: 'bot' } as const;

/** What the events of a conversation mean for those who take part. */
export interface ParticipantsOptions {
  readonly stores: WritableChatStores;
  readonly emit: Emit;
  readonly agentTyping: AgentTyping;
  readonly poller: Pick<Poller, 'live'>;
}

/** Knows who is in the conversation, and tells who came, left, and types. */
export class Participants {
  readonly #options: ParticipantsOptions;
  /** How the visitor is called. */
  #own: ChatMessage['from'] | undefined;
  #hasLeft = false;

  constructor(options: ParticipantsOptions) {
    this.#options = options;
  }

  /** Whether the visitor did it. Before the server has told who the visitor is, any client is. */
  isOwn(from: Pick<Participant, 'type' | 'participantId'> | undefined): boolean {
    const ownId = this.#options.stores.ownId.get();
    return ownId === 0 ? from?.type === 'Client' : from?.participantId === ownId;
  }

  /** Takes in a new event. One that is only read again changes who is here, and tells nothing. */
  take(source: ServerMessage, entry: ChatMessage, isReadAgain: boolean): void {
    const { from, type } = source;
    if (!from) return;
    const { stores } = this.#options;
    const isOwn = this.isOwn(from);
    if (isOwn) this.#own = entry.from;
    else if (type === 'ParticipantJoined') {
      stores.agents.set(agentJoined(stores.agents.get(), from, entry.utcTime));
    } else if (type === 'ParticipantLeft') {
      stores.agents.set(agentLeft(stores.agents.get(), from, entry.utcTime));
    } else if (type === 'NicknameUpdated') stores.agents.set(agentRenamed(stores.agents.get(), from));
    if (!isReadAgain) this.#tell(source, entry);
  }

  /** The conversation is over: tells that the visitor is out of it, unless the server did. */
  leave(utcTime: number): void {
    if (this.#hasLeft) return;
    const from = this.#own ?? {
      name: '',
      nickname: '',
      type: 'Client',
      participantId: this.#options.stores.ownId.get(),
    };
    this.#tellConnection('client', 'Disconnected', {
      id: 'client-left',
      type: 'ParticipantLeft',
      text: '',
      utcTime,
      from,
    });
  }

  #tell({ from, type }: ServerMessage, entry: ChatMessage): void {
    if (!from) return;
    const { agentTyping, poller } = this.#options;
    const isOwn = this.isOwn(from);
    const role = Object.hasOwn(roles, from.type) ? roles[from.type as keyof typeof roles] : undefined;
    if (type === 'ParticipantJoined') this.#tellConnection(role, 'Connected', entry);
    else if (type === 'ParticipantLeft') {
      agentTyping.stopped(from);
      if (isOwn) this.#hasLeft = true;
      this.#tellConnection(role, 'Disconnected', entry);
    } else if (isOwn) return;
    else if (type === 'TypingStarted') {
      poller.live();
      agentTyping.started(from);
    } else if (type === 'TypingStopped' || type === 'Message') {
      if (type === 'Message') poller.live();
      agentTyping.stopped(from);
    }
  }

  #tellConnection(
    role: (typeof roles)[keyof typeof roles] | undefined,
    change: 'Connected' | 'Disconnected',
    message: ConnectionChange['message'],
  ): void {
    if (!role) return;
    const agents = this.#options.stores.agents.get();
    this.#options.emit(`${role}${change}`, { message, agents, numAgentsConnected: numAgentsConnected(agents) });
  }
}
