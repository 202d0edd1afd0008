import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { closeTabs, FrameTab, until } from '../../support/frame-tab.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { replace } from '../../support/replace.js';

const phone = { width: 390, height: 700 };

/** What a phone shows of a page, which its keyboard and a pinch make less. */
class VisibleView extends EventTarget {
  height = phone.height;
  offsetTop = 0;
  scale = 1;

  change(change: Partial<Pick<VisibleView, 'height' | 'offsetTop' | 'scale'>>): void {
    Object.assign(this, { height: phone.height, offsetTop: 0, scale: 1 }, change);
    this.dispatchEvent(new Event('resize'));
  }
}

type PageWindow = Window & typeof globalThis;

describe('the page behind a <genesys-webchat> that fills the screen', () => {
  let tab: FrameTab;
  let element: GenesysWebchat;
  let page: PageWindow;

  const load = async (mobileMode = 'auto'): Promise<void> => {
    const attributes = { 'polling-live': '25', 'polling-idle': '25', 'mobile-mode': mobileMode };
    tab = await FrameTab.open({ server: LocalServerSide.ofItsOwn(), size: phone, attributes });
    ({ element } = tab);
    page = element.ownerDocument.defaultView!;
    page.document.body.style.blockSize = '3000px';
  };

  const root = (): HTMLElement => page.document.documentElement;

  const isHeld = (): boolean => page.getComputedStyle(root()).overflowY === 'hidden';

  /** Opens the window, and waits until it has taken the screen over. */
  const open = async (): Promise<void> => {
    await element.open();
    await tab.finds('form');
    await until(isHeld);
  };

  const isGone = (): boolean => tab.sees('window') === undefined;

  afterEach(closeTabs);

  it('does not scroll, and is given back as it was', async () => {
    await load();
    root().style.setProperty('overflow', 'scroll', 'important');
    page.scrollTo(0, 700);
    await open();
    expect(page.scrollY).to.equal(700);
    await element.minimize(true);
    await until(() => !isHeld());
    expect(root().style.getPropertyValue('overflow')).to.equal('scroll');
    expect(root().style.getPropertyPriority('overflow')).to.equal('important');
    expect(page.scrollY).to.equal(700);
  });

  it('has its place again where its body is what scrolls', async () => {
    await load();
    root().style.blockSize = '100%';
    page.document.body.style.cssText = 'block-size: 100%; margin: 0; overflow: auto;';
    page.document.body.insertAdjacentHTML('afterbegin', '<div></div>');
    (page.document.body.firstElementChild as HTMLElement).style.blockSize = '3000px';
    page.scrollTo(0, 700);
    await open();
    await element.close();
    await until(() => !isHeld());
    expect(page.scrollY).to.equal(700);
    expect(root().style.overflow).to.equal('');
  });

  it('keeps what it sets for itself meanwhile', async () => {
    await load();
    await open();
    root().style.overflow = 'clip';
    await element.minimize(true);
    await until(isGone);
    await element.updateComplete;
    expect(root().style.overflow).to.equal('clip');
  });

  it('scrolls again when the tag is taken out, and not because it is moved', async () => {
    await load();
    await open();
    page.document.body.prepend(element);
    await element.updateComplete;
    expect(isHeld()).to.equal(true);
    element.remove();
    await until(() => !isHeld());
  });

  it('scrolls where the window does not fill the screen', async () => {
    await load('false');
    await element.open();
    await tab.finds('form');
    await element.updateComplete;
    expect(isHeld()).to.equal(false);
  });

  it('is held when the window comes to fill the screen, and scrolls when it no longer does', async () => {
    await load('false');
    await element.open();
    await tab.finds('form');
    element.mobileMode = true;
    await until(isHeld);
    element.mobileMode = false;
    await until(() => !isHeld());
  });
});

describe('a <genesys-webchat> that fills the screen', () => {
  afterEach(closeTabs);

  it('fits what the on-screen keyboard leaves free, and is left alone by a pinch', async () => {
    const tab = await FrameTab.open({ server: LocalServerSide.ofItsOwn(), size: phone });
    const page = tab.element.ownerDocument.defaultView!;
    const view = new VisibleView();
    const restore = replace(page, 'visualViewport', view);
    const area = (): { top: number; height: number } => {
      const { top, height } = tab.sees('window')?.getBoundingClientRect() ?? { top: -1, height: -1 };
      return { top, height };
    };
    const isAt = (top: number, height: number): Promise<void> =>
      until(() => area().top === top && area().height === height);
    const { overflow } = page.document.documentElement.style;
    await tab.element.open();
    await tab.finds('form');
    await until(() => page.document.documentElement.style.overflow !== overflow);
    await isAt(0, 700);
    view.change({ height: 400, offsetTop: 120 });
    await isAt(120, 400);
    view.change({});
    await isAt(0, 700);
    view.change({ height: 350, offsetTop: 50, scale: 2 });
    await isAt(0, 700);
    view.change({ height: 400 });
    await isAt(0, 400);
    await tab.element.minimize(true);
    await until(() => tab.sees('window') === undefined);
    view.change({});
    await tab.element.minimize(false);
    await isAt(0, 700);
    restore();
  });
});
