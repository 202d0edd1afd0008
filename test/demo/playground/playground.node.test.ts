import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { linkedFiles, problemsOn, SiteInBrowser, untilInPage } from '../../support/site-in-browser.js';
import { untilRest, violations } from '../../support/page-accessibility.js';
import { strictPolicy } from '../../support/strict-policy.js';

const looks: Readonly<Record<string, BrowserContextOptions & { readonly hash?: string }>> = {
  'in the light': { viewport: { width: 1440, height: 900 } },
  'in the dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  'from right to left': { viewport: { width: 1440, height: 900 }, hash: '#dir=rtl&lang=ar' },
  'on a phone': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

/** Notes what the policy forbids, from the first moment on. */
const noteForbidden = `
  window.forbidden = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    forbidden.push([effectiveDirective, blockedURI, sample].join(' ')));`;

void describe('the playground as it is built, under a strict policy with Trusted Types', () => {
  let site: SiteInBrowser;
  let page: Page;
  let problems: string[];

  before(async () => {
    const pageHeaders = { 'Content-Security-Policy': strictPolicy };
    site = await SiteInBrowser.open({ prefix: '/', folder: 'dist/demo', pageHeaders }, linkedFiles);
  });

  // Whatever was done: nothing was forbidden, and nothing went wrong.
  afterEach(async () => {
    assert.deepEqual(await page.evaluate('forbidden'), []);
    assert.deepEqual(problems, []);
    await page.context().close();
  });

  after(() => site.close());

  async function visit({ hash = '', ...options }: (typeof looks)[string]): Promise<void> {
    const context = await site.browser.newContext(options);
    await context.addInitScript(noteForbidden);
    page = await context.newPage();
    problems = problemsOn(page);
    await page.goto(`${site.address}/playground/${hash}`);
    await page.getByRole('button', { name: 'Start a chat' }).waitFor();
  }

  async function isAccessible(): Promise<void> {
    await untilRest(page);
    assert.deepEqual(await violations(page), []);
  }

  for (const [name, look] of Object.entries(looks)) {
    void it(`gives axe nothing to complain about ${name}: options, theme, events, code, chat`, async () => {
      await visit(look);
      await page.getByRole('tab', { name: 'Theme' }).click();
      await page.getByRole('button', { name: 'Marsh' }).click();
      await page.getByRole('tab', { name: 'Code' }).click();
      await isAccessible();
      await page.getByRole('tab', { name: 'Options' }).click();
      await page.getByText('Message box and messages').click();
      await page.getByLabel('emojis', { exact: true }).check();
      await page.getByRole('tab', { name: 'Events' }).click();
      await page.getByRole('button', { name: 'Start a chat' }).click();
      await page.getByRole('dialog').waitFor();
      // There the window fills the screen.
      if (look.isMobile) await isAccessible();
      if (look.isMobile) await page.keyboard.press('Escape');
      await page.locator('summary', { hasText: 'WebChatService.started' }).click();
      await isAccessible();
      await page.evaluate(`document.querySelector('genesys-webchat').endChat()`);
    });
  }

  void it('is worked by keyboard alone', async () => {
    await visit(looks['in the light'] ?? {});
    const press = (key: string) => page.keyboard.press(key);
    const focused = () =>
      page.evaluate<string>(
        `(() => { let at = document.activeElement; while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return (at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent).trim(); })()`,
      );
    const tabTo = async (name: string) => {
      for (let steps = 0; steps < 60 && (await focused()) !== name; steps += 1) await press('Tab');
      assert.equal(await focused(), name);
    };

    await tabTo('Options');
    await press('Tab');
    await page.keyboard.type('max-message');
    await tabTo('max-message-length');
    await press('ControlOrMeta+a');
    await page.keyboard.type('120');
    await tabTo('Start a chat');
    assert.equal(await page.evaluate(`document.querySelector('genesys-webchat').maxMessageLength`), 120);
    await press('Enter');
    await page.getByLabel('Message box').waitFor();
    await untilInPage(page, `document.activeElement.localName === 'genesys-webchat'`);
    await page.keyboard.type('Hello');
    await press('Enter');
    await page.getByRole('log').getByText('Hello').waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.getByRole('tab', { name: 'Events' }).focus();
    await press('ArrowRight');
    assert.equal(await focused(), 'Code');
    const html = page.getByRole('region', { name: 'HTML', exact: true });
    await html.getByText('max-message-length="120"').waitFor();
    await page.evaluate(`document.querySelector('genesys-webchat').endChat()`);
  });
});
