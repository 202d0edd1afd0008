import { expect } from '@open-wc/testing';
import { partOnScreen, partsBelow } from '../support/on-screen.js';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { StrictPage } from '../support/strict-page.js';

const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the whole job under a strict policy', () => {
  let server: LocalServerSide;
  let page: StrictPage;

  beforeEach(async () => {
    server = LocalServerSide.ofItsOwn();
    page = await StrictPage.open(server, { markdown: '', emojis: '', 'uploads-enabled': '', theme: 'dark' });
  });

  afterEach(() => {
    page.close();
  });

  const clicks = async (part: string): Promise<void> => {
    (await page.finds(part)).click();
  };

  const enters = async (part: string, ...values: readonly string[]): Promise<void> => {
    await page.finds(part);
    const fields = partsBelow(page.element, part) as HTMLInputElement[];
    for (const [at, value] of values.entries()) {
      fields[at]!.value = value;
      fields[at]!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  };

  const expectNothingForbidden = (): void => {
    expect(page.violations).to.deep.equal([]);
    expect(page.strayRequests).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  };

  it('forbids nothing of it: form, talk, markdown, links, files, emoji, menu, end', async () => {
    await clicks('launcher-button');
    await enters('input', 'Ada', 'Lovelace');
    await clicks('submit-button');
    const send = await page.finds('send-button');
    const agent = await server.join({ nickname: 'Ann' });
    await agent.startTyping();
    await page.finds('typing');
    await agent.write('**Hello** [there](https://example.com), or https://example.com/a');
    await until(() => partOnScreen(page.element, 'link') !== undefined);
    await enters('message-input', 'Good morning');
    send.click();
    await until(async () => (await server.visitorTexts()).includes('Good morning'));
    await agent.share('lamp.png', 'image/png', dot);
    await page.finds('file-image');
    await page.element.command('WebChatService.sendFile', { files: new File(['x'], 'own.txt') });
    await clicks('emoji-button');
    const picker = await page.finds('emoji-picker');
    await until(() => picker.querySelector('[role=grid] button') !== null);
    picker.querySelector<HTMLElement>('[role=grid] button')?.click();
    await clicks('menu-button');
    await page.finds('menu-item');
    await clicks('minimize-button');
    await page.element.minimize(false);
    await page.element.endChat();
    await page.finds('end');
    await page.element.close();
    expectNothingForbidden();
  });

  it('forbids nothing of a form and a launcher with HTML of the site', async () => {
    page.element.chatButtonTemplate = '<b data-icon="chat"></b> <i data-message="ChatButton"></i> now';
    await until(() => partOnScreen(page.element, 'launcher-button')?.textContent.trim() === 'Chat now');
    expect(partOnScreen(page.element, 'launcher-button')?.querySelector('b svg')).to.not.equal(null);
    await page.element.open({
      formJSON: {
        inputs: [{ custom: '<p>Before we <b>start</b></p>' }, { name: 'firstname', label: 'Your <i>name</i>' }],
      },
    });
    const form = await page.finds('form');
    await until(() => form.querySelector('i') !== null);
    expectNothingForbidden();
  });

  it('forbids nothing of an extension that is a file of the site', async () => {
    page.close();
    page = await StrictPage.open(server, {}, ['/test/legacy/pages/strict/care.js']);
    const { document: ofPage } = page.window;
    await until(() => ofPage.querySelector('.care') !== null);
    ofPage.querySelector<HTMLElement>('.care')?.click();
    const overlay = await page.finds('overlay');
    await until(() => overlay.querySelector('i') !== null || overlay.textContent.includes('of care'));
    await page.element.command('WebChat.hideOverlay');
    await until(async () => (await server.chats()).length > 0);
    const agent = await server.join({ nickname: 'Ann' });
    await agent.write('offer:a lamp');
    await until(() => partsBelow(page.element, 'bubble').some((bubble) => bubble.querySelector('b') !== null));
    await clicks('menu-button');
    await until(() => partsBelow(page.element, 'menu-item').some((item) => item.textContent.includes('Say hello')));
    partsBelow(page.element, 'menu-item')
      .find((item) => item.textContent.includes('Say hello'))
      ?.click();
    await until(async () => (await server.visitorTexts()).includes('Hello'));
    expect((await page.finds('title')).textContent.trim()).to.equal('Care');
    await page.element.endChat();
    expectNothingForbidden();
  });

  it('forbids nothing of the neighbours: toasts, overlays, views, sidebar, channels', async () => {
    const { element } = page;
    const buttonOf = (text: string) => {
      const button = page.window.document.createElement('button');
      button.textContent = text;
      return button;
    };
    const buttons = { type: 'binary', primary: 'Ask us', secondary: 'Not now' } as const;
    await element.command('Toaster.open', { type: 'generic', title: 'A lamp?', body: '<b>Half</b> price', buttons });
    expect((await page.finds('toaster-body')).querySelector('b')?.textContent).to.equal('Half');
    await element.command('Toaster.close');
    await element.command('Toaster.open', { type: 'custom', body: buttonOf('More') });
    await page.finds('toaster');
    await element.command('WindowManager.registerDockView', { html: buttonOf('Basket') });
    await element.command('WindowManager.registerSideButton', { html: buttonOf('Feedback') });
    await element.command('Overlay.open', { html: '<h2>Before you go</h2><p>Your <i>basket</i> is kept.</p>' });
    await until(() => partsBelow(element, 'modal').some((modal) => modal.querySelector('i') !== null));
    await element.command('Overlay.close');
    const channels = [{ name: 'WebChat' }, { displayName: 'Call us', icon: 'call', clickCommand: 'Calls.open' }];
    await element.command('SideBar.configure', { channels });
    await element.command('SideBar.open');
    await element.command('SideBar.expand');
    await page.finds('side-bar-label');
    await element.command('ChannelSelector.configure', { channels });
    await element.command('ChannelSelector.open');
    await clicks('channel');
    await page.finds('form');
    expectNothingForbidden();
  });

  it('is in force: what breaks it is refused', async () => {
    const { document: ofPage } = page.window;
    const image = ofPage.createElement('img');
    image.src = 'https://evil.example/a.png';
    const style = ofPage.createElement('style');
    style.textContent = '* { display: none }';
    ofPage.body.append(image, style);
    await until(() => page.violations.length > 1);
    expect(page.violations.join()).to.match(/img-src https:\/\/evil/);
    expect(page.violations.join()).to.match(/style-src\S* inline/);
    if ('trustedTypes' in page.window) {
      expect(() => (ofPage.body.innerHTML = '<b>a</b>')).to.throw();
    }
  });
});
