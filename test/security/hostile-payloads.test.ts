import { expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/model/message.js';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { partsBelow } from '../support/on-screen.js';
import { StrictPage, type ToldEvent } from '../support/strict-page.js';
import { hostileContent } from './hostile-content.js';
import { payloads } from './payloads.js';
import { expectInert, type Wishes } from './expect-inert.js';

/** A way by which somebody else's text gets into the conversation. */
interface Entrance {
  readonly tell: (payload: string) => ToldEvent;
  /** What the site's preprocessor makes of each message. */
  readonly preprocess?: (message: ChatMessage) => Partial<ChatMessage>;
  /** Where the payload has to stand as it is: the part of that name, one for each payload. */
  readonly text?: string;
  /** What is wanted here beside text. */
  readonly wants?: Wishes;
  readonly attributes?: Readonly<Record<string, string>>;
}

const from = (nickname: string) => ({ nickname, participantId: 20, type: 'Agent' });
const visitor = { nickname: 'Ada', participantId: 1, type: 'Client' };
const says = (text: string): ToldEvent => ({ type: 'Message', text });

const entrances: Readonly<Record<string, Entrance>> = {
  'an agent’s message': { tell: says, text: 'bubble' },
  'the visitor’s own message': { tell: (text) => ({ ...says(text), from: visitor }), text: 'bubble' },
  'a message in markdown': { tell: says, attributes: { markdown: '' } },
  'a pushed address': { tell: (text) => ({ type: 'PushUrl', text }), text: 'bubble' },
  'an agent’s nickname': {
    tell: (nickname) => ({ type: 'Message', text: nickname, from: from(nickname) }),
    text: 'bubble',
  },
  'the name of who comes': {
    tell: (nickname) => ({ type: 'ParticipantJoined', from: from(nickname) }),
    text: 'system-line',
  },
  'a notice': { tell: (text) => ({ type: 'Notice', text: 'idle', messageType: text, userData: { [text]: text } }) },
  'a file': {
    tell: (name) => ({
      type: 'FileUploaded',
      text: name,
      userData: { 'file-id': name, 'file-name': name, 'file-type': name, 'file-size': name, [name]: name },
    }),
  },
  'cards, quick replies and attachments': {
    tell: says,
    preprocess: ({ text }) => ({ content: hostileContent(text) }),
    wants: 'pictures',
  },
  'a custom notice that a preprocessor shows as HTML': {
    tell: (text) => ({ type: 'CustomNotice', text }),
    preprocess: () => ({ type: 'Message', html: true }),
    wants: 'html',
  },
};

const last = 'https://last.example';

/** As many as are shown at once. */
const screenful = 90;
const screens = Array.from({ length: Math.ceil(payloads.length / screenful) }, (_, at) =>
  payloads.slice(at * screenful, (at + 1) * screenful),
);

/** Whether the last message is shown as well as it can be. */
function isRich(bubble: HTMLElement | undefined): boolean {
  return !!bubble?.textContent.includes(last) && !!bubble.querySelector('a');
}

describe('hostile payloads under a strict policy', function () {
  // Some hundred payloads each: a machine with much else to do needs its time.
  this.timeout(120_000);

  let server: LocalServerSide;
  let page: StrictPage;

  afterEach(() => {
    page.close();
  });

  for (const [name, { tell, preprocess, text, wants, attributes }] of Object.entries(entrances)) {
    it(`do nothing as ${name}`, async () => {
      server = LocalServerSide.ofItsOwn();
      page = await StrictPage.open(server, attributes);
      const { element } = page;
      const before = page.state;
      if (preprocess) {
        const preprocessor = (message: ChatMessage) =>
          Object.assign(message, message.text === last ? {} : preprocess(message));
        await element.command('WebChatService.registerPreProcessor', { preprocessor });
      }
      await element.open();
      for (const screen of screens) {
        await element.startChat({ nickname: 'Ada' });
        page.tell(...screen.map(tell), says(last));
        await until(() => isRich(partsBelow(element, 'bubble').at(-1)));
        // What is far from the view is not there: the visitor reads from the end to the beginning.
        const [log] = partsBelow(element, 'log');
        const read = new Set<string>();
        await until(() => {
          expectInert(page, before, wants);
          for (const { textContent } of text ? partsBelow(element, text) : []) read.add(textContent);
          const isAtBeginning = log?.scrollTop === 0;
          if (log) log.scrollTop -= 3000;
          return isAtBeginning && screen.every((payload) => !text || [...read].some((each) => each.includes(payload)));
        });
        await element.endChat();
      }
    });
  }
});

describe('the corpus of hostile payloads', () => {
  it('has some hundred', () => {
    expect(payloads).to.have.length.at.least(200);
  });
});
