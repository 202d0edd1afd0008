import type { ChatView, FaultSettings } from '../../demo/local-server/index.js';
import { Agent } from './agent.js';

/** Another side of the conversation than the visitor. */
export interface Role {
  readonly nickname?: string;
  readonly type?: 'Agent' | 'Supervisor' | 'External';
}

/** One local server, seen from behind: its chats and its faults. Works in the browser and in Node. */
export class LocalServerSide {
  readonly #address: string;
  readonly #fetch: (address: string, init: RequestInit) => Promise<Response>;

  /** `address` is where the server's two interfaces begin, without a slash at the end; `ask` is the way there. */
  constructor(address: string, ask: (address: string, init: RequestInit) => Promise<Response> = fetch) {
    this.#address = address;
    this.#fetch = (...request) => ask(...request);
  }

  /** A server that no other test speaks to. */
  static ofItsOwn(): LocalServerSide {
    return new LocalServerSide(`${location.origin}/servers/${crypto.randomUUID()}`);
  }

  /** What a visitor's chat is configured with. */
  get dataURL(): string {
    return `${this.#address}/genesys/2/chat/customer-support`;
  }

  /** Every chat, oldest first. */
  async chats(): Promise<ChatView[]> {
    return (await this.control('GET', 'chats')) as ChatView[];
  }

  /** One chat as the server has it. */
  async chat(chatId: string): Promise<ChatView> {
    return (await this.control('GET', `chats/${chatId}`)) as ChatView;
  }

  /** What the visitor has said in the only chat, as the server has it. */
  async visitorTexts(): Promise<(string | undefined)[]> {
    const [chat] = await this.chats();
    const said = chat?.transcript.filter(({ type, from }) => type === 'Message' && from.type === 'Client') ?? [];
    return said.map(({ text }) => text);
  }

  /** Lets requests fail from now on; none of the settings left out holds. */
  async setFaults(faults: FaultSettings): Promise<void> {
    await this.control('PUT', 'faults', faults);
  }

  /** Lets everything succeed again. */
  async mend(): Promise<void> {
    await this.control('DELETE', 'faults');
  }

  /** Joins a chat, by default the oldest. */
  async join({ nickname = 'Bob', type = 'Agent' }: Role = {}, chatId?: string): Promise<Agent> {
    const chat = chatId ?? (await this.chats())[0]?.chatId ?? 'no chat yet';
    const joined = await this.control('POST', `chats/${chat}/participants`, { nickname, type });
    return new Agent(this, `chats/${chat}/participants/${String((joined as Agent).participantId)}`);
  }

  /** One call of the control interface; throws what the server has against it. */
  async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.#fetch(`${this.#address}/local/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
}
