/** Has a sentence told by the window's live region, from wherever below the window it is dispatched. */
export class Announcement extends Event {
  readonly text: string;

  constructor(text: string) {
    super('genesys-chat-announce', { bubbles: true, composed: true });
    this.text = text;
  }
}
