import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import type { LocalServerSide } from './local-server-side.js';
import { partOnScreen } from './on-screen.js';
import { until } from './frame-tab.js';

type PageWindow = Window & typeof globalThis;

interface PageFrame extends HTMLIFrameElement {
  onPage: (page: PageWindow) => void;
}

/** An event as a hostile server tells it. */
export interface ToldEvent {
  readonly type: string;
  readonly text?: string;
  readonly from?: { readonly nickname: string; readonly participantId: number; readonly type: string };
  readonly userData?: Readonly<Record<string, unknown>>;
}

/** What a page is, but for the tag: whatever the chat shows, this stays. */
interface PageState {
  readonly address: string;
  readonly head: string;
  readonly body: string;
  readonly frames: number;
  readonly cookie: string;
  readonly onObjects: readonly string[];
  readonly hasRun: boolean;
}

const ann = { nickname: 'Ann', participantId: 20, type: 'Agent' };

/** A page under the strict policy with a tag in it, in a frame of the test's page. */
export class StrictPage {
  /** What the page's policy has forbidden: whether an element or the document as a whole, directive and address. */
  readonly violations: string[] = [];
  /** What the page has written on the console as errors. */
  readonly errors: string[] = [];
  readonly #server: LocalServerSide;
  readonly #frame = document.createElement('iframe') as PageFrame;
  readonly #attributes: Readonly<Record<string, string>>;
  #element: GenesysWebchat | undefined;
  #told: ToldEvent[] = [];
  #position = 0;

  private constructor(server: LocalServerSide, attributes: Readonly<Record<string, string>>) {
    this.#server = server;
    this.#attributes = attributes;
    this.#frame.title = 'A strict page';
    this.#frame.style.cssText = 'position: fixed; inset: 0; border: 0; width: 700px; height: 700px;';
    this.#frame.onPage = (page) => {
      this.#prepare(page);
    };
  }

  /** A page whose chat is ready; `scripts` are files of its site that run before. */
  static async open(
    server: LocalServerSide,
    attributes: Readonly<Record<string, string>> = {},
    scripts: readonly string[] = [],
  ): Promise<StrictPage> {
    const page = new StrictPage(server, attributes);
    const asked = new URLSearchParams(scripts.map((address) => ['script', address]));
    page.#frame.src = `/strict-page?${asked.toString()}`;
    document.body.append(page.#frame);
    await until(() => page.#element?.matches(':defined') === true);
    await page.element.whenReady;
    return page;
  }

  close(): void {
    this.#frame.remove();
  }

  get element(): GenesysWebchat {
    if (!this.#element) throw new Error('The page is not there yet');
    return this.#element;
  }

  get window(): PageWindow {
    return this.#frame.contentWindow as PageWindow;
  }

  /** The page without the chat. */
  get state(): PageState {
    const { document: page, location, length, Object: objects } = this.window;
    return {
      address: location.href,
      head: page.head.innerHTML.replace(/<title>.*<\/title>/, ''),
      body: [...page.body.children].map((each) => (each === this.#element ? '' : each.outerHTML)).join(''),
      frames: length,
      cookie: page.cookie,
      onObjects: Object.getOwnPropertyNames(objects.prototype),
      hasRun: 'hacked' in this.window || 'hacked' in window,
    };
  }

  /** What the page has asked for that is neither its own code nor the chat service: who asked, and the address. */
  get strayRequests(): string[] {
    const own = ['/components/', '/dist/', '/emoji-data/', '/node_modules/', '/servers/', '/src/', '/test/', '/__w'];
    return this.window.performance
      .getEntriesByType('resource')
      .filter(({ name }) => !own.some((path) => name.startsWith(`${location.origin}${path}`)))
      .filter(({ name }) => !/^(blob|data):/.test(name))
      .map((entry) => `${(entry as PerformanceResourceTiming).initiatorType} ${entry.name}`);
  }

  /** The part of that name that is on screen. */
  async finds(part: string): Promise<HTMLElement> {
    await until(() => partOnScreen(this.element, part) !== undefined);
    return partOnScreen(this.element, part) ?? this.finds(part);
  }

  /** Lets the next answer of the server tell of these, too. */
  tell(...events: readonly ToldEvent[]): void {
    this.#told.push(...events);
  }

  #prepare(page: PageWindow): void {
    page.document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample } = event;
      const place = event.composedPath()[0] === page.document ? 'document' : 'element';
      this.violations.push(`${place} ${effectiveDirective} ${blockedURI} ${sample}`.trim());
    });
    page.console.error = (...said: unknown[]) => this.errors.push(said.map(String).join(' '));
    page.performance.setResourceTimingBufferSize(100_000);
    this.#interfere(page);
    const element = page.document.createElement('genesys-webchat');
    const attributes = { 'data-url': this.#server.dataURL, 'polling-live': '20', 'polling-idle': '20' };
    for (const [name, value] of Object.entries({ ...attributes, ...this.#attributes })) {
      element.setAttribute(name, value);
    }
    page.document.body.append(element);
    this.#element = element;
  }

  /** Between the page and its server stands somebody who adds to what the server says. */
  #interfere(page: PageWindow): void {
    const fetch = page.fetch.bind(page);
    page.fetch = async (input, init) => {
      const response = await fetch(input, init);
      const address = input instanceof page.Request ? input.url : String(input);
      if (this.#told.length === 0 || !address.endsWith('/refresh')) return response;
      const answer = (await response.json()) as { messages?: unknown[] };
      const events = this.#told.map((event) => {
        this.#position += 1;
        return { from: ann, ...event, index: 1000 + this.#position, utcTime: Date.now() };
      });
      this.#told = [];
      return new page.Response(
        JSON.stringify({ ...answer, messages: [...(answer.messages ?? []), ...events] }),
        response,
      );
    };
  }
}
