import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import type { Agent } from '../support/agent.js';
import type { LocalServerSide } from '../support/local-server-side.js';
import { until } from '../support/frame-tab.js';
import { below, partOnScreen, partsBelow } from '../support/on-screen.js';

/** The page of a site: its own scripts have put there what they like. */
export type SiteWindow = Window & typeof globalThis & Record<string, never>;

interface PageFrame extends HTMLIFrameElement {
  onPage: (page: SiteWindow) => void;
}

const open = new Set<SitePage>();
const script = new URL('../../components/genesys-webchat/index.ts', import.meta.url).href;

/** The script of the chat, as a page links it. */
export const chatScript = `<script type="module" src="${script}"></script>`;

/** Closes all pages; for whoever opens some to call after it. */
export function closePages(): void {
  for (const page of open) page.close();
}

/** Joins the only chat of the server when it waits for somebody. */
export async function joinWaiting(server: LocalServerSide): Promise<Agent> {
  await until(async () => (await server.chats())[0]?.state === 'waiting');
  return server.join();
}

/** A page of some site that was written for Genesys Widgets, in a frame of its own. Its first script calls `frameElement.onPage`. */
export class SitePage {
  /** What the page has written on the console as errors and warnings, without the product's name. */
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  /** What was reported to the page's own error tracking. */
  readonly reported: string[] = [];
  readonly #server: LocalServerSide;
  readonly #frame = document.createElement('iframe') as PageFrame;

  private constructor(server: LocalServerSide) {
    this.#server = server;
    this.#frame.title = 'A site';
    this.#frame.style.cssText = 'position: fixed; inset: 0; border: 0; width: 700px; height: 700px;';
    this.#frame.onPage = (page) => {
      this.#prepare(page);
    };
    open.add(this);
  }

  /** Opens one of the pages in `pages/`. Its scripts find the address of the chat service as `chatService`. */
  static async open(name: string, server: LocalServerSide): Promise<SitePage> {
    const page = new SitePage(server);
    await page.#load(() => {
      page.#frame.src = new URL(`pages/${name}.html`, import.meta.url).href;
    });
    return page;
  }

  /** Opens a page of this markup. */
  static async write(markup: string, server: LocalServerSide): Promise<SitePage> {
    const page = new SitePage(server);
    await page.#load(() => {
      page.#frame.srcdoc = `<!doctype html><html lang="en"><title>A page</title><script>frameElement.onPage(window)</script>${markup}`;
    });
    return page;
  }

  /** The visitor goes to the page again. */
  async reload(): Promise<void> {
    await this.#load(() => {
      this.window.location.reload();
    });
  }

  close(): void {
    open.delete(this);
    this.#frame.remove();
  }

  get window(): SiteWindow {
    return this.#frame.contentWindow as SiteWindow;
  }

  /** The chat of the page; waits until there is one and it takes commands. */
  async chat(): Promise<GenesysWebchat> {
    await until(() => this.window.document.querySelector('genesys-webchat:defined') !== null);
    const chat = this.window.document.querySelector('genesys-webchat') as GenesysWebchat;
    await chat.whenReady;
    return chat;
  }

  /** What a script of the page has kept under that name. */
  kept(name: string): unknown {
    return Reflect.get(this.window, name);
  }

  /** Runs a command as code of the page does. */
  run(command: string, options?: object): Promise<unknown> {
    const bus = this.kept('CXBus') as { command(name: string, options?: object): Promise<unknown> };
    return bus.command(command, options);
  }

  /** An element of the page's own. */
  element(id: string): HTMLElement {
    return this.window.document.querySelector(`#${id}`) as HTMLElement;
  }

  /** The part of that name that is on screen now, of whichever chat of the page. */
  sees(part: string): HTMLElement | undefined {
    const chats = [...this.window.document.querySelectorAll('genesys-webchat')];
    return chats.map((chat) => partOnScreen(chat, part)).find((found) => found !== undefined);
  }

  /** All of them. */
  seesAll(part: string): HTMLElement[] {
    const chats = [...this.window.document.querySelectorAll('genesys-webchat')];
    return chats.flatMap((chat) => partsBelow(chat, part)).filter((each) => each.checkVisibility());
  }

  /** Waits until the part is on screen. */
  async finds(part: string): Promise<HTMLElement> {
    await until(() => this.sees(part) !== undefined);
    return this.sees(part) as HTMLElement;
  }

  /** Waits until the text is on screen, in the chat or in the page. */
  async reads(text: string): Promise<void> {
    await until(() => this.text.includes(text));
  }

  /** Everything on screen. */
  get text(): string {
    const { document: page } = this.window;
    const chats = [...page.querySelectorAll('genesys-webchat')].flatMap((chat) => [
      ...below(chat),
      ...chat.querySelectorAll('*'),
    ]);
    const inChats = chats
      .filter((each) => (each as HTMLElement).checkVisibility())
      .flatMap((each) => [...each.childNodes])
      .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.textContent?.trim()] : []));
    return [page.body.innerText, ...inChats].join(' ');
  }

  /** Clicks on the part when it is on screen. */
  async clicks(part: string): Promise<void> {
    (await this.finds(part)).click();
  }

  /** Fills in the field of that name in the form that is on screen. */
  async fillsIn(name: string, value: string): Promise<void> {
    const find = () => this.seesAll('input').find((each) => (each as HTMLInputElement).name === name);
    await until(() => find() !== undefined);
    const input = find() as HTMLInputElement;
    if (input.type === 'checkbox') input.click();
    else enter(input, value);
  }

  /** Writes a message and sends it. */
  async says(text: string): Promise<void> {
    enter((await this.finds('message-input')) as HTMLTextAreaElement, text);
    await this.clicks('send-button');
  }

  async #load(go: () => void): Promise<void> {
    await new Promise((resolve) => {
      this.#frame.addEventListener('load', resolve, { once: true });
      go();
      if (!this.#frame.isConnected) document.body.append(this.#frame);
    });
  }

  #prepare(page: SiteWindow): void {
    Reflect.set(page, 'chatService', this.#server.dataURL);
    const told =
      (list: string[]) =>
      (...said: unknown[]) =>
        void list.push(said.map(String).join(' ').replace('[genesys-webchat] ', ''));
    page.console.error = told(this.errors);
    page.console.warn = told(this.warnings);
    page.addEventListener('error', (event) => {
      event.preventDefault();
      this.reported.push(event.message);
    });
  }
}

function enter(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}
