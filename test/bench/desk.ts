/** The agents of a measured chat. */
export class Desk {
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** Has an agent join the chat; gives how to write in it. */
  async join(chatId: string): Promise<(text: string) => Promise<void>> {
    const participants = `/local/chats/${chatId}/participants`;
    const { participantId } = await this.#post(participants, { nickname: 'Ann', type: 'Agent' });
    return async (text) => {
      await this.#post(`${participants}/${String(participantId)}/messages`, { text });
    };
  }

  async #post(path: string, body: unknown): Promise<{ readonly participantId?: number }> {
    const answer = await fetch(`${this.#address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${String(answer.status)}: ${await answer.text()}`);
    return (await answer.json()) as { participantId?: number };
  }
}

/** A message as people write them: some short, some of several lines. */
export function messageText(number: number): string {
  const words = 'The lamp that you ordered last week has left our house and is on its way to you now'.split(' ');
  return `${String(number)}: ${words.slice(0, 3 + ((number * 7) % words.length)).join(' ')}`;
}
