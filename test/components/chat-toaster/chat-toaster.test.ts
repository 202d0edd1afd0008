import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { reasonOf } from '../../bus/harness.js';
import { expectAccessible } from '../../support/accessible.js';
import { findPart, focused, part, textOf } from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';
import { press } from '../../support/keyboard.js';
import { Visitor } from '../../support/visitor.js';
import { appears, disappears, eventsOf, isThere, tag } from '../neighbours/neighbour-fixture.js';

const offer = {
  type: 'generic',
  title: 'Looking for a lamp?',
  body: 'We know all of them.',
  icon: 'chat',
  controls: 'close',
  buttons: { type: 'binary', primary: 'Ask us', secondary: 'Not now' },
} as const;

describe('Toaster', () => {
  it('shows a card, tells of it, and takes it away', async () => {
    const element = await tag();
    const told = eventsOf(element, 'Toaster');
    await element.command('Toaster.open', offer);
    expect(textOf(part(element, 'toaster-title'))).to.equal('Looking for a lamp?');
    expect(textOf(part(element, 'toaster-body'))).to.equal('We know all of them.');
    expect(textOf(part(element, 'toaster-primary-button'))).to.equal('Ask us');
    expect(textOf(part(element, 'toaster-secondary-button'))).to.equal('Not now');
    await element.command('Toaster.close');
    expect(isThere(element, 'toaster')).to.equal(false);
    expect(told).to.deep.equal(['ready', 'opened', 'closed']);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`passes axe, ${theme} and ${dir}`, async () => {
        const element = await tag({ main: { theme } }, dir);
        await element.command('Toaster.open', offer);
        await expectAccessible(element);
      });
    }
  }

  it('keeps its title clear of the button in the corner, whatever the direction of either', async () => {
    for (const dir of ['ltr', 'rtl']) {
      for (const title of ['We are back at nine', 'نعود في التاسعة']) {
        const element = await tag({}, dir);
        await element.command('Toaster.open', { ...offer, icon: '', title: title.repeat(9) });
        const text = document.createRange();
        text.selectNodeContents(part(element, 'toaster-title'));
        const button = part(element, 'toaster-close-button').getBoundingClientRect();
        const corner = button.left + button.width / 2;
        const { left, right } = text.getBoundingClientRect();
        expect(left < corner && corner < right, `${title} in ${dir}`).to.equal(false);
        element.remove();
      }
    }
  });

  it('hands its buttons to code that looks for their old classes', async () => {
    const element = await tag();
    const { html } = await element.command('Toaster.open', offer);
    const [card] = Array.from(html);
    const clicked: string[] = [];
    for (const name of ['cx-btn-primary', 'cx-btn-default']) {
      card?.querySelector(`.cx-btn.${name}`)?.addEventListener('click', () => clicked.push(name));
    }
    part(element, 'toaster-primary-button').click();
    part(element, 'toaster-secondary-button').click();
    expect(clicked).to.deep.equal(['cx-btn-primary', 'cx-btn-default']);
    expect(isThere(element, 'toaster')).to.equal(true);
  });

  it("hands them over as the page's jQuery does", async () => {
    const page = window as { jQuery?: unknown };
    const jQuery = (elements: readonly Element[]) => ({
      0: elements[0],
      length: elements.length,
      find: (selector: string) => elements.flatMap((each) => [...each.querySelectorAll(selector)]),
    });
    page.jQuery = Object.assign(jQuery, { fn: {} });
    const element = await tag();
    const { html } = await element.command('Toaster.open', offer);
    delete page.jQuery;
    const [found] = (html as ReturnType<typeof jQuery>).find('.cx-btn-primary');
    expect(found === part(element, 'toaster-primary-button')).to.equal(true);
    expect(html[0] === part(element, 'toaster')).to.equal(true);
  });

  it('leaves out a button without a text', async () => {
    const element = await tag();
    await element.command('Toaster.open', { ...offer, buttons: { type: 'binary', primary: 'Ask us' } });
    expect(isThere(element, 'toaster-secondary-button')).to.equal(false);
  });

  it('makes markup of the page harmless', async () => {
    const element = await tag();
    const body = '<p onclick="throw 0">Half <b>price</b></p><script>throw 0</script><img src="x" onerror="throw 0">';
    await element.command('Toaster.open', { type: 'custom', body });
    const shown = part(element, 'toaster-body');
    expect(textOf(shown)).to.equal('Half price');
    expect(shown.querySelector('script, [onclick], [onerror]') === null).to.equal(true);
  });

  it("shows an element of the page with the page's looks, finds things in it, and puts it away after", async () => {
    const sheet = document.createElement('style');
    sheet.textContent = '.survey { color: rgb(1, 2, 3) }';
    document.head.append(sheet);
    const survey = document.createElement('form');
    survey.className = 'survey';
    survey.innerHTML = '<textarea name="comments" aria-label="Comments"></textarea>';
    const element = await tag();
    const { html } = await element.command('Toaster.open', { ...offer, title: 'Rate us', body: [survey] });
    expect(survey.checkVisibility()).to.equal(true);
    expect(getComputedStyle(survey).color).to.equal('rgb(1, 2, 3)');
    expect(Array.from(html).flatMap((each) => [...each.querySelectorAll('textarea')])).to.have.length(1);
    await element.command('Toaster.close');
    expect(survey.isConnected).to.equal(false);
    sheet.remove();
  });

  it('takes no focus, and is told once', async () => {
    const element = await tag();
    const before = document.activeElement;
    await element.command('Toaster.open', offer);
    expect(document.activeElement === before).to.equal(true);
    const status = element.shadowRoot
      ?.querySelector('genesys-chat-toaster')
      ?.shadowRoot?.querySelector('[role="status"]');
    await until(() => textOf(status ?? undefined) === 'Looking for a lamp? We know all of them.');
  });

  it('goes by its button and by Escape, each by a command that others can cancel', async () => {
    const element = await tag();
    await element.command('Toaster.open', offer);
    part(element, 'toaster-close-button').click();
    await disappears(element, 'toaster');
    await element.command('Toaster.open', offer);
    await sendKeys({ press: 'Escape' });
    await disappears(element, 'toaster');
    await element.command('Toaster.open', offer);
    const asked = new Promise<void>((resolve) => {
      element.bus.before('Toaster.close', () => {
        resolve();
        return false;
      });
    });
    part(element, 'toaster-close-button').click();
    await asked;
    expect(isThere(element, 'toaster')).to.equal(true);
  });

  it('can be reached by Tab over a window that fills the screen, which follows it', async () => {
    const element = await tag({ main: { mobileMode: true } });
    const visitor = new Visitor(element);
    await element.open();
    await visitor.finds('input');
    await element.command('Toaster.open', offer);
    await visitor.finds('toaster');
    part(element, 'submit-button').focus();
    await visitor.tabsTo('toaster-secondary-button');
    await visitor.tabsTo('toaster-close-button');
    await press('Tab');
    await until(() => visitor.focused?.getRootNode() !== part(element, 'toaster').getRootNode());
    expect(visitor.focused === document.body).to.equal(false);
    await visitor.tabsTo('submit-button');
    await visitor.tabsTo('toaster-close-button');
    await visitor.tabsBackTo('cancel-button');
    await visitor.tabsTo('toaster-close-button');
    await press('Enter');
    await visitor.isWithout('toaster');
    part(element, 'submit-button').focus();
    await visitor.tabsTo('input');
    await expect(element).to.be.accessible();
  });

  it('gives the focus back to where it was', async () => {
    const element = await tag();
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    await element.command('Toaster.open', offer);
    part(element, 'toaster-primary-button').focus();
    await element.command('Toaster.close');
    expect(focused() === input).to.equal(true);
    input.remove();
  });

  it('shows one card at a time, also while one is on its way', async () => {
    const element = await tag();
    const first = element.command('Toaster.open', { ...offer, body: '<b>We</b> know all of them.' });
    expect(await reasonOf(element.command('Toaster.open', offer))).to.equal('Toaster view is currently reserved');
    await first;
    expect(await reasonOf(element.command('Toaster.open', offer))).to.equal('Toaster view is currently reserved');
  });

  it('refuses to show nothing, and to close nothing', async () => {
    const element = await tag();
    for (const options of [undefined, {}, { title: 'A' }, { type: 'custom' }, { type: 'generic' }, { type: 'other' }]) {
      const refused = element.command('Toaster.open', options as never);
      expect(await reasonOf(refused)).to.match(/^No content was provided/);
    }
    expect(await reasonOf(element.command('Toaster.close'))).to.equal('Toaster view is already closed');
    await element.command('Toaster.open', { type: 'generic', title: 'A' });
  });

  it('leaves a card that is immutable to the plugin that has opened it', async () => {
    const element = await tag();
    const owner = element.bus.registerPlugin('Owner');
    if (!owner) throw new Error('The name is taken');
    await owner.command('Toaster.open', { ...offer, controls: false, immutable: true });
    expect(isThere(element, 'toaster-close-button')).to.equal(false);
    await sendKeys({ press: 'Escape' });
    expect(await reasonOf(element.command('Toaster.close'))).to.equal('Toaster view is currently reserved');
    await owner.command('Toaster.close');
    expect(isThere(element, 'toaster')).to.equal(false);
  });

  it('stands above the launcher, and above an invitation', async () => {
    const element = await tag();
    await element.command('Toaster.open', offer);
    const isAbove = (name: string) => {
      const below = findPart(element, name)?.getBoundingClientRect();
      return below !== undefined && part(element, 'toaster').getBoundingClientRect().bottom < below.top;
    };
    await until(() => isAbove('launcher-button'));
    await element.command('WebChat.invite');
    await appears(element, 'invite');
    await until(() => isAbove('invite'));
  });

  it('speaks the language of the chat', async () => {
    const element = await tag();
    await element.command('Toaster.open', offer);
    expect(part(element, 'toaster-close-button').ariaLabel).to.equal('Close');
    element.lang = 'de';
    await until(() => part(element, 'toaster-close-button').ariaLabel === 'Schließen');
  });
});
