import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Agent } from '../support/agent.js';
import { untilRest } from '../support/page-accessibility.js';
import { LocalServerSide } from '../support/local-server-side.js';

/** How a scene is looked at. */
export interface View {
  /**
   * `narrow` is the least that a page has to fit: a screen of 1280 pixels at 400 %; `zoomed` a screen of 1280 by 800
   * pixels at 200 %.
   */
  readonly size: 'desktop' | 'phone' | 'narrow' | 'zoomed';
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
}

const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 } },
  zoomed: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
} as const;

/** A language for each direction. */
const languages = { ltr: 'en', rtl: 'ar' } as const;

/** Paints a lamp in the evening. */
const paintLamp = `
  const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
  const context = canvas.getContext('2d');
  context.scale(0.5, 0.5);
  const evening = context.createLinearGradient(0, 0, 0, 600);
  evening.addColorStop(0, '#22304f');
  evening.addColorStop(1, '#c98d6b');
  context.fillStyle = evening;
  context.fillRect(0, 0, 800, 600);
  const light = context.createRadialGradient(400, 300, 20, 400, 300, 260);
  light.addColorStop(0, '#fff3cf');
  light.addColorStop(1, 'transparent');
  context.fillStyle = light;
  context.fillRect(0, 0, 800, 600);
  context.fillStyle = '#2b2420';
  context.fillRect(392, 300, 16, 230);
  context.fillRect(310, 526, 180, 14);
  context.beginPath();
  context.moveTo(330, 200);
  context.lineTo(470, 200);
  context.lineTo(530, 310);
  context.lineTo(270, 310);
  context.fill();
  return canvas.toDataURL('image/png').split(',')[1];`;

/** The four values of WCAG 1.4.12, in every tree of the chat and for whatever comes to stand there. */
const spacing = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
    'p { margin-block-end: 2em !important; }'
  );
  const spaced = (root) => {
    root.adoptedStyleSheets.push(sheet);
    for (const each of root.querySelectorAll('*')) if (each.shadowRoot) spaced(each.shadowRoot);
  };
  spaced(document.querySelector('genesys-webchat').shadowRoot);
}`;

/** A file comes over the message box. */
const drag = `{
  const find = (root) => {
    for (const each of root.querySelectorAll('*')) {
      if (each.localName === 'textarea' && each.checkVisibility()) return each;
      const found = each.shadowRoot && find(each.shadowRoot);
      if (found) return found;
    }
    return undefined;
  };
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['A lamp'], 'lamp.txt'));
  find(document.querySelector('genesys-webchat').shadowRoot).dispatchEvent(
    new DragEvent('dragenter', { bubbles: true, composed: true, cancelable: true, dataTransfer }),
  );
}`;

/** A visitor's page of the demo site, and what happens around it. */
export class Stage {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #server: LocalServerSide;

  private constructor(context: BrowserContext, page: Page, server: LocalServerSide) {
    this.#context = context;
    this.page = page;
    this.#server = server;
  }

  /** Opens the page; `address` is the local server's, which serves it. */
  static async open(
    browser: Browser,
    address: string,
    view: View,
    options: Readonly<Record<string, unknown>>,
  ): Promise<Stage> {
    const { size, theme, direction } = view;
    const context = await browser.newContext({ ...sizes[size], colorScheme: theme });
    const page = await context.newPage();
    await page.goto(`${address}/heron.html`);
    if (direction === 'rtl') await page.evaluate(`document.documentElement.dir = 'rtl'`);
    const stage = new Stage(context, page, new LocalServerSide(address));
    await stage.set({ lang: languages[direction], pollingLive: 100, pollingIdle: 100, ...options });
    return stage;
  }

  /** The part of that name, in whichever element it is; the first that can be seen, if there are several. */
  part(name: string): Locator {
    return this.page.locator(`genesys-webchat [part~="${name}"]`).locator('visible=true').first();
  }

  /** Sets properties of the tag. */
  async set(properties: Readonly<Record<string, unknown>>): Promise<void> {
    await this.page.evaluate(`Object.assign(document.querySelector('genesys-webchat'), ${JSON.stringify(properties)})`);
  }

  /** Runs a command of the bus, and gives what it resolves or is rejected with. */
  async command(name: string, options: unknown = {}): Promise<unknown> {
    const call = `document.querySelector('genesys-webchat').command(${JSON.stringify(name)}, ${JSON.stringify(options)})`;
    return this.page.evaluate(`${call}.then((value) => JSON.parse(JSON.stringify(value ?? null)), (reason) => reason)`);
  }

  /** Has the page run code; `chat` is the tag. */
  async run(code: string): Promise<unknown> {
    return this.page.evaluate(`(async (chat) => { ${code} })(document.querySelector('genesys-webchat'))`);
  }

  /** The visitor sends a file of that many bytes; what becomes of it is to be seen. */
  async send(name: string, size: number): Promise<void> {
    await this.run(
      `chat.command('WebChatService.sendFile', { files: new File([new Uint8Array(${String(size)})], ${JSON.stringify(name)}) }).catch(() => {})`,
    );
    await this.reads(name);
  }

  /** Looks at it in another way, while it goes on. */
  async turn({ theme, direction }: Omit<View, 'size'>): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.evaluate(`document.documentElement.dir = '${direction}'`);
    const lang = languages[direction];
    await this.set({ lang });
    await this.page.locator(`genesys-webchat [lang="${lang}"]`).first().waitFor({ state: 'attached' });
    await untilRest(this.page);
  }

  /** Makes the screen another, while it goes on. */
  async resize(size: View['size']): Promise<void> {
    await this.page.setViewportSize(sizes[size].viewport);
    await untilRest(this.page);
  }

  /** Spaces all text as WCAG 1.4.12 says that a visitor may. */
  async spaceText(): Promise<void> {
    await this.page.evaluate(spacing);
  }

  /** The visitor drags a file over the window. */
  async dragFile(): Promise<void> {
    await this.page.evaluate(drag);
  }

  /** A picture as a person would send it, in base64. */
  async picture(): Promise<string> {
    return (await this.run(paintLamp)) as string;
  }

  /** Opens the window by its launcher. */
  async openWindow(): Promise<void> {
    await this.part('launcher-button').click();
    await this.part('form').waitFor();
  }

  /** Starts a chat without the form; the window follows. */
  async startChat(): Promise<void> {
    await this.command('WebChatService.startChat', { nickname: 'Ada Lovelace', subject: 'A lamp' });
    await this.part('message-input').waitFor();
  }

  /** Starts a chat that an agent has joined. */
  async startWithAgent(nickname = 'Ann Chen'): Promise<Agent> {
    await this.startChat();
    const { chatId } = (await this.command('WebChatService.getSessionData')) as { chatId: string };
    const agent = await this.#server.join({ nickname }, chatId);
    await this.reads(nickname);
    return agent;
  }

  /** The visitor says something. */
  async say(text: string): Promise<void> {
    await this.part('message-input').fill(text);
    await this.page.keyboard.press('Enter');
    await this.reads(text);
  }

  /** Waits until the text can be seen. */
  async reads(text: string): Promise<void> {
    await this.page.locator('genesys-webchat').getByText(text).locator('visible=true').first().waitFor();
  }

  /** Lets the server have faults. */
  async breakServer(faults: Parameters<LocalServerSide['setFaults']>[0]): Promise<void> {
    await this.#server.setFaults(faults);
  }

  /** Ends the scene. */
  async close(): Promise<void> {
    await this.#server.mend();
    await this.#context.close();
  }
}
