import { fixture, html, waitUntil } from '@open-wc/testing';
import type { DeskApp } from '../../../demo/agent-desk/desk-app.js';
import '../../../demo/agent-desk/desk-app.js';

let servers = 0;

/** The address of a server that no other test uses. */
export function newServer(): string {
  servers += 1;
  return `/servers/agent-desk-${servers}-${Date.now()}`;
}

/** A desk as the person in front of it has it: by names of buttons and by what is to be read. */
export class DeskPage {
  readonly element: DeskApp;

  private constructor(element: DeskApp) {
    this.element = element;
  }

  static async open(server: string): Promise<DeskPage> {
    return new DeskPage(await fixture<DeskApp>(html`<desk-app server=${server}></desk-app>`));
  }

  /** All there is to read, top to bottom. */
  get text(): string {
    return textOf(this.element).replaceAll(/\s+/g, ' ');
  }

  /** What is to be read inside one of the desk's elements. */
  textIn(tag: string): string {
    const found = this.#all(tag)[0];
    return found ? textOf(found).replaceAll(/\s+/g, ' ').trim() : '';
  }

  /** Resolves when the desk shows a text. */
  async shows(text: string): Promise<void> {
    await waitUntil(() => this.text.includes(text), `the desk shows “${text}”`, { interval: 20, timeout: 6000 });
  }

  /** Resolves when the desk shows a text no more. */
  async hides(text: string): Promise<void> {
    await waitUntil(() => !this.text.includes(text), `the desk hides “${text}”`, { interval: 20, timeout: 6000 });
  }

  /** Resolves when the condition holds. */
  async until(isTrue: () => boolean, what: string): Promise<void> {
    await waitUntil(isTrue, what, { interval: 20, timeout: 6000 });
  }

  /** Presses the first button with that text. */
  async press(name: string): Promise<void> {
    const find = (): HTMLElement | undefined =>
      this.#all<HTMLElement>('button').find((button) => button.textContent.replaceAll(/\s+/g, ' ').includes(name));
    await this.until(() => find() !== undefined, `there is a button “${name}”`);
    find()?.click();
  }

  /** The field in which the agent writes. */
  get composer(): HTMLTextAreaElement | undefined {
    return this.#all<HTMLTextAreaElement>('textarea')[0];
  }

  get nameField(): HTMLInputElement | undefined {
    return this.#all<HTMLInputElement>('input')[0];
  }

  /** Writes into the composer as a keyboard would. */
  async write(text: string): Promise<void> {
    await this.until(() => this.composer !== undefined, 'there is a composer');
    const { composer } = this;
    if (!composer) return;
    composer.value = text;
    composer.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** Presses Enter in the composer; `false` when nothing took it, so that a line begins. */
  pressEnter(options: KeyboardEventInit = {}): boolean {
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...options });
    this.composer?.dispatchEvent(event);
    return event.defaultPrevented;
  }

  /** The element that has the focus, through all shadow roots. */
  get focused(): Element | null {
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
    return activeElement;
  }

  #all<Found extends Element = Element>(selector: string): Found[] {
    return queryDeep(this.element, selector) as Found[];
  }
}

function queryDeep(element: Element, selector: string): Element[] {
  const inside = [...(element.shadowRoot ?? element).children].flatMap((child) => queryDeep(child, selector));
  return element.matches(selector) ? [element, ...inside] : inside;
}

function textOf(node: Node): string {
  if (node instanceof Element && node.shadowRoot) return textOf(node.shadowRoot);
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.hidden)) return '';
  return `${[...node.childNodes].map(textOf).join('')}${node instanceof HTMLElement ? ' ' : ''}`;
}
