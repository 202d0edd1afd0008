import { DeskApi } from '../agent-desk/desk-api.js';

/** What can go wrong with requests of the chat; what is left out does not. */
export interface Faults {
  readonly offline?: boolean;
  readonly latencyMs?: number;
  readonly errorRate?: number;
  readonly lostAnswerRate?: number;
  readonly duplicateRate?: number;
  readonly statusCode?: number;
}

/** Milliseconds until nobody believes in an answer any more. */
const patience = 3000;

/** The local server behind the page, if there is one: its faults, and an agent who acts at a click. */
export class LocalServer {
  readonly #base: string;
  readonly #desk: DeskApi;
  #agent: { readonly chatId: string; readonly participantId: number } | undefined;

  /** `base` stands before `/local/…`; empty means the page's own server. */
  constructor(base: string) {
    this.#base = base;
    this.#desk = new DeskApi(base);
  }

  /** Where its chat service is. */
  get dataURL(): string {
    return `${this.#base}/genesys/2/chat/customer-support`;
  }

  /** The faults that are set; undefined where there is no local server. */
  async faults(): Promise<Faults | undefined> {
    return this.#askFaults('GET');
  }

  /** Sets all faults anew; undefined where there is no local server. */
  async setFaults(faults: Faults): Promise<Faults | undefined> {
    return this.#askFaults('PUT', faults);
  }

  /** Joins the newest chat that still runs; false when there is none. */
  async join(nickname: string): Promise<boolean> {
    const chat = (await this.#desk.chats()).findLast(({ state }) => state !== 'ended');
    if (!chat) return false;
    this.#agent = { chatId: chat.chatId, participantId: await this.#desk.join(chat.chatId, nickname) };
    return true;
  }

  /** Acts as the agent who has joined, who joins first if need be; false when there is no chat. */
  async act(action: 'type' | 'say' | 'leave', text = ''): Promise<boolean> {
    if (!this.#agent && !(await this.join('Robin'))) return false;
    const { chatId = '', participantId = 0 } = this.#agent ?? {};
    if (action === 'type') await this.#desk.setTyping(chatId, participantId, true);
    else if (action === 'say') await this.#desk.send(chatId, participantId, text);
    else {
      this.#agent = undefined;
      await this.#desk.leave(chatId, participantId, false);
    }
    return true;
  }

  /** The next action is about another chat. */
  forget(): void {
    this.#agent = undefined;
  }

  async #askFaults(method: 'GET' | 'PUT', faults?: Faults): Promise<Faults | undefined> {
    try {
      const response = await fetch(`${this.#base}/local/faults`, {
        method,
        signal: AbortSignal.timeout(patience),
        ...(faults && { body: JSON.stringify(faults), headers: { 'Content-Type': 'application/json' } }),
      });
      return response.ok ? ((await response.json()) as Faults) : undefined;
    } catch {
      return undefined;
    }
  }
}
