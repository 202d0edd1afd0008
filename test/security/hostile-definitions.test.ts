import { expect } from '@open-wc/testing';
import type { FormDefinition } from '../../components/genesys-webchat/index.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { en } from '../../src/i18n/en.js';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { partsBelow } from '../support/on-screen.js';
import { StrictPage } from '../support/strict-page.js';
import { expectInert } from './expect-inert.js';
import { markupPayloads } from './markup-payloads.js';
import { payloads } from './payloads.js';
import { textPayloads } from './text-payloads.js';

/** What a definition may try beside the payload itself. */
const forbidden = [
  'onclick',
  'onfocus',
  'autofocus',
  'style',
  'form',
  'formaction',
  'src',
  'srcdoc',
  'is',
  'slot',
  'part',
];

const markup = Object.values(markupPayloads).flat();

/** As many as go into one form. */
const formful = 70;
const forms = Array.from({ length: Math.ceil(payloads.length / formful) }, (_, at) =>
  payloads.slice(at * formful, (at + 1) * formful),
);

describe('hostile texts of a site under a strict policy', function () {
  // Some hundred payloads each: a machine with much else to do needs its time.
  this.timeout(60_000);

  let server: LocalServerSide;
  let page: StrictPage;
  let before: StrictPage['state'];

  beforeEach(async () => {
    server = LocalServerSide.ofItsOwn();
    page = await StrictPage.open(server);
    before = page.state;
  });

  afterEach(() => {
    page.close();
  });

  /** A form with the payload in every place that takes one. */
  const formOf = (hostile: readonly string[]): FormDefinition => ({
    wrapper: hostile.join(' '),
    inputs: [
      ...hostile.flatMap((payload, at) => [
        { custom: payload },
        {
          ...Object.fromEntries(forbidden.map((attribute) => [attribute, payload])),
          ...{ [payload]: payload, id: payload, name: `${payload}-${String(at)}`, type: at % 3 ? 'text' : payload },
          ...{ label: payload, placeholder: payload, title: payload, value: payload, pattern: payload },
          wrapper: `${payload}{label}${payload}{input}${payload}`,
        },
        {
          ...{ name: `${payload}-list-${String(at)}`, type: 'select', label: payload, placeholder: payload },
          options: [payload, { text: payload, value: payload, group: payload, selected: true }],
        },
      ]),
      { custom: '<b>last</b>' },
    ],
  });

  it('do nothing as the definition of a form', async () => {
    for (const hostile of forms) {
      await page.element.open({ formJSON: formOf(hostile) });
      const form = await page.finds('form');
      await until(() => [...form.querySelectorAll('b')].some(({ textContent }) => textContent === 'last'));
      expectInert(page, before, 'html');
      await page.element.command('WebChat.close');
    }
  });

  it('are what a form is filled with', async () => {
    const inputs = payloads.map((payload, at) => ({ name: `field-${String(at)}`, type: 'textarea', label: 'a' }));
    const form = Object.fromEntries(payloads.map((payload, at) => [`field-${String(at)}`, payload]));
    await page.element.open({ formJSON: { inputs }, form });
    await until(() => partsBelow(page.element, 'input').length === inputs.length);
    const shown = partsBelow(page.element, 'input').map((input) => (input as HTMLTextAreaElement).value);
    expect(shown).to.deep.equal(payloads.map((payload) => payload.replace(/\r\n?/g, '\n')));
    expectInert(page, before, 'html');
  });

  it('are names that a form sends, whatever properties it has', async () => {
    const names = [...(textPayloads['names that objects have'] ?? [])];
    names.push(...(textPayloads['names that forms and documents have'] ?? []));
    const inputs = [{ name: 'firstname', value: 'Ada' }, ...names.map((name) => ({ name, id: name, value: name }))];
    await page.element.open({ formJSON: { inputs } });
    await until(() => partsBelow(page.element, 'input').length === inputs.length);
    (await page.finds('submit-button')).click();
    await page.finds('message-input');
    const [chat] = await server.chats();
    for (const name of names) expect(Object.entries(chat?.userData ?? {}), name).to.deep.include([name, name]);
    expectInert(page, before, 'html');
  });

  it('do nothing in the launcher', async () => {
    for (const [at, payload] of markup.entries()) {
      page.element.chatButtonTemplate = `<i>${String(at)}</i>${payload}`;
      await until(() => partsBelow(page.element, 'launcher-button')[0]?.querySelector('i')?.textContent === String(at));
      expectInert(page, before, 'html');
    }
  });

  it('are words in the menu', async () => {
    const command = 'WebChat.close';
    const add = (text: string) => page.element.command('WebChat.addMenuItem', { id: text, text, command });
    await Promise.all(payloads.map(add));
    await page.element.startChat({ nickname: 'Ada' });
    (await page.finds('menu-button')).click();
    await page.finds('menu-item');
    const shown = partsBelow(page.element, 'menu-item').map(({ textContent }) => textContent.trim());
    for (const payload of payloads) expect(shown, payload).to.include(payload.trim());
    expectInert(page, before);
  });

  it('do nothing over the conversation', async () => {
    await page.element.open();
    for (const [at, payload] of markup.entries()) {
      await page.element.command('WebChat.showOverlay', { html: `<i>${String(at)}</i>${payload}` });
      await until(() => partsBelow(page.element, 'overlay')[0]?.querySelector('i')?.textContent === String(at));
      expectInert(page, before, 'html');
    }
  });

  for (const type of ['text', 'html'] as const) {
    it(`do nothing as injected ${type}`, async () => {
      await page.element.startChat({ nickname: 'Ada' });
      const given = (type === 'html' ? markup : payloads).slice(-90);
      const inject = (text: string) => page.element.command('WebChat.injectMessage', { type, name: text, text });
      await Promise.all(given.map(inject));
      await inject('<u>last</u>');
      await until(() => partsBelow(page.element, 'bubble').at(-1)?.textContent.includes('last') === true);
      const shown = partsBelow(page.element, 'bubble').map(({ textContent }) => textContent);
      if (type === 'text')
        for (const payload of given) expect(shown.some((each) => each.includes(payload))).to.equal(true);
      expectInert(page, before, type === 'html' ? 'html' : undefined);
    });
  }

  it('are words of a language', async () => {
    const keys = Object.keys({ ...en, ...enFeatures });
    await page.element.open();
    for (let first = 0; first < payloads.length; first += keys.length) {
      const texts = Object.fromEntries(keys.map((key, at) => [key, payloads[(first + at) % payloads.length]]));
      page.element.i18n = { en: { webchat: { ...texts, ChatTitle: payloads[first] } } };
      await until(() => partsBelow(page.element, 'title')[0]?.textContent === payloads[first]);
      await until(
        () => partsBelow(page.element, 'submit-button')[0]?.textContent.trim() === texts['ChatFormSubmit']?.trim(),
      );
      expectInert(page, before);
    }
  });
});
