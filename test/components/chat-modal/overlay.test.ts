import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { reasonOf } from '../../bus/harness.js';
import { expectAccessible } from '../../support/accessible.js';
import { focused, part, textOf } from '../../support/chat-fixture.js';
import { disappears, eventsOf, isThere, tag } from '../neighbours/neighbour-fixture.js';

const terms = { html: '<h2>Terms</h2><p onclick="throw 0">Be kind.</p><script>throw 0</script>' };

describe('Overlay', () => {
  const dialogOf = (element: Element) => part(element, 'modal') as HTMLDialogElement;

  it('shows markup, made harmless, in a dialog over the page', async () => {
    const element = await tag();
    const told = eventsOf(element, 'Overlay');
    const { html } = await element.command('Overlay.open', terms);
    const dialog = dialogOf(element);
    expect([dialog.open, dialog.matches(':modal'), dialog.ariaLabel]).to.deep.equal([true, true, 'Terms']);
    expect(textOf(dialog)).to.equal('TermsBe kind.');
    expect(dialog.querySelector('script, [onclick]') === null).to.equal(true);
    expect(html[0]?.querySelector('h2') === dialog.querySelector('h2')).to.equal(true);
    await element.command('Overlay.close');
    expect(isThere(element, 'modal')).to.equal(false);
    expect(told).to.deep.equal(['ready', 'opened', 'closed']);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`passes axe, ${theme} and ${dir}`, async () => {
        const element = await tag({ main: { theme } }, dir);
        await element.command('Overlay.open', terms);
        await expectAccessible(element);
      });
    }
  }

  it('takes the focus, keeps it, and gives it back', async () => {
    const element = await tag();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    await element.command('Overlay.open', terms);
    const isWithin = () => dialogOf(element).contains(focused());
    expect(isWithin()).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect(focused() === part(element, 'modal-close-button')).to.equal(true);
    button.focus();
    expect(isWithin()).to.equal(true);
    await element.command('Overlay.close');
    expect(focused() === button).to.equal(true);
    button.remove();
  });

  it('goes by its button and by Escape, each by a command that others can cancel', async () => {
    const element = await tag();
    await element.command('Overlay.open', terms);
    part(element, 'modal-close-button').click();
    await disappears(element, 'modal');
    await element.command('Overlay.open', terms);
    await sendKeys({ press: 'Escape' });
    await disappears(element, 'modal');
    await element.command('Overlay.open', terms);
    let count = 0;
    const asked = new Promise<void>((resolve) => {
      element.bus.before('Overlay.close', () => {
        count += 1;
        if (count === 3) resolve();
        return false;
      });
    });
    for (let time = 0; time < 3; time += 1) await sendKeys({ press: 'Escape' });
    await asked;
    expect(dialogOf(element).open).to.equal(true);
  });

  it('leaves what is immutable to the plugin that has opened it', async () => {
    const element = await tag();
    const owner = element.bus.registerPlugin('Owner');
    if (!owner) throw new Error('The name is taken');
    await owner.command('Overlay.open', { ...terms, immutable: true });
    expect(isThere(element, 'modal-close-button')).to.equal(false);
    for (let time = 0; time < 3; time += 1) await sendKeys({ press: 'Escape' });
    expect(dialogOf(element).open).to.equal(true);
    expect(await reasonOf(element.command('Overlay.close'))).to.equal('Overlay view is currently reserved');
    await owner.command('Overlay.close');
  });

  it("shows an element of the page with the page's looks and controls, and puts it away after", async () => {
    const content = document.createElement('div');
    content.innerHTML = '<h3>Your account</h3><button>I agree</button>';
    const element = await tag();
    const { html } = await element.command('Overlay.open', { html: [content] });
    expect(html[0] === content).to.equal(true);
    expect(dialogOf(element).ariaLabel).to.equal('Your account');
    expect(content.checkVisibility()).to.equal(true);
    await expectAccessible(element);
    await element.command('Overlay.close');
    expect(content.isConnected).to.equal(false);
  });

  it('shows one thing at a time; another of the same group takes its place', async () => {
    const element = await tag();
    await element.command('Overlay.open', { ...terms, group: 'help' });
    const reserved = 'Overlay view is currently reserved';
    expect(await reasonOf(element.command('Overlay.open', terms))).to.equal(reserved);
    expect(await reasonOf(element.command('Overlay.open', { ...terms, group: 'other' }))).to.equal(reserved);
    expect(await reasonOf(element.command('Overlay.open', { html: '', group: 'help' }))).to.equal(
      'No content was provided',
    );
    await element.command('Overlay.open', { html: 'Ask us', group: 'help' });
    expect(textOf(dialogOf(element))).to.equal('Ask us');
    expect(await reasonOf(element.command('Overlay.close', { group: 'other' }))).to.equal(reserved);
    await element.command('Overlay.close', { group: 'help' });
    expect(isThere(element, 'modal')).to.equal(false);
  });

  it('refuses to show nothing, and to close nothing', async () => {
    const element = await tag();
    for (const html of ['', ' ', undefined, null, 7, {}]) {
      expect(await reasonOf(element.command('Overlay.open', { html }))).to.equal('No content was provided');
    }
    expect(await reasonOf(element.command('Overlay.close'))).to.equal('Overlay view is already closed');
  });
});
