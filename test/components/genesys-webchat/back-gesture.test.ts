import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { chatElement } from '../../support/chat-element.js';
import { until } from '../../support/frame-tab.js';
import { press } from '../../support/keyboard.js';
import { Visitor } from '../../support/visitor.js';

describe('going back from a <genesys-webchat> that fills the screen', () => {
  let element: GenesysWebchat;
  let visitor: Visitor;

  const load = async (): Promise<void> => {
    ({ element } = await chatElement());
    element.mobileMode = true;
    visitor = new Visitor(element);
  };

  const isShown = (): boolean => visitor.sees('window') !== undefined;

  const withHistoryAlone = (): void => {
    const ownState = { route: 'lamps', position: 3 };
    /** What the page's own router hears. */
    let heard: unknown[];
    /** How often an entry was made. */
    let entries: number;

    const onPopState = ({ state }: PopStateEvent): void => void heard.push(state);

    /** The history of a page that is not a frame: what frames that are gone have left there is not the same everywhere. */
    const setOwnState = (): void => {
      history.replaceState(ownState, '', '#lamps');
    };

    const isOurs = (): boolean => Reflect.has(Object(history.state) as object, 'genesysWebchat');

    const openHere = async (): Promise<void> => {
      await element.open();
      await visitor.finds('form');
      await until(isOurs);
    };

    const expectUndisturbed = (): void => {
      expect(heard).to.deep.equal([]);
    };

    beforeEach(async () => {
      heard = [];
      entries = 0;
      setOwnState();
      addEventListener('popstate', onPopState);
      const pushState = history.pushState.bind(history);
      history.pushState = (...entry) => {
        entries += 1;
        pushState(...entry);
      };
      await load();
    });

    afterEach(async () => {
      await element.minimize(true).catch(() => undefined);
      await until(() => !isOurs());
      removeEventListener('popstate', onPopState);
      Reflect.deleteProperty(history, 'pushState');
    });

    it('minimises the window, and the page stays where it is', async () => {
      await openHere();
      expect(history.state).to.include(ownState);
      history.back();
      await until(() => !isShown());
      await until(() => !isOurs());
      expect(location.hash).to.equal('#lamps');
      expect(history.state).to.deep.equal(ownState);
      expectUndisturbed();
    });

    it('takes away a question first', async () => {
      await element.startChat({ nickname: 'Ada' });
      (await visitor.finds('close-button')).click();
      await visitor.finds('confirm');
      await until(isOurs);
      history.back();
      await until(() => visitor.sees('confirm') === undefined);
      expect(isShown()).to.equal(true);
      await until(isOurs);
      history.back();
      await until(() => !isShown());
    });

    it('is the page’s own again when the window was closed otherwise', async () => {
      history.pushState({ route: 'heron' }, '', '#heron');
      await openHere();
      await element.close();
      await until(() => !isOurs());
      expect(history.state).to.deep.equal({ route: 'heron' });
      history.back();
      await until(() => location.hash === '#lamps');
      await until(() => heard.length > 0);
      expect(heard.at(-1)).to.deep.equal(ownState);
    });

    it('works again after the window has come back at once', async () => {
      await openHere();
      await element.minimize(true);
      await element.updateComplete;
      await element.minimize(false);
      await until(() => entries === 2);
      history.back();
      await until(() => !isShown());
      expectUndisturbed();
    });

    it('takes nobody back who has gone on in the page', async () => {
      await openHere();
      history.pushState({ route: 'egret' }, '', '#egret');
      await element.close();
      await until(() => !isShown());
      await element.updateComplete;
      expect(history.state).to.deep.equal({ route: 'egret' });
      expect(location.hash).to.equal('#egret');
      // So that our entry, which lies below, is not there for the next test.
      history.go(-2);
      await until(() => location.hash === '#lamps' && !isOurs());
    });

    it('leaves the history alone where the window does not fill the screen', async () => {
      element.mobileMode = false;
      await element.open();
      await visitor.finds('form');
      await element.updateComplete;
      expect(entries).to.equal(0);
    });
  };

  // An engine that has a `CloseWatcher` never takes this way.
  if (!window.CloseWatcher) describe('with the history alone', withHistoryAlone);

  describe('as the browser tells it', () => {
    it('minimises the window, and leaves no trace in the history of a browser that can tell', async () => {
      await load();
      const { length } = history;
      await element.open();
      await visitor.finds('form');
      await until(() => getComputedStyle(document.documentElement).overflowY === 'hidden');
      if (window.CloseWatcher) {
        // Android’s gesture is Escape elsewhere; the page has the focus, so that the window does not hear the key.
        visitor.focused?.blur();
        expect(history.length).to.equal(length);
        await press('Escape');
      } else history.back();
      await until(() => !isShown());
    });
  });
});
