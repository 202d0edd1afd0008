import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-transcript/chat-transcript.js';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import type { Participant } from '../../../src/model/participant.js';
import { FakeChat, ann, chatFixture, part, parts, settled, textOf } from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';

const ben: Participant = { participantId: 3, nickname: 'Ben', type: 'Agent' };
const count = 10_000;

describe('genesys-chat-transcript with ten thousand messages', function () {
  this.timeout(30_000);

  let chat: FakeChat;
  let element: ChatTranscript;

  const log = (): HTMLElement => part(element, 'log');
  const bubbles = (): HTMLElement[] => parts(element, 'bubble');
  const texts = (): string[] => bubbles().map(textOf);
  const pages = (): Element[] => [...(element.shadowRoot?.querySelectorAll('.page') ?? [])];
  const isAtEnd = (): boolean => log().scrollHeight - log().scrollTop - log().clientHeight < 2;
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

  /** What reads "Message 12" or the like. */
  const message = (number: number): string => `Message ${String(number)}`;

  /** The bubbles that the visitor sees, by their texts. */
  const inView = (): string[] => {
    const view = log().getBoundingClientRect();
    return bubbles()
      .filter((bubble) => {
        const { top, bottom } = bubble.getBoundingClientRect();
        return bottom > view.top && top < view.bottom;
      })
      .map(textOf);
  };

  /** Waits until what the visitor sees stays what it is. */
  const atRest = async (): Promise<string[]> => {
    for (let before = '', still = 0; still < 5;) {
      await frame();
      await settled(element);
      const now = `${String(log().scrollTop)} ${inView().join()}`;
      still = now === before ? still + 1 : 0;
      before = now;
    }
    return inView();
  };

  /** Scrolls half the way up; what is then to be read. */
  const readsInTheMiddle = async (): Promise<string[]> => {
    log().scrollTop = log().scrollHeight / 2;
    await until(() => inView().length > 0);
    return atRest();
  };

  /** The elements that changed, and those that were put into others. */
  const elementsOf = (records: readonly MutationRecord[]): Element[] =>
    records
      .flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      .flatMap((node) => (node instanceof Element ? node : (node.parentElement ?? [])));

  /** What the work changes in the transcript. */
  const changesOf = async (work: () => void): Promise<MutationRecord[]> => {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(element.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
    work();
    await atRest();
    records.push(...observer.takeRecords());
    observer.disconnect();
    return records;
  };

  /** Shows a conversation whose first message has that index. */
  const show = async (first = 1): Promise<void> => {
    chat = new FakeChat();
    chat.start();
    chat.stores.isAsync.set(first > 1);
    element = await chatFixture<ChatTranscript>(chat, html`<genesys-chat-transcript></genesys-chat-transcript>`);
    element.style.blockSize = '300px';
    // Parties take turns, so that what stands next to one that comes does not change.
    const entries = Array.from({ length: count }, (_, index) =>
      chat.entry({ index: first + index, text: message(first + index), from: index % 2 ? ann : ben }),
    );
    chat.stores.messages.set(entries);
    await settled(element);
  };

  /** Shows it, and waits until it stands at its end. */
  const comesToRest = async (first?: number): Promise<void> => {
    await show(first);
    await until(() => pages().length > 1);
    await until(isAtEnd);
    await atRest();
  };

  it('shows the newest at once, and of the others no more than what is near', async () => {
    await show();
    expect(texts().at(-1)).to.equal(message(count));
    expect(bubbles()).to.have.length.at.most(100);
    await until(() => pages().length === count / 100);
    await until(isAtEnd);
    expect(await atRest()).to.include(message(count));
    expect(bubbles()).to.have.length.below(400);
  });

  it('fills in slices as the visitor goes up, and never has much more than is near', async () => {
    await comesToRest();
    let seen = count;
    for (let step = 0; step < 12; step += 1) {
      log().scrollTop -= 1200;
      await frame();
      expect(bubbles()).to.have.length.below(600);
      const [first = ''] = await atRest();
      const number = Number(first.replace('Message ', ''));
      expect(number).to.be.below(seen);
      seen = number;
    }
  });

  it('shows the beginning to who goes there', async () => {
    await comesToRest();
    log().scrollTop = 0;
    await until(() => inView().includes(message(1)));
    await until(() => bubbles().length < 500);
  });

  it('changes no closed page, and no other bubble, when one more message comes', async () => {
    await comesToRest();
    const before = new Set(bubbles());
    const closed = pages();
    const records = await changesOf(() => chat.say('Another', ben));
    expect(elementsOf(records).filter((each) => closed.some((page) => page.contains(each)))).to.deep.equal([]);
    expect(
      bubbles()
        .filter((bubble) => !before.has(bubble))
        .map(textOf),
    ).to.deep.equal(['Another']);
    const more = await changesOf(() => chat.say('And another', ann));
    const entries = new Set(elementsOf(more).flatMap((each) => each.closest('.message') ?? []));
    expect([...entries].map(textOf).join()).to.match(/^(?!.*,).*And another/);
  });

  it('renders no message anew when something else in the chat changes', async () => {
    await comesToRest();
    const records = await changesOf(() => {
      chat.stores.typing.set([ann]);
      chat.setDraft('I am');
    });
    expect(elementsOf(records).filter((each) => each.closest('.page'))).to.deep.equal([]);
  });

  it('keeps the place of who reads while messages come', async () => {
    await comesToRest();
    const read = await readsInTheMiddle();
    for (let number = 0; number < 3; number += 1) {
      chat.say(`New ${String(number)}`);
      await settled(element);
    }
    expect(await atRest()).to.deep.equal(read);
  });

  it('keeps the place of who reads while the window is minimised', async () => {
    await comesToRest();
    const read = await readsInTheMiddle();
    element.hidden = true;
    await frame();
    chat.say('Meanwhile');
    await settled(element);
    await frame();
    element.hidden = false;
    await until(() => inView().length > 0);
    expect(await atRest()).to.deep.equal(read);
  });

  it('keeps the place of who reads when what was said before is put in front, and no page changes', async () => {
    await comesToRest(251);
    await until(() => element.shadowRoot?.querySelector('genesys-chat-history:defined') != null);
    const read = await readsInTheMiddle();
    const top = (): number => {
      const bubble = bubbles().find((each) => textOf(each) === read[1]);
      return (bubble?.getBoundingClientRect().top ?? Number.NaN) - log().getBoundingClientRect().top;
    };
    const before = top();
    const older = Array.from({ length: 100 }, (_, at) => chat.entry({ index: 151 + at, text: 'Older', from: ann }));
    const records = await changesOf(() => {
      chat.stores.messages.set([...older, ...chat.stores.messages.get()]);
    });
    expect(inView()).to.deep.equal(read);
    expect(top()).to.be.closeTo(before, 2);
    expect(elementsOf(records).filter((each) => each.closest('.message'))).to.deep.equal([]);
  });
});
