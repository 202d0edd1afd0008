import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { expectAccessible } from '../../support/accessible.js';
import { until } from '../../support/frame-tab.js';
import { reasonOf } from '../../bus/harness.js';
import { chatElement } from '../../support/chat-element.js';
import { findPart, focused, part, textOf } from '../../support/chat-fixture.js';

describe('<genesys-webchat> shows over the conversation', () => {
  let element: GenesysWebchat;

  beforeEach(async () => {
    ({ element } = await chatElement());
  });

  const show = async (html: unknown, hideFooter = false) => {
    if (element.bus.data('WebChat.open') === false) await element.open();
    await element.command('WebChat.showOverlay', { html, hideFooter });
    await until(() => findPart(element, 'overlay') !== undefined);
  };
  const gone = () => until(() => findPart(element, 'overlay') === undefined);
  const isVisible = (name: string) => part(element, name).checkVisibility({ visibilityProperty: true });

  it('markup, made harmless, which the visitor can close', async () => {
    await show('<h3>Terms</h3><p onclick="throw 0">Be kind.</p><script>throw 0</script>');
    const overlay = part(element, 'overlay');
    expect(overlay.role).to.equal('region');
    expect(overlay.ariaLabel).to.equal('TermsBe kind.');
    expect(overlay.querySelector('script, [onclick]')).to.equal(null);
    expect(isVisible('input')).to.equal(false);
    await expectAccessible(element);
    part(element, 'overlay-close-button').click();
    await gone();
    expect(isVisible('input')).to.equal(true);
  });

  it('until Escape, and the focus goes back into the window', async () => {
    await show('<p>Terms</p>');
    await until(() => focused() === part(element, 'overlay'));
    await sendKeys({ press: 'Escape' });
    await gone();
    await until(() => focused() === findPart(element, 'input'));
    expect(element.bus.data('WebChat.open')).to.equal(true);
  });

  it('information as an alert, which is told', async () => {
    await show('<div id="cx_chat_information">We are closed on Sunday.</div>');
    expect(part(element, 'overlay').role).to.equal('alertdialog');
    const region = element.shadowRoot
      ?.querySelector('genesys-chat-window')
      ?.shadowRoot?.querySelector('[aria-live="polite"]');
    await until(() => textOf(region ?? undefined).includes('We are closed on Sunday.'));
  });

  it("an element of the page, with the page's looks and controls, and puts it away after", async () => {
    const sheet = document.createElement('style');
    sheet.textContent = '.terms { color: rgb(1, 2, 3) }';
    document.head.append(sheet);
    const terms = document.createElement('div');
    terms.className = 'terms';
    terms.id = 'cx_chat_information';
    terms.innerHTML = '<button>I agree</button>';
    let isAgreed = false;
    terms.firstElementChild?.addEventListener('click', () => {
      isAgreed = true;
      void element.command('WebChat.hideOverlay');
    });
    await show([terms]);
    await until(() => terms.isConnected);
    expect(getComputedStyle(terms).color).to.equal('rgb(1, 2, 3)');
    expect(terms.checkVisibility()).to.equal(true);
    expect(findPart(element, 'overlay-close-button')).to.equal(undefined);
    expect(part(element, 'overlay').role).to.equal('alertdialog');
    (terms.firstElementChild as HTMLElement).click();
    await gone();
    expect([isAgreed, terms.isConnected]).to.deep.equal([true, false]);
    sheet.remove();
  });

  it('and over the message box where the page says so', async () => {
    await element.startChat({ nickname: 'Ada' });
    await until(() => findPart(element, 'message-input') !== undefined);
    await show('<p>Terms</p>');
    expect(isVisible('message-input')).to.equal(true);
    await show('<p>More terms</p>', true);
    await until(() => !isVisible('message-input'));
  });

  it('nothing where there is no window, or nothing to show', async () => {
    expect(await reasonOf(element.command('WebChat.showOverlay', { html: '<p>Terms</p>' }))).to.equal('not open');
    await element.open();
    for (const html of ['', ' ', undefined, null, 7, {}, [], [7]]) {
      expect(await reasonOf(element.command('WebChat.showOverlay', { html }))).to.equal('No content was provided');
    }
    await element.command('WebChat.hideOverlay');
  });

  it('nothing any more when the window has been closed meanwhile', async () => {
    await show('<p>Terms</p>');
    await element.close();
    await element.open();
    await gone();
  });
});
