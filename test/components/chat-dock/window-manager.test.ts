import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { reasonOf } from '../../bus/harness.js';
import { findPart, part, textOf } from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';
import { appears, tag } from '../neighbours/neighbour-fixture.js';

/** An element of the page of that size. */
function view(width: number, height: number): HTMLElement {
  const element = document.createElement('button');
  element.textContent = 'A';
  element.style.cssText = `width: ${String(width)}px; height: ${String(height)}px`;
  return element;
}

describe('WindowManager', () => {
  const isApart = (one: Element | undefined, other: Element | undefined): boolean => {
    if (!one || !other) return false;
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const isSomewhere = a.width > 0 && b.width > 0;
    return isSomewhere && (a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
  };
  const areApart = (...elements: readonly (Element | undefined)[]): boolean =>
    elements.every((one, at) => elements.slice(at + 1).every((other) => isApart(one, other)));

  const changes = (element: GenesysWebchat) => {
    const told: unknown[] = [];
    element.bus.subscribe('WindowManager.changed', ({ data }) => told.push(data));
    return told;
  };

  for (const dir of ['ltr', 'rtl']) {
    it(`gives views and buttons places that nothing else has: ${dir}`, async () => {
      const element = await tag({}, dir);
      const [first, second, button] = [view(90, 60), view(80, 80), view(44, 44)];
      await element.command('WindowManager.registerDockView', { html: first });
      await element.command('WindowManager.registerDockView', { html: [second] });
      await element.command('WindowManager.registerSideButton', { html: button });
      await until(() => areApart(first, second, button, findPart(element, 'launcher-button')));
      await element.command('Toaster.open', { type: 'generic', title: 'Half price' });
      await until(() =>
        areApart(first, second, button, findPart(element, 'toaster'), findPart(element, 'launcher-button')),
      );
      const edge = part(element, 'launcher-button').getBoundingClientRect();
      const { left, right } = button.getBoundingClientRect();
      expect(dir === 'ltr' ? right : left).to.be.closeTo(dir === 'ltr' ? edge.right : edge.left, 1);
    });
  }

  it('moves them aside for the window, and back', async () => {
    const element = await tag();
    const [dockView, button] = [view(60, 60), view(44, 44)];
    await element.command('WindowManager.registerDockView', { html: dockView });
    await element.command('WindowManager.registerSideButton', { html: button });
    await element.open();
    await appears(element, 'window');
    await until(() => areApart(dockView, button, findPart(element, 'window')));
    await element.minimize(true);
    await until(() => areApart(dockView, button, findPart(element, 'launcher-button')));
    await until(() => innerWidth - dockView.getBoundingClientRect().right < 300);
  });

  it('hides them behind a window that fills the screen, but not a card that has something to say', async () => {
    const element = await tag({ main: { mobileMode: true } });
    const dockView = view(60, 60);
    await element.command('WindowManager.registerDockView', { html: dockView });
    await element.command('Toaster.open', { type: 'generic', title: 'Half price' });
    await element.open();
    await appears(element, 'window');
    await until(() => !dockView.checkVisibility());
    const { top, left } = part(element, 'toaster').getBoundingClientRect();
    const root = element.shadowRoot;
    await until(() => root?.elementFromPoint(left + 20, top + 20)?.localName === 'genesys-chat-toaster');
  });

  it('tells of what comes and goes, and of other places', async () => {
    const element = await tag();
    const told = changes(element);
    const dockView = view(60, 60);
    await element.command('WindowManager.registerDockView', { html: dockView });
    await until(() => JSON.stringify(told.at(-1)) === JSON.stringify({ dockViews: 1, sideButtons: 0 }));
    const before = told.length;
    await element.open();
    await until(() => told.length > before);
    dockView.remove();
    await until(() => JSON.stringify(told.at(-1)) === JSON.stringify({ dockViews: 0, sideButtons: 0 }));
  });

  it('makes markup of the page harmless, and gives what it has made of it', async () => {
    const element = await tag();
    const { html } = await element.command('WindowManager.registerSideButton', {
      html: '<button onclick="throw 0">Call us</button><script>throw 0</script>',
    });
    const [made] = Array.from(html);
    expect(made?.parentElement === element).to.equal(true);
    expect(textOf(made)).to.equal('Call us');
    expect(made?.querySelector('script, [onclick]') === null).to.equal(true);
  });

  it('refuses nothing at all', async () => {
    const element = await tag();
    for (const name of ['registerDockView', 'registerSideButton'] as const) {
      const refused = element.command(`WindowManager.${name}`, { html: '' });
      expect(await reasonOf(refused)).to.equal('No content was provided');
    }
  });

  it('leaves the page between them to the page', async () => {
    const element = await tag();
    await element.command('WindowManager.registerDockView', { html: view(60, 200) });
    await element.command('WindowManager.registerSideButton', { html: view(44, 44) });
    await until(() => element.children.length === 2);
    const { left, top } = (element.lastElementChild as HTMLElement).getBoundingClientRect();
    expect(document.elementFromPoint(left - 3, top + 5) === element).to.equal(false);
  });
});
