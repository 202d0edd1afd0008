import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, inShort } from './check-harness.js';

/** The ways in which sites write their configuration, each with a `userData` in it. */
const ways: Record<string, string> = {
  'section by section': 'window._genesys.widgets.webchat = { userData: {} };',
  'as a whole': 'window._genesys = { widgets: { webchat: { userData: {} } } };',
  'as a variable of the page': 'var _genesys = { widgets: { webchat: { userData: {} } } };',
  'option by option': "_genesys.widgets['webchat'].userData = {};",
  'by the name of 8.5': '_genesys.cxwidget.webchat = { userData: {} };',
  'in a variable': 'const chat = { userData: {} }; _genesys.widgets.webchat = chat;',
  'in a function': 'function chat() { return { userData: {} }; } _genesys.widgets.webchat = chat();',
  'through another name': 'const widgets = window._genesys.widgets; widgets.webchat = { userData: {} };',
  'over what is there': '_genesys.widgets.webchat = _genesys.widgets.webchat || { userData: {} };',
  'by a choice': '_genesys.widgets.webchat = live ? { userData: {} } : {};',
  'by merging': 'Object.assign(_genesys.widgets, { webchat: { userData: {} } });',
  'by merging with jQuery': '$.extend(true, window._genesys.widgets.webchat, { userData: {} });',
  'with a spread': 'const base = { userData: {} }; _genesys.widgets.webchat = { ...base };',
  'in a module': "import './other.js'; window._genesys.widgets.webchat = { userData: {} };",
};

for (const [way, text] of Object.entries(ways)) {
  void test(`a configuration is found ${way}`, () => {
    assert.deepEqual(
      check(text).map(({ verdict, subject, column }) => [verdict, subject, text.slice(column - 1)].slice(0, 2)),
      [['same', 'webchat.userData']],
    );
  });
}

void test('a configuration is read from JSON, in a file or in the tag', () => {
  const json = '{ "webchat": {\n "dataURL": "/chat" } }';
  assert.deepEqual(inShort(check(json, 'data')), ['2:2 same: webchat.dataURL']);
  const page = `<genesys-webchat>\n<script type="application/json">${json}</script></genesys-webchat>`;
  assert.deepEqual(inShort(check(page, 'page')), ['3:2 same: webchat.dataURL']);
});

/** Settings of `webchat`, and what is said of them. */
const settings: [setting: string, findings: string[]][] = [
  ['ajaxTimeout: 18000', ['better: webchat.ajaxTimeout']],
  [
    "ajaxTimeout: 'soon'",
    ['changes: webchat.ajaxTimeout It takes a whole number of milliseconds, 1 or more, at most 2147483647.'],
  ],
  ['ajaxTimeout: timeoutOf(page)', ['better: webchat.ajaxTimeout']],
  [
    "dataURL: 'http://gms.example/chat'",
    ['changes: webchat.dataURL Browsers let no page on https ask an http address: write https.'],
  ],
  ["dataURL: 'http://localhost:8080/chat'", ['same: webchat.dataURL']],
  ['chatButton: { enabled: true }', ['same: webchat.chatButton.enabled']],
  ['chatButton: true', ['changes: webchat.chatButton It takes an object.']],
  ['uploadsenabled: true', ['changes: webchat.uploadsenabled Write `webchat.uploadsEnabled`.']],
  ["theme: 'dark'", ['changes: webchat.theme Write `main.theme`.']],
  ['uplaodsEnabled: true', ['changes: webchat.uplaodsEnabled Write `webchat.uploadsEnabled`.']],
  ['chatButton: { enable: true }', ['changes: webchat.chatButton.enable Write `webchat.chatButton.enabled`.']],
  ['timeFormat: 24', ['better: webchat.timeFormat']],
  ['confirmCloseEnabled: true', ['changes: webchat.confirmCloseEnabled']],
  ['openHours: { from: 9 }', ['same: webchat.openHours']],
  ["transport: { type: 'pureengage-v3-rest' }", ['unsupported: webchat.transport.type']],
  ['transport: { async: { enabled: true } }', ['same: webchat.transport.async.enabled']],
  ['userData: { dataURL: 1, anything: { theme: 2 } }', ['same: webchat.userData']],
  [
    'emojis: true, emojis: false',
    ['changes: emojis It is overwritten by the same key at 1:44', 'better: webchat.emojis'],
  ],
];

for (const [setting, expected] of settings) {
  void test(`of webchat: { ${setting} } it says ${expected.join('; ')}`, () => {
    const findings = check(`_genesys.widgets.webchat = { ${setting} };`);
    const said = findings.map(({ verdict, subject, message }) => `${verdict}: ${subject} ${message}`);
    for (const each of expected)
      assert.ok(
        said.some((one) => one.startsWith(each)),
        said.join('\n'),
      );
    assert.equal(new Set(findings.map(({ subject }) => subject)).size, expected.length, said.join('\n'));
  });
}

void test('what does not matter any more, and what belongs to other channels, is said with why', () => {
  const findings = check(
    `_genesys.widgets = { main: { preload: ['webchat'], themes: { own: 'cx-theme-own' } }, callback: {}, mine: {} };`,
  );
  assert.deepEqual(
    findings.map(({ verdict, subject }) => `${verdict}: ${subject}`),
    ['better: main.preload', 'changes: main.themes', 'unsupported: callback'],
  );
  assert.ok(findings.every(({ message }) => message !== ''));
});

void test('language packs are looked into, in code and in files of their own', () => {
  const code = check("_genesys.widgets.main = { i18n: { fi: { webchat: { ChatTitle: 'Tuki', ChatEnded: 4 } } } };");
  assert.deepEqual(
    code.map(({ verdict, subject }) => `${verdict}: ${subject}`),
    ['better: main.i18n', 'same: language pack fi', 'changes: language pack: fi.webchat.ChatEnded (number)'],
  );
  assert.deepEqual(inShort(check('{ "fi": { "webchat": { "ChatTitle": "Tuki" } } }', 'data')), [
    '1:1 same: language pack fi',
  ]);
});

void test('other objects of a page are none of its business', () => {
  const other =
    'const shop = { webchat: { chatButton: 1 } }; shop.main = { theme: 3 }; other.widgets.webchat = { emojis: 1 };';
  assert.deepEqual(check(other), []);
  assert.deepEqual(check('{ "name": "site", "main": "index.js", "scripts": {} }', 'data'), []);
});
