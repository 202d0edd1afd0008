import { expect } from '@open-wc/testing';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { below } from '../support/on-screen.js';
import { closePages, joinWaiting, SitePage } from './site-page.js';

/*
 * Whole pages that were written for Genesys Widgets, as sites write them, in `pages/`: each is used to its end. Contract:
 * patterns of real sites.
 */
describe('a site of Genesys Widgets with configuration and own code', function () {
  this.timeout(60_000);

  let server: LocalServerSide;

  beforeEach(() => {
    server = LocalServerSide.ofItsOwn();
  });

  afterEach(closePages);

  it('has a window of its own on the service alone', async () => {
    const page = await SitePage.open('own-window', server);
    await page.reads('ready');
    page.element('start').click();
    await page.reads('running');
    const agent = await server.join({ nickname: 'Ann' });
    await agent.startTyping();
    await until(() => page.element('typing').hidden === false);
    await agent.write('Good morning');
    await page.reads('Ann: Good morning');
    await until(() => page.element('typing').hidden === true);
    (page.element('text') as HTMLInputElement).value = 'Hello';
    page.element('text').dispatchEvent(new KeyboardEvent('keyup'));
    page.element('send').click();
    await page.reads('me: Hello');
    await until(async () => (await server.visitorTexts()).includes('Hello'));
    await page.reload();
    await page.reads('running again');
    await page.reads('Ann: Good morning');
    expect(page.sees('form')).to.equal(undefined);
    page.element('end').click();
    await page.reads('over');
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Ada L');
    expect(chat?.userData).to.include({ channel: 'own window', topic: 'lamps' });
    expect([...page.errors, ...page.reported]).to.deep.equal([]);
  });

  it('is a bank with a robot, markup in its messages, notices, and a chat that ends with the login', async () => {
    const page = await SitePage.open('bank', server);
    const steps = () => page.kept('steps') as string[];
    await until(() => steps().includes('ready'));
    await page.finds('launcher-button');
    await page.reads('Ask the bank');
    const chat = await page.chat();
    expect([chat.theme, chat.dataset['theme']]).to.deep.equal(['bank', 'bank']);
    await page.run('WebChat.open', { form: { autoSubmit: true, firstname: 'Ada', lastname: 'L' } });
    await until(() => steps().includes('user data') && steps().includes('notice'));
    const robot = await server.join({ nickname: 'Robo' });
    await robot.write('card:<i>1234</i>');
    await page.reads('1234');
    await robot.write('internal');
    await robot.write('I fetch somebody');
    await page.reads('I fetch somebody');
    expect(page.text).to.not.include('internal');
    const shown = await page.chat();
    await until(() =>
      [...below(shown)].some(({ localName, textContent }) => localName === 'b' && textContent === '1234'),
    );
    expect(steps()).to.not.include('evil');
    await robot.leave();
    await until(() => steps().includes('left: Robo'));
    expect((await server.chats())[0]?.userData).to.include({ JSESSIONID: 'A1' });
    await page.reload();
    await until(() => steps().includes('invited again'));
    await page.finds('invite');
    expect((await server.chats())[0]?.state).to.equal('ended');
  });

  it('has several deployments on one page, of which the first answers to the globals', async () => {
    const page = await SitePage.open('departments', server);
    const sales = await page.chat();
    const repairs = page.window.document.querySelectorAll('genesys-webchat')[1]!;
    await repairs.whenReady;
    await page.run('WebChat.open');
    await until(() => page.window.document.title === 'Sales');
    for (const chat of [sales, repairs]) await chat.startChat({ nickname: chat.deploymentId ?? '' });
    const chats = await server.chats();
    expect(chats.map(({ nickname }) => nickname)).to.have.members(['sales', 'repairs']);
    for (const { userData } of chats) expect(userData).to.include({ site: 'departments' });
    expect([sales.theme, repairs.theme]).to.deep.equal(['dark', 'dark']);
    await sales.endChat();
    expect((await server.chats()).filter(({ state }) => state !== 'ended')).to.have.lengthOf(1);
    await repairs.endChat();
    expect(page.errors).to.deep.equal([]);
  });

  it('is configured and nothing else: launcher, form, texts, colours', async () => {
    const page = await SitePage.open('configured', server);
    const launcher = await page.finds('launcher-button');
    await until(() => launcher.textContent.includes('Ask us'));
    expect(launcher.innerHTML).to.not.include('onclick');
    launcher.click();
    await page.reads('Phone');
    expect((await page.finds('submit-button')).textContent.trim()).to.equal('Ask now');
    await page.fillsIn('firstname', 'Ada');
    await page.fillsIn('lastname', 'Lovelace');
    await page.fillsIn('phone', 'none');
    await page.fillsIn('terms', 'true');
    await page.clicks('submit-button');
    await page.finds('field-error');
    await page.fillsIn('phone', '030 1');
    await page.clicks('submit-button');
    const agent = await joinWaiting(server);
    await agent.write('SYS0001');
    await page.reads('Somebody will be with you soon');
    expect((await server.chats())[0]?.userData).to.include({
      queue: 'west',
      phone: '030 1',
      terms: 'true',
      segment: 'private',
    });
    expect((await page.chat()).theme).to.equal('dark');
    await page.run('WebChatService.endChat');
    expect([...page.errors, ...page.reported]).to.deep.equal([]);
  });

  it('has a button of its own that opens a form', async () => {
    const page = await SitePage.open('own-button', server);
    await page.chat();
    expect(page.sees('launcher-button')).to.equal(undefined);
    page.element('open').click();
    await page.reads('Last name');
    page.element('open').click();
    await page.reads('already opened');
    await page.clicks('submit-button');
    await page.finds('field-error');
    await page.fillsIn('lastname', 'Lovelace');
    await page.clicks('submit-button');
    const agent = await joinWaiting(server);
    const [chat] = await server.chats();
    expect([chat?.nickname, chat?.subject]).to.deep.equal(['Ada Lovelace', 'Bill']);
    await agent.write('Good morning');
    await page.reads('Good morning');
    await page.run('WebChat.close');
    expect((await server.chats())[0]?.state).to.equal('ended');
  });

  it('speaks the names of Widgets 8.5', async () => {
    const page = await SitePage.open('widgets-8.5', server);
    await page.chat();
    const events = () => page.kept('events') as string[];
    page.element('open').click();
    await until(() => events().includes('started string'));
    expect((await server.chats())[0]?.userData).to.include({ version: '8.5' });
    await page.finds('message-input');
    page.element('end').click();
    await until(() => events().includes('ended'));
    expect(page.warnings).to.deep.equal([]);
  });

  it('is a portal with terms, analytics, a sound, and a way out of its own', async () => {
    const page = await SitePage.open('portal', server);
    await page.clicks('launcher-button');
    await page.reads('Terms of the chat');
    expect(page.sees('launcher-button')).to.equal(undefined);
    (page.window.document.querySelector('#cx_chat_information button') as HTMLElement).click();
    await until(() => page.sees('overlay') === undefined);
    await page.fillsIn('firstname', 'Ada');
    await page.fillsIn('lastname', 'Lovelace');
    await page.clicks('submit-button');
    const agent = await joinWaiting(server);
    await agent.write('One');
    await agent.write('Two');
    await page.says('Thanks');
    await page.reads('Two');
    await until(() => page.kept('sounds') === 2);
    expect(page.kept('analytics')).to.deep.equal(['submitted, prefilled false']);
    page.element('leave').click();
    await page.finds('launcher-button');
    expect((await server.chats())[0]?.state).to.equal('ended');
  });
});
