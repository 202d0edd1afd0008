import { expect } from '@open-wc/testing';
// Loaded with the first message, it might come more than two seconds later, when it makes no sound any more.
import '../../../components/attention/attention.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import type { Agent } from '../../support/agent.js';
import { chatElement, nextEvent } from '../../support/chat-element.js';
import { until } from '../../support/frame-tab.js';
import { press } from '../../support/keyboard.js';
import { Visitor } from '../../support/visitor.js';

/** Tones that the page has begun. */
class FakeAudio {
  static tones: number[] = [];
  readonly currentTime = 0;
  readonly destination = {};

  createGain(): unknown {
    const gain = { value: 0, setValueAtTime: () => gain, linearRampToValueAtTime: () => gain };
    return { gain: { ...gain, exponentialRampToValueAtTime: () => gain }, connect: (next: unknown) => next };
  }

  createOscillator(): unknown {
    const frequency = { value: 0 };
    return {
      frequency,
      connect: (next: unknown) => next,
      addEventListener: (_: string, ended: () => void) => {
        ended();
      },
      start: () => FakeAudio.tones.push(frequency.value),
      stop: () => undefined,
    };
  }

  resume(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('what calls a visitor back', () => {
  const { title } = document;
  const audio = globalThis.AudioContext;
  let element: GenesysWebchat;
  let agent: Agent;

  const hidePage = (isHidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  const hears = async (text: string): Promise<void> => {
    const received = nextEvent(element, 'messageReceived');
    await agent.write(text);
    await received;
  };

  beforeEach(async () => {
    const chat = await chatElement();
    element = chat.element;
    await element.startChat({ nickname: 'Ada' });
    const joined = nextEvent(element, 'agentConnected');
    agent = await chat.server.join();
    await joined;
    await new Visitor(element).finds('composer');
    FakeAudio.tones = [];
    globalThis.AudioContext = FakeAudio as unknown as typeof AudioContext;
  });

  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
    globalThis.AudioContext = audio;
    document.title = title;
  });

  describe('the title', () => {
    it('tells how many messages came while the window was away, until it is back', async () => {
      await element.minimize(true);
      await hears('One');
      await until(() => document.title === `(1) unread – ${title}`);
      await hears('Two');
      await until(() => document.title === `(2) unread – ${title}`);
      await element.minimize(false);
      expect(document.title).to.equal(title);
    });

    it('tells how many came while the page was hidden', async () => {
      hidePage(true);
      await hears('One');
      await until(() => document.title === `(1) unread – ${title}`);
      hidePage(false);
      expect(document.title).to.equal(title);
    });

    it('is left alone while the visitor looks on', async () => {
      await hears('One');
      hidePage(true);
      hidePage(false);
      expect(document.title).to.equal(title);
    });

    it('stays the page’s when the page changes it meanwhile', async () => {
      await element.minimize(true);
      await hears('One');
      await until(() => document.title.startsWith('(1)'));
      document.title = 'Basket';
      await hears('Two');
      await until(() => document.title === '(2) unread – Basket');
      document.title = 'Paid';
      await element.minimize(false);
      expect(document.title).to.equal('Paid');
    });

    it('is as it was when the tag goes', async () => {
      await element.minimize(true);
      await hears('One');
      await until(() => document.title.startsWith('(1)'));
      element.remove();
      expect(document.title).to.equal(title);
    });

    it('is left alone where the site wants that', async () => {
      element.titleNotice = false;
      await element.updateComplete;
      element.sound = true;
      await press('a');
      await element.minimize(true);
      await hears('One');
      await until(() => FakeAudio.tones.length > 0);
      expect(document.title).to.equal(title);
    });
  });

  describe('the sound', () => {
    const turnEnds = async (): Promise<void> => {
      await navigator.locks.request('genesys-webchat/sound', () => undefined);
    };

    beforeEach(async () => {
      await turnEnds();
      await press('a');
      FakeAudio.tones = [];
    });

    it('is two tones, where the site wants them', async () => {
      element.sound = true;
      hidePage(true);
      await hears('One');
      await until(() => FakeAudio.tones.length === 2);
      expect(FakeAudio.tones[1]).to.be.greaterThan(FakeAudio.tones[0] ?? 0);
    });

    it('is one for all tabs, and one for messages that come at once', async () => {
      element.sound = true;
      hidePage(true);
      await hears('One');
      await until(() => FakeAudio.tones.length === 2);
      await hears('Two');
      await until(() => document.title.startsWith('(2)'));
      await turnEnds();
      expect(FakeAudio.tones).to.have.length(2);
    });

    it('is not made while the visitor looks on, here or in another tab', async () => {
      element.sound = true;
      await hears('One');
      await until(async () => {
        const { held = [] } = await navigator.locks.query();
        return held.some(({ name }) => name?.endsWith('/sound'));
      });
      hidePage(true);
      await hears('Two');
      await until(() => document.title.startsWith('(1)'));
      await turnEnds();
      expect(FakeAudio.tones).to.have.length(0);
    });

    it('is not made by default', async () => {
      hidePage(true);
      await hears('One');
      await until(() => document.title.startsWith('(1)'));
      await turnEnds();
      expect(FakeAudio.tones).to.have.length(0);
    });
  });
});
