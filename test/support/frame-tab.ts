import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { LocalServerSide } from './local-server-side.js';
import type { ManualClock } from './manual-clock.js';
import { partOnScreen } from './on-screen.js';

/** What a tab may be given. */
export interface TabSetup {
  readonly server: LocalServerSide;
  /** Properties of the browser that it lacks. */
  readonly without?: readonly ('locks' | 'BroadcastChannel')[];
  /** Takes the place of the browser's own time, for all tabs that are given it. */
  readonly clock?: ManualClock;
  /** How large the page is, in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Options of the tag, by attribute. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A page of the shop, as its own script sees the frame around it. */
interface PageFrame extends HTMLIFrameElement {
  onPage: (page: PageWindow) => void;
}

type PageWindow = Window & typeof globalThis;

/** What runs in the page before the tag: polls fast unless a clock is given. */
const fast = { 'polling-live': '25', 'polling-idle': '25' };

const open = new Set<FrameTab>();

/** Closes all tabs; for whoever opens some to call after it. */
export function closeTabs(): void {
  for (const tab of open) tab.close();
}

/** A tab of the browser: a frame of the same origin has a realm of its own and shares storage, locks and channels. */
export class FrameTab {
  readonly #setup: TabSetup;
  readonly #frame = document.createElement('iframe') as PageFrame;
  #element: GenesysWebchat | undefined;
  /** What the chat of the page that is open now has told, in order, names without the plugin's. */
  readonly #told: string[] = [];
  /** What all pages of this tab have asked the chat server for. */
  readonly requests: string[] = [];
  /** Requests that wait for an answer now. */
  openRequests = 0;

  private constructor(setup: TabSetup) {
    this.#setup = setup;
    this.#frame.onPage = (page) => {
      this.#prepare(page);
    };
    const { width, height } = setup.size ?? { width: 700, height: 700 };
    this.#frame.style.cssText = `position: fixed; inset: 0; border: 0; width: ${width}px; height: ${height}px;`;
  }

  /** A tab with the shop's first page, whose chat is ready. */
  static async open(setup: TabSetup): Promise<FrameTab> {
    const tab = new FrameTab(setup);
    open.add(tab);
    await tab.goTo('index');
    return tab;
  }

  /** The visitor goes to another page of the shop. */
  async goTo(page: 'index' | 'lamps'): Promise<void> {
    await this.#load(() => {
      this.#frame.src = new URL(`../flows/shop/${page}.html`, import.meta.url).href;
      if (!this.#frame.isConnected) document.body.append(this.#frame);
    });
  }

  async reload(): Promise<void> {
    await this.#load(() => {
      this.#frame.contentWindow?.location.reload();
    });
  }

  /** The visitor closes the tab. */
  close(): void {
    open.delete(this);
    this.#frame.remove();
  }

  /** The tag of the page that is open now. */
  get element(): GenesysWebchat {
    if (!this.#element) throw new Error('The tab has no page yet');
    return this.#element;
  }

  get title(): string {
    return this.#frame.contentDocument?.title ?? '';
  }

  /** How often something was told since the page was opened. */
  told(name: string): number {
    return this.#told.filter((each) => each === name).length;
  }

  /** What the window has told since the page was opened, without its readiness. */
  get windowSteps(): string[] {
    return this.#told.filter((name) => /^WebChat\.(?!ready)/.test(name)).map((name) => name.replace('WebChat.', ''));
  }

  /** The conversation, in short. */
  async transcript(): Promise<string[]> {
    const { messages } = await this.element.command('WebChatService.getTranscript');
    return (messages as readonly ChatMessage[]).map(({ type, text, from }) => `${from.nickname}: ${type} ${text}`);
  }

  /** The texts of the conversation, in order. */
  async texts(): Promise<string[]> {
    const { messages } = await this.element.command('WebChatService.getTranscript');
    return (messages as readonly ChatMessage[]).flatMap(({ type, text }) => (type === 'Message' ? [text] : []));
  }

  /** Waits until all texts are in the conversation, as often as they may. */
  async reads(...texts: readonly string[]): Promise<void> {
    await until(async () => {
      const known = await this.texts();
      return texts.every((text) => known.includes(text));
    });
  }

  /** The part of that name that is on screen now. */
  sees(part: string): HTMLElement | undefined {
    return partOnScreen(this.element, part);
  }

  /** Waits until the part is on screen. */
  async finds(part: string): Promise<HTMLElement> {
    await until(() => this.sees(part) !== undefined);
    return this.sees(part) ?? this.finds(part);
  }

  /** The visitor writes into the message box, and does not send. */
  async writes(draft: string): Promise<void> {
    const box = (await this.finds('message-input')) as HTMLTextAreaElement;
    box.value = draft;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** What stands in the message box. */
  get draft(): string | undefined {
    return (this.sees('message-input') as HTMLTextAreaElement | undefined)?.value;
  }

  /** What the launcher counts. */
  get unread(): string {
    return this.sees('launcher-badge')?.textContent.trim() ?? '';
  }

  async #load(go: () => void): Promise<void> {
    this.#element = undefined;
    this.#told.length = 0;
    go();
    await until(async () => {
      await this.#setup.clock?.tick(0);
      return this.told('ready') > 0;
    });
  }

  /** Makes the page ready before the chat's code runs in it. */
  #prepare(page: PageWindow): void {
    const { clock, without = [], server, attributes = clock ? {} : fast } = this.#setup;
    if (without.includes('locks')) Reflect.deleteProperty(page.Navigator.prototype, 'locks');
    if (without.includes('BroadcastChannel')) Reflect.deleteProperty(page, 'BroadcastChannel');
    if (clock) lend(clock, page);
    this.#countRequests(page);
    const element = page.document.createElement('genesys-webchat');
    for (const [name, value] of Object.entries({ ...attributes, 'data-url': server.dataURL })) {
      element.setAttribute(name, value);
    }
    page.document.body.append(element);
    this.#element = element;
    void page.customElements.whenDefined('genesys-webchat').then(() => {
      element.bus.observe(({ event }) => this.#told.push(event.replace('WebChatService.', '')));
    });
  }

  #countRequests(page: PageWindow): void {
    const fetch = page.fetch.bind(page);
    page.fetch = (input, init) => {
      const address = input instanceof page.Request ? input.url : input;
      this.requests.push(new URL(address).pathname);
      this.openRequests += 1;
      const answer = fetch(input, init);
      const close = () => {
        this.openRequests -= 1;
      };
      answer.then((response) => response.clone().text()).then(close, close);
      return answer;
    };
  }
}

/** Looks in each turn of the event loop until something holds; the test's own time-out bounds it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The tab that asks the server for news: waits until it has done so a few times, and no other has. */
export async function pollingTab(tabs: readonly FrameTab[]): Promise<FrameTab> {
  const before = tabs.map(({ requests }) => requests.length);
  const asking = () => tabs.filter(({ requests }, at) => requests.length > (before[at] ?? 0) + 3);
  await until(() => asking().length > 0);
  const [polling, ...others] = asking();
  if (!polling || others.length > 0) throw new Error('Several tabs ask the server for news');
  return polling;
}

/** Replaces the time of a page. */
function lend(clock: ManualClock, page: PageWindow): void {
  page.Date.now = () => clock.now();
  page.setTimeout = ((callback: () => void, milliseconds = 0) =>
    clock.setTimeout(callback, milliseconds)) as unknown as typeof setTimeout;
  page.clearTimeout = (timer) => {
    clock.clearTimeout(timer as Parameters<ManualClock['clearTimeout']>[0]);
  };
}
