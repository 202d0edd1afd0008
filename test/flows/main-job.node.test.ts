import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violations } from '../support/page-accessibility.js';
import { problemsOn, startChromium } from '../support/site-in-browser.js';

/** A window of its own, as of another person, with everything that went wrong in it. */
interface Person {
  readonly page: Page;
  readonly problems: string[];
}

void describe('npm start: a visitor and an agent hold a conversation in two windows', () => {
  let server: ChildProcess;
  let address: string;
  let browser: Browser;
  let visitor: Person;
  let agent: Person;

  before(async () => {
    server = spawn(process.execPath, ['scripts/start.mjs'], { env: { ...process.env, PORT: '0' }, stdio: 'pipe' });
    address = await addressOf(server);
    browser = await startChromium();
    visitor = await arrive(await browser.newContext(), `${address}/`);
    agent = await arrive(await browser.newContext(), `${address}/agent/`);
  });

  after(async () => {
    await browser.close();
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
  });

  void it('goes from the launcher to the form, which axe finds nothing wrong with', async () => {
    assert.deepEqual(await violations(visitor.page), []);
    await visitor.page.getByRole('button', { name: 'Chat', exact: true }).click();
    await visitor.page.getByLabel('First Name').waitFor();
    assert.deepEqual(await violations(visitor.page), []);
  });

  void it('starts a chat that waits at the desk', async () => {
    await visitor.page.getByLabel('First Name').fill('Ada');
    await visitor.page.getByLabel('Last Name').fill('Lovelace');
    await visitor.page.getByLabel('Subject').fill('A lamp');
    await visitor.page.getByRole('button', { name: 'Start Chat' }).click();
    await visitor.page.getByLabel('Message box').waitFor();
    await agent.page.getByText('Ada Lovelace').first().waitFor();
    await agent.page.getByRole('button', { name: 'Accept' }).first().click();
    await visitor.page.getByText('Ann Connected').first().waitFor();
  });

  void it('carries typing both ways', async () => {
    await visitor.page.getByLabel('Message box').pressSequentially('My lamp');
    await agent.page
      .getByText(/My lamp|is typing|writes/)
      .first()
      .waitFor();
    await agent.page.getByRole('textbox', { name: /Message to/ }).pressSequentially('Hel');
    await visitor.page
      .locator('genesys-webchat')
      .getByText(/typing/i)
      .first()
      .waitFor({ state: 'attached' });
  });

  void it('carries messages both ways, and axe finds nothing wrong with the conversation', async () => {
    await visitor.page.getByLabel('Message box').fill('My lamp flickers.');
    await visitor.page.keyboard.press('Enter');
    await agent.page.getByText('My lamp flickers.').first().waitFor();
    await agent.page.getByRole('textbox', { name: /Message to/ }).fill('We will mend it <b>today</b>.');
    await agent.page.keyboard.press('Enter');
    await visitor.page.getByText('We will mend it <b>today</b>.').first().waitFor();
    assert.deepEqual(await violations(visitor.page), []);
    assert.deepEqual(await violations(agent.page), []);
  });

  void it('ends with a confirmation, and the desk knows', async () => {
    await visitor.page.getByRole('button', { name: 'End chat' }).first().click();
    const question = visitor.page.getByRole('alertdialog');
    await question.waitFor();
    assert.deepEqual(await violations(visitor.page), []);
    await question.getByRole('button', { name: 'End chat' }).click();
    await visitor.page.getByText('Chat Ended').first().waitFor();
    await agent.page.getByText(/ended/i).first().waitFor();
  });

  void it('breaks no rule of the strict policy and logs no error on the way', () => {
    assert.deepEqual(visitor.problems, []);
    assert.deepEqual(agent.problems, []);
  });
});

async function arrive(context: BrowserContext, address: string): Promise<Person> {
  const page = await context.newPage();
  const problems = problemsOn(page);
  await page.goto(address);
  return { page, problems };
}

async function addressOf(server: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of server.stdout ?? []) {
    printed += String(chunk);
    const [, address] = /Demo site\s+(http:\/\/\S+?)\/\s/.exec(printed) ?? [];
    if (address) return address;
  }
  throw new Error(`npm start told no address: ${printed}`);
}
