import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { press, pressWithShift, type } from './keyboard.js';
import { below, partOnScreen, untilRest } from './on-screen.js';

/** Somebody in front of the chat: sees what is on screen and has a keyboard. */
export class Visitor {
  readonly #element: GenesysWebchat;

  constructor(element: GenesysWebchat) {
    this.#element = element;
  }

  /** The part of that name that is on screen now. */
  sees(part: string): HTMLElement | undefined {
    return partOnScreen(this.#element, part);
  }

  /** Waits until the part is on screen. */
  async finds(part: string): Promise<HTMLElement> {
    return this.#frames(() => this.sees(part));
  }

  /** Waits until the text is on screen. */
  async reads(text: string): Promise<void> {
    await this.#frames(() => this.text.includes(text));
  }

  /** Waits until nothing moves any more, but for what moves for ever. */
  async seesRest(): Promise<void> {
    await untilRest(this.#element);
  }

  /** Everything on screen, in order. */
  get text(): string {
    return [...below(this.#element)]
      .filter((each) => each.checkVisibility())
      .flatMap((each) => [...each.childNodes])
      .flatMap((node) => (node instanceof Text && node.data.trim() ? [node.data.trim()] : []))
      .join(' ');
  }

  /** The names of the parts that hold the focus, outermost first. */
  get focused(): HTMLElement | undefined {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused instanceof HTMLElement ? focused : undefined;
  }

  /** Waits until the focus is on that part. */
  async isAt(part: string): Promise<void> {
    await this.#frames(() => this.focused?.part.contains(part));
  }

  /** Waits until the focus is somewhere in the element of that name. */
  async isInside(name: string): Promise<void> {
    await this.#frames(() => {
      const root = this.focused?.getRootNode();
      return root instanceof ShadowRoot && root.host.localName === name;
    });
  }

  /** Waits until the part is not on screen. */
  async isWithout(part: string): Promise<void> {
    await this.#frames(() => this.sees(part) === undefined);
  }

  /** Goes with Tab to the part. */
  async tabsTo(part: string): Promise<void> {
    await this.#goesTo(part, () => press('Tab'));
  }

  /** Goes with Shift+Tab to the part. */
  async tabsBackTo(part: string): Promise<void> {
    await this.#goesTo(part, () => pressWithShift('Tab'));
  }

  async #goesTo(part: string, step: () => Promise<void>): Promise<void> {
    for (let steps = 0; steps < 30; steps += 1) {
      if (this.focused?.part.contains(part)) return;
      await step();
    }
    throw new Error(`Tab does not lead to ${part}`);
  }

  /** Opens the chat and starts one, by keyboard alone. */
  async startsChat(): Promise<void> {
    (await this.finds('launcher-button')).focus();
    await press('Enter');
    await this.finds('form');
    await this.isAt('input');
    await type('Ada');
    await press('Tab');
    await type('Lovelace');
    await press('Enter');
    await this.isAt('message-input');
  }

  /** Looks at each frame until there is something to see; the test's own time-out bounds it. */
  #frames<Seen>(look: () => Seen): Promise<Exclude<Seen, undefined | false>> {
    return new Promise((resolve) => {
      const onFrame = () => {
        const seen = look();
        if (seen === undefined || seen === false) requestAnimationFrame(onFrame);
        else resolve(seen as Exclude<Seen, undefined | false>);
      };
      onFrame();
    });
  }
}
