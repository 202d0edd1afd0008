import { expect } from '@open-wc/testing';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { closePages, SitePage } from './site-page.js';

/*
 * Whole pages that were written for Genesys Widgets, as sites write them, in `pages/`: each is used to its end. Contract:
 * patterns of real sites.
 */
describe('a site of Genesys Widgets with extensions', function () {
  this.timeout(60_000);

  let server: LocalServerSide;

  beforeEach(() => {
    server = LocalServerSide.ofItsOwn();
  });

  afterEach(closePages);

  const open = (name: string) => SitePage.open(name, server);
  /** What a script of the page has kept under that name. */
  const kept = (page: SitePage, name: string): unknown => Reflect.get(page.window, name);
  const run = (page: SitePage, command: string, options?: object) =>
    (kept(page, 'CXBus') as { command(name: string, options?: object): Promise<unknown> }).command(command, options);
  const element = (page: SitePage, id: string) => page.window.document.querySelector(`#${id}`) as HTMLElement;
  const running = async () => {
    await until(async () => (await server.chats())[0]?.state === 'waiting');
    return server.join();
  };

  it('is open at its hours, with a form and terms of its own, and takes the chat up on the next page', async () => {
    const page = await open('opening-hours');
    await page.clicks('launcher-button');
    await page.reads('Terms');
    element(page, 'agree').click();
    await until(() => page.sees('overlay') === undefined);
    await page.fillsIn('nickname', 'A');
    await page.clicks('submit-button');
    await page.finds('field-error');
    await page.fillsIn('nickname', 'Ada');
    await page.clicks('submit-button');
    const agent = await running();
    await agent.write('Hello');
    await page.reads('Hello');
    const outside = await server.join({ nickname: 'System', type: 'External' });
    await outside.write('A note');
    await until(() => page.seesAll('message').some((each) => each.dataset['from'] === 'outside'));
    page.window.sessionStorage.setItem('hour', '20');
    await page.reload();
    await page.reads('Hello');
    expect(page.sees('overlay')).to.equal(undefined);
    expect((await server.chats())[0]?.userData).to.include({ account: 'none' });
    await agent.end();
    await until(async () => (await server.chats())[0]?.state === 'ended');
    await run(page, 'WebChat.close');
    await until(() => page.window.document.title === 'Chat closed');
    await page.clicks('launcher-button');
    await page.reads('We are there from 8');
    expect(page.sees('form')).to.equal(undefined);
  });

  it('is a shop that hides tokens, ends chats by them, and counts what happens', async () => {
    const page = await open('shop');
    await page.chat();
    const counted = () => (kept(page, 'dataLayer') as { event: string }[]).map(({ event }) => event);
    const heard: string[] = [];
    page.window.document.addEventListener('shopchat:completed', ({ type }) => heard.push(type));
    element(page, 'help').click();
    const agent = await running();
    await agent.write('SYSTEM wait');
    await agent.write('Your order is on its way');
    await page.reads('Your order is on its way');
    expect(page.text).to.not.include('SYSTEM');
    await agent.write('{token:terminate}');
    await until(() => counted().includes('chat_done'));
    expect(page.text).to.not.include('token');
    expect(counted()).to.deep.equal(['chat_open', 'chat_start', 'chat_done']);
    expect((kept(page, 'dataLayer') as object[])[0]).to.include({ proactive: false, autoSubmitted: true });
    expect(heard).to.deep.equal(['shopchat:completed']);
    expect((await server.chats())[0]?.userData).to.include({ shop: 'lamps', order: '102400' });
    await run(page, 'WebChat.close');
    await until(() => counted().includes('chat_close'));
  });

  it('has an item of its own in the menu, and commands that others call', async () => {
    const page = await open('tutorial');
    await page.chat();
    expect(await run(page, 'Greeter.version')).to.equal('1.2.5');
    await run(page, 'WebChat.open', { form: { autoSubmit: true, firstname: 'Ada', lastname: 'L' } });
    await running();
    await page.clicks('menu-button');
    const find = () => page.seesAll('menu-item').find((each) => each.textContent.includes('Say hello'));
    await until(() => find() !== undefined);
    find()?.click();
    await page.reads('Greeted all');
    expect(await server.visitorTexts()).to.deep.equal(['Hello all']);
    await run(page, 'WebChatService.endChat');
    await run(page, 'Greeter.greet', { to: 'nobody' }).then(
      () => expect.fail('it was sent'),
      (reason: unknown) => expect(reason).to.equal('There is no active chat session'),
    );
  });

  it('knows who is logged in, through a chain of extensions of which one is broken', async () => {
    const page = await open('logged-in');
    await page.chat();
    await run(page, 'WebChat.open', { proactive: true });
    await page.finds('form');
    expect(kept(page, 'seen')).to.deep.equal(['account', 'level of 4711, asked']);
    expect(page.errors.join()).to.match(/^the extension Broken failed: ReferenceError: .*jQuery/);
    expect(page.reported.join()).to.match(/notThere.*not mine/);
    await page.fillsIn('lastname', 'Lovelace');
    await page.clicks('submit-button');
    await running();
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Ada Lovelace');
    expect(chat?.userData).to.include({ source: 'web', customer: '4711', level: 'gold' });
  });

  it('loads configuration and extension by CXBus, then the chat', async () => {
    const page = await open('loader');
    await until(() => !(element(page, 'chat') as HTMLButtonElement).disabled);
    expect(page.window.document.querySelectorAll('genesys-webchat').length).to.equal(1);
    element(page, 'chat').click();
    await page.finds('form');
    await page.clicks('submit-button');
    const agent = await running();
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Loader Page');
    expect(chat?.userData).to.include({ from: 'loader' });
    await agent.end();
    await until(() => page.window.document.title === 'Thank you');
  });
});
