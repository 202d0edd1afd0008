import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, inShort } from './check-harness.js';

/** Lines of code, and what is said of them. */
const lines: [code: string, findings: string[]][] = [
  ["CXBus.command('WebChat.open', { form: {} })", ['1:1 changes: CXBus.command', '1:15 same: command WebChat.open']],
  [
    "_genesys.widgets.bus.command('WebChatService.startChat')",
    ['1:1 changes: _genesys.widgets.bus.command', '1:30 same: command WebChatService.startChat'],
  ],
  ['plugin.subscribe(`WebChatService.ended`, done)', ['1:19 same: event WebChatService.ended']],
  ["plugin.before('WebChat.open', (options) => options)", ['1:15 same: command WebChat.open']],
  ["bus.command('cx.plugin.WebChat.open')", ['1:13 same: command WebChat.open']],
  [
    "['WebChat.opened', 'WebChat.closed'].forEach(count)",
    ['1:2 same: event WebChat.opened', '1:20 same: event WebChat.closed'],
  ],
  ["const name = 'WebChat.opened'; plugin.subscribe(name, count)", ['1:14 same: event WebChat.opened']],
  [
    "bus.command('WebChat.open', { async: true })",
    ['1:13 same: command WebChat.open', '1:31 changes: async of command WebChat.open'],
  ],
  [
    "bus.command('WebChat.injectMessage', { text: 'Hi', custom: true, bubble: { fill: 'red' } })",
    ['1:13 same: command WebChat.injectMessage', '1:66 same: bubble of command WebChat.injectMessage'],
  ],
  ["bus.command('WebChat.dance')", ['1:13 unsupported: command WebChat.dance']],
  ["bus.command('WebChat.minimise')", ['1:13 changes: command WebChat.minimise']],
  ["bus.subscribe('WebChatservice.Started', tell)", ['1:15 changes: event WebChatservice.Started']],
  ["bus.command('Overlays.dance')", []],
  ["bus.subscribe('WebChat.failed', tell)", ['1:15 changes: event WebChat.failed']],
  ["bus.command('Callback.open')", ['1:13 unsupported: command Callback.open']],
  ["bus.registerPlugin('Mine')", ['1:20 same: plugin Mine']],
  ["bus.registerPlugin('WebChat')", ['1:20 changes: plugin WebChat']],
  ["bus.command('Mine.dance'); log('Calendar.open')", []],
];

for (const [code, findings] of lines) {
  void test(`of ${code} it says ${findings.join('; ') || 'nothing'}`, () =>
    assert.deepEqual(inShort(check(code)), findings));
}

void test('of a name that is a letter apart from one that there is, it says which is meant', () => {
  assert.deepEqual(
    check("bus.command('WebChat.minimise'); bus.subscribe('WebChatServices.ended');").map(({ message }) => message),
    [
      'WebChat has no command of this name: write `WebChat.minimize`.',
      'There is no plugin of this name: write `WebChatService.ended`.',
    ],
  );
});

void test('what runs before the chat is there is told, and what runs later is not', () => {
  const early = '<script>CXBus.configure({ debug: true });</script>';
  assert.deepEqual(inShort(check(early, 'page')), ['1:9 changes: CXBus.configure']);
  for (const later of [
    '<script type="module">CXBus.configure({ debug: true });</script>',
    '<script>script.onload = () => CXBus.configure({ debug: true });</script>',
  ]) {
    assert.deepEqual(check(later, 'page'), []);
  }
});

const extension = "_genesys.widgets.extensions = { Mine: function ($, CXBus) { var bar = 1;\n $('body').show(); } };";

void test('an extension that needs jQuery is told of the smaller one in a page without', () => {
  assert.deepEqual(inShort(check(extension, 'script', false)), [
    '1:33 same: extension Mine',
    '2:2 same: $ in extension Mine',
  ]);
});

void test('it is not where the page has jQuery, or where no page was read', () => {
  for (const hasJQuery of [true, undefined]) {
    assert.deepEqual(inShort(check(extension, 'script', hasJQuery)), ['1:33 same: extension Mine']);
  }
});

void test('an extension that is no function is told', () => {
  assert.deepEqual(inShort(check("_genesys.widgets.extensions['Mine'] = { name: 'Mine' };")), [
    '1:1 changes: extension Mine',
  ]);
});
