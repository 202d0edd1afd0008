/** What a visitor's page does, in bare requests to the chat service. */
export class Visitor {
  readonly chatId: string;
  readonly #service: string;
  readonly #keys: Record<string, string>;

  private constructor(service: string, { chatId, userId, secureKey, alias }: StartAnswer) {
    this.#service = service;
    this.chatId = chatId;
    this.#keys = { userId, secureKey, alias };
  }

  /** Starts a chat on the server at `base`. */
  static async start(base: string, nickname: string, fields: Record<string, string> = {}): Promise<Visitor> {
    const service = `${base}/genesys/2/chat/customer-support`;
    return new Visitor(service, (await post(service, { nickname, ...fields })) as StartAnswer);
  }

  async say(message: string): Promise<void> {
    await this.#do('send', { message });
  }

  async type(message: string): Promise<void> {
    await this.#do('startTyping', { message });
  }

  async leave(): Promise<void> {
    await this.#do('disconnect', {});
  }

  async #do(operation: string, fields: Record<string, string>): Promise<void> {
    await post(`${this.#service}/${this.chatId}/${operation}`, { ...this.#keys, ...fields });
  }
}

interface StartAnswer {
  chatId: string;
  userId: string;
  secureKey: string;
  alias: string;
}

async function post(url: string, fields: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return response.json();
}
