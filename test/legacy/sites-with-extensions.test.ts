import { expect } from '@open-wc/testing';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { closePages, joinWaiting, SitePage } from './site-page.js';

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

  it('is open at its hours, with a form and terms of its own, and takes the chat up on the next page', async () => {
    const page = await SitePage.open('opening-hours', server);
    await page.clicks('launcher-button');
    await page.reads('Terms');
    page.element('agree').click();
    await until(() => page.sees('overlay') === undefined);
    await page.fillsIn('nickname', 'A');
    await page.clicks('submit-button');
    await page.finds('field-error');
    await page.fillsIn('nickname', 'Ada');
    await page.clicks('submit-button');
    const agent = await joinWaiting(server);
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
    await page.run('WebChat.close');
    await until(() => page.window.document.title === 'Chat closed');
    await page.clicks('launcher-button');
    await page.reads('We are there from 8');
    expect(page.sees('form')).to.equal(undefined);
  });

  it('is a shop that hides tokens, ends chats by them, and counts what happens', async () => {
    const page = await SitePage.open('shop', server);
    await page.chat();
    const counted = () => (page.kept('dataLayer') as { event: string }[]).map(({ event }) => event);
    const heard: string[] = [];
    page.window.document.addEventListener('shopchat:completed', ({ type }) => heard.push(type));
    page.element('help').click();
    const agent = await joinWaiting(server);
    await agent.write('SYSTEM wait');
    await agent.write('Your order is on its way');
    await page.reads('Your order is on its way');
    expect(page.text).to.not.include('SYSTEM');
    await agent.write('{token:terminate}');
    await until(() => counted().includes('chat_done'));
    expect(page.text).to.not.include('token');
    expect(counted()).to.deep.equal(['chat_open', 'chat_start', 'chat_done']);
    expect((page.kept('dataLayer') as object[])[0]).to.include({ proactive: false, autoSubmitted: true });
    expect(heard).to.deep.equal(['shopchat:completed']);
    expect((await server.chats())[0]?.userData).to.include({ shop: 'lamps', order: '102400' });
    await page.run('WebChat.close');
    await until(() => counted().includes('chat_close'));
  });

  it('has an item of its own in the menu, and commands that others call', async () => {
    const page = await SitePage.open('tutorial', server);
    await page.chat();
    expect(await page.run('Greeter.version')).to.equal('1.2.5');
    await page.run('WebChat.open', { form: { autoSubmit: true, firstname: 'Ada', lastname: 'L' } });
    await joinWaiting(server);
    await page.clicks('menu-button');
    const find = () => page.seesAll('menu-item').find((each) => each.textContent.includes('Say hello'));
    await until(() => find() !== undefined);
    find()?.click();
    await page.reads('Greeted all');
    expect(await server.visitorTexts()).to.deep.equal(['Hello all']);
    await page.run('WebChatService.endChat');
    await page.run('Greeter.greet', { to: 'nobody' }).then(
      () => expect.fail('it was sent'),
      (reason: unknown) => expect(reason).to.equal('There is no active chat session'),
    );
  });

  it('knows who is logged in, through a chain of extensions of which one is broken', async () => {
    const page = await SitePage.open('logged-in', server);
    await page.chat();
    await page.run('WebChat.open', { proactive: true });
    await page.finds('form');
    expect(page.kept('seen')).to.deep.equal(['account', 'level of 4711, asked']);
    expect(page.errors.join()).to.match(/^the extension Broken failed: ReferenceError: .*jQuery/);
    expect(page.reported.join()).to.match(/notThere.*not mine/);
    await page.fillsIn('lastname', 'Lovelace');
    await page.clicks('submit-button');
    await joinWaiting(server);
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Ada Lovelace');
    expect(chat?.userData).to.include({ source: 'web', customer: '4711', level: 'gold' });
  });

  it('loads configuration and extension by CXBus, then the chat', async () => {
    const page = await SitePage.open('loader', server);
    await until(() => !(page.element('chat') as HTMLButtonElement).disabled);
    expect(page.window.document.querySelectorAll('genesys-webchat').length).to.equal(1);
    page.element('chat').click();
    await page.finds('form');
    await page.clicks('submit-button');
    const agent = await joinWaiting(server);
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Loader Page');
    expect(chat?.userData).to.include({ from: 'loader' });
    await agent.end();
    await until(() => page.window.document.title === 'Thank you');
  });

  it('is a utility whose extension tells of errors by toasts, with a way to try again', async () => {
    const page = await SitePage.open('utility', server);
    await page.chat();
    await server.setFaults({ statusCode: 2 });
    page.element('chat').click();
    await page.reads('Is the power out?');
    page.element('chat').click();
    await until(() => (page.kept('refused') as string[]).includes('Toaster view is currently reserved'));
    await server.mend();
    await page.clicks('toaster-primary-button');
    const agent = await joinWaiting(server);
    await until(() => page.sees('toaster') === undefined);
    await agent.write('Good morning');
    await page.reads('Good morning');
    await server.setFaults({ offline: true });
    await page.reads('The connection is lost');
    expect((await page.finds('toaster-body')).querySelector('b')?.textContent).to.equal('Nothing');
    await page.says('Is it on again?');
    await server.mend();
    await until(() => page.sees('toaster') === undefined);
    await until(async () => (await server.visitorTexts()).includes('Is it on again?'));
    expect(await page.run('Outages.report')).to.deep.equal({
      active: true,
      agents: ['Bob'],
      texts: ['Good morning', 'Is it on again?'],
    });
    page.element('leave').click();
    await until(async () => (await server.chats())[0]?.state === 'ended');
    await page.finds('launcher-button');
    expect(await page.run('WebChatService.verifySession')).to.deep.equal({ sessionActive: false });
    expect([...page.errors, ...page.warnings, ...page.reported]).to.deep.equal([]);
  });
});
