import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { createLocalServer, type ChatView } from '../../demo/local-server/index.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { problemsOn } from '../support/site-in-browser.js';

/** The hosts that the recipes name: pages stand at any other. */
const files = 'https://cdn.example/';
const service = 'https://gms.example';

/** What a page is visited with. */
export interface Visit {
  /** Where the page stands. */
  readonly url?: string;
  /** Makes the browser ready before the page is loaded. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

/** A visitor on a page of a recipe, which has its files and its chat service where it says. */
export class RecipeSite {
  readonly #browser: Browser;
  readonly #server = createLocalServer();
  #side: LocalServerSide | undefined;
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  /** What the page has told as errors and warnings, or has thrown. */
  problems: string[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  get page(): Page {
    if (!this.#page) throw new Error('There is no page yet');
    return this.#page;
  }

  /** The server from behind. */
  get side(): LocalServerSide {
    if (!this.#side) throw new Error('There is no server yet');
    return this.#side;
  }

  /** Opens the page, as a visitor who has never been there. */
  async visit(html: string, { url = 'https://shop.example/', prepare }: Visit = {}): Promise<Page> {
    const { url: address } = await this.#server.listen({ port: 0 });
    this.#side = new LocalServerSide(address);
    this.#context = await this.#browser.newContext();
    await this.#context.route(`${new URL(url).origin}/**`, (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.fulfill({ status: 404 }),
    );
    await this.#context.route(`${files}**`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        headers: { 'Access-Control-Allow-Origin': '*' },
        body: readFileSync(join('dist/cdn', route.request().url().slice(files.length))),
      }),
    );
    await this.#context.route(`${service}/**`, async (route) => {
      const asked = route.request().url().replace(service, address);
      // A page that is left has no use for the answer.
      await route
        .fetch({ url: asked })
        .then((response) => route.fulfill({ response }))
        .catch(() => undefined);
    });
    await prepare?.(this.#context);
    this.#page = await this.#context.newPage();
    this.problems = problemsOn(this.#page);
    await this.#page.goto(url);
    await this.#page.evaluate(`customElements.whenDefined('genesys-webchat')`);
    return this.#page;
  }

  /** The visitor writes a name into the form, if it is not there, and starts the chat. */
  async startsChat(): Promise<void> {
    const { page } = this;
    await page.getByLabel('First Name').fill('Ada');
    await page.getByLabel('Last Name').fill('Lovelace');
    await this.sendsForm();
  }

  async sendsForm(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start Chat' }).click();
    await this.page.getByLabel('Message box').waitFor();
  }

  /** The chat, as the agent has it. */
  async chat(): Promise<ChatView> {
    const [chat] = await this.side.chats();
    if (!chat) throw new Error('There is no chat');
    return chat;
  }

  get launcher(): Locator {
    return this.page.locator('genesys-webchat [part~="launcher-button"]');
  }

  get window(): Locator {
    return this.page.getByRole('dialog');
  }

  async close(): Promise<void> {
    await this.#context?.close();
    await this.#server.close();
  }
}
