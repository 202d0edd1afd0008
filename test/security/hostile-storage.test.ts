import { expect } from '@open-wc/testing';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { partOnScreen, partsBelow } from '../support/on-screen.js';
import { StrictPage } from '../support/strict-page.js';
import { expectInert } from './expect-inert.js';
import { markupPayloads } from './markup-payloads.js';

/** As many as are shown at once. */
const texts = [...new Set(Object.values(markupPayloads).flat())].slice(0, 60);

/** A message that a page says the server has refused, with words of the server. */
const refused = (text: string, at: number) => ({
  ...{ id: `hostile-${String(at)}`, text, writtenAt: Date.now(), sentAt: Date.now(), position: 1, revision: 1 },
  ...{ state: 'failed', failure: { status: 200, statusCode: 2, errors: [], operation: text, message: text } },
});

describe('hostile texts in the storage, under a strict policy', function () {
  this.timeout(60_000);

  it('are words on the next page, as what is not sent and as the draft', async () => {
    const server = LocalServerSide.ofItsOwn();
    const first = await StrictPage.open(server);
    await first.element.startChat({ nickname: 'Ada' });
    await first.finds('message-input');
    first.close();

    const place = Object.keys(localStorage)
      .find((name) => name.endsWith('/session'))
      ?.replace(/session$/, '');
    for (const [at, text] of texts.entries()) {
      localStorage.setItem(`${place}outbox/hostile-${String(at)}`, JSON.stringify(refused(text, at)));
    }
    const draft = texts.join(' ').slice(0, 400);
    localStorage.setItem(`${place}draft`, JSON.stringify(draft));

    const next = await StrictPage.open(server);
    try {
      const before = next.state;
      const shown = () => partsBelow(next.element, 'bubble').map(({ textContent }) => textContent);
      await until(() => texts.every((text) => shown().some((each) => each.includes(text))));
      await until(() => partOnScreen(next.element, 'message-input') !== undefined);
      expect(partOnScreen(next.element, 'message-input')).to.have.property('value', draft);
      expectInert(next, before);
      expect(await server.visitorTexts()).to.deep.equal([]);
      await next.element.endChat();
    } finally {
      next.close();
    }
  });
});
