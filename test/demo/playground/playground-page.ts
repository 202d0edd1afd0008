import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import type { PlayApp } from '../../../demo/playground/play-app.js';
import '../../../demo/playground/play-app.js';

/** The playground as the person in front of it has it: by labels of controls, names of buttons and what is to be read. */
export class PlaygroundPage {
  readonly app: PlayApp;
  readonly chat: GenesysWebchat;

  private constructor(app: PlayApp, chat: GenesysWebchat) {
    this.app = app;
    this.chat = chat;
  }

  /** Opens the page; `server` stands before `/local/…`, and one that is not there is none. */
  static async open({ server = '/no-server', hash = '' } = {}): Promise<PlaygroundPage> {
    history.replaceState(history.state, '', `#${hash}`);
    const id = `play-${crypto.randomUUID()}`;
    const chat = await fixture<GenesysWebchat>(html`<genesys-webchat id=${id}></genesys-webchat>`);
    const app = await fixture<PlayApp>(html`<play-app server=${server} .chat=${chat}></play-app>`);
    await chat.whenReady;
    return new PlaygroundPage(app, chat);
  }

  /** All there is to read. */
  get text(): string {
    return textOf(this.app).replaceAll(/\s+/g, ' ');
  }

  async shows(text: string): Promise<void> {
    await this.until(() => this.text.includes(text), `the page shows “${text}”`);
  }

  async until(isTrue: () => boolean, what: string): Promise<void> {
    await waitUntil(isTrue, what, { interval: 20, timeout: 8000 });
  }

  /** Presses the button that is read as that. */
  async press(name: string): Promise<void> {
    const find = () => all(this.app, 'button').find((each) => (each.ariaLabel ?? each.textContent).trim() === name);
    await this.until(() => find() !== undefined, `there is a button “${name}”`);
    find()?.click();
  }

  /** The control with that id. */
  control(id: string): HTMLElement {
    const found = all(this.app, `[id="${id}"]`)[0];
    if (!found) throw new Error(`there is no control ${id}`);
    return found;
  }

  /** The control that a label with that text holds. */
  labelled(text: string): HTMLElement {
    const label = all(this.app, 'label').find((each) => each.textContent.trim().startsWith(text));
    const found = label?.querySelector<HTMLElement>('input, select');
    if (!found) throw new Error(`there is no control “${text}”`);
    return found;
  }

  /** Writes into the control with that id, or chooses there, as a person who then leaves it. */
  set(id: string, value: string | boolean): void {
    change(this.control(id), value);
  }

  /** The code under a heading. */
  code(heading: string): string {
    return all(this.app, 'pre').find((each) => each.ariaLabel === heading)?.textContent ?? '';
  }

  /** What the log shows: names and ways. */
  get log(): string[] {
    return all(this.app, 'summary')
      .filter((each) => each.querySelector('time'))
      .map((each) => {
        const ways = [...each.querySelectorAll('.channel')].map((way) => way.textContent).join(', ');
        return `${each.querySelector('.name')?.textContent ?? ''}: ${ways}`;
      });
  }
}

/** Changes a control as a person does. */
export function change(control: HTMLElement, value: string | boolean): void {
  if (typeof value === 'boolean') (control as HTMLInputElement).checked = value;
  else (control as HTMLInputElement).value = value;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

function all(root: Element, selector: string): HTMLElement[] {
  const inside = root.shadowRoot ?? root;
  const below = [...inside.querySelectorAll<HTMLElement>('*')].filter((each) => each.shadowRoot);
  return [...inside.querySelectorAll<HTMLElement>(selector), ...below.flatMap((each) => all(each, selector))];
}

function textOf(root: Element): string {
  const inside = root.shadowRoot ?? root;
  const own = [...inside.querySelectorAll('h1, h2, h3, p, label, button, legend, summary, output, span, li, a')].map(
    (each) => each.textContent,
  );
  const below = [...inside.querySelectorAll('*')].filter((each) => each.shadowRoot).map(textOf);
  return [...own, ...below].join(' ');
}
