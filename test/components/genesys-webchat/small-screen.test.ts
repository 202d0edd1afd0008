import { expect } from '@open-wc/testing';
import { closeTabs, FrameTab, until } from '../../support/frame-tab.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { partsBelow } from '../../support/on-screen.js';
import { Visitor } from '../../support/visitor.js';

describe('<genesys-webchat> on a phone that lies on its side', () => {
  /** Whether nothing of it is cut off or covered: its corners are what a finger would touch. */
  const isFree = (target: HTMLElement): boolean => {
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const root = target.getRootNode() as ShadowRoot;
    return [top + 8, bottom - 8].every((y) => target.contains(root.elementFromPoint((left + right) / 2, y)));
  };

  afterEach(closeTabs);

  for (const height of [360, 190]) {
    it(`leaves the form all of the screen, which is ${String(height)} pixels high`, async () => {
      const { element } = await FrameTab.open({ server: LocalServerSide.ofItsOwn(), size: { width: 740, height } });
      const visitor = new Visitor(element);
      await element.open();
      const window = await visitor.finds('window');
      await visitor.seesRest();
      expect(window.getBoundingClientRect()).to.include({ width: 740, height });
      const inputs = partsBelow(element, 'input') as HTMLInputElement[];
      expect(inputs.map(({ name }) => name)).to.deep.equal(['firstname', 'lastname', 'email', 'subject']);
      for (const input of inputs) {
        input.focus();
        await visitor.seesRest();
        expect(isFree(input), input.name).to.equal(true);
      }
      const submit = await visitor.finds('submit-button');
      submit.scrollIntoView();
      expect(isFree(submit)).to.equal(true);
    });
  }
});

describe('<genesys-webchat> that was open on the page before', function () {
  // Each page brings all of the product, a module at a time.
  this.timeout(60_000);
  afterEach(closeTabs);

  for (const [width, steps] of [
    [390, ['opened', 'minimized']],
    [900, ['opened']],
  ] as const) {
    it(`comes back as minimizeOnMobileRestore says where the page is ${String(width)} pixels wide`, async () => {
      const tab = await FrameTab.open({
        server: LocalServerSide.ofItsOwn(),
        size: { width, height: 800 },
        attributes: { 'minimize-on-mobile-restore': '', 'polling-live': '25', 'polling-idle': '25' },
      });
      await tab.element.startChat({ nickname: 'Ada' });
      await tab.finds('message-input');
      await tab.reload();
      const told = () => tab.windowSteps.filter((step) => step !== 'messageAdded');
      await until(() => told().length >= steps.length && tab.element.shadowRoot?.childElementCount === 2);
      expect(told()).to.deep.equal(steps);
      expect(tab.sees('window') === undefined).to.equal(width === 390);
    });
  }
});
