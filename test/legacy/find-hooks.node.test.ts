import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeReplacement, replacementOf } from '../../src/legacy/describe-hook.js';
import { findHooks } from '../../src/legacy/find-hooks.js';

/** Texts as sites have them, and the hooks in them. */
const texts: Record<string, string[]> = {
  "$('.cx-menu').append(item)": ['.cx-menu'],
  '.cx-widget.cx-webchat .cx-titlebar > span': ['.cx-widget', '.cx-webchat', '.cx-titlebar'],
  "document.getElementById('x').querySelector('#cx_chat_information')": ['#cx_chat_information'],
  "$('#cx-chat-index-' + index)": ['#cx-chat-index-'],
  'button[data-message=ChatFormSubmit]': ['[data-message=ChatFormSubmit]'],
  '$("button[data-message=\\"ChatFormSubmit\\"]")': ['[data-message=ChatFormSubmit]'],
  ".i18n[data-message^='Chat' i]": ['[data-message=Chat]'],
  '[data-message]': ['[data-message]'],
  "command('Toaster.open', toast).done((e) => $(e.html).find('.cx-btn.cx-btn-primary, .cx-menu'))": ['.cx-menu'],
  "document.getElementById('cx_webchat_form_email').value": ['#cx_webchat_form_email'],
  'box.getElementsByClassName("cx-message")': ['.cx-message'],
  "document.getElementById('cxfield')": [],
  "$('.cx-btn-primary')": ['.cx-btn-primary'],
  "const width = box.cx - 1; style('.max-width', box.cx_total)": [],
};

for (const [text, hooks] of Object.entries(texts)) {
  void test(`in ${text} there are ${hooks.join(', ') || 'no hooks'}`, () => {
    assert.deepEqual(
      findHooks(text).map(({ hook }) => hook),
      hooks,
    );
  });
}

void test('a hook is told with where it stands', () => {
  assert.deepEqual(findHooks('a .cx-send, b .cx-form'), [
    { hook: '.cx-send', index: 2 },
    { hook: '.cx-form', index: 14 },
  ]);
});

/** Hooks, and what is said of them. */
const sentences: Record<string, string> = {
  '.cx-menu':
    'Style `genesys-webchat::part(menu)`, `genesys-webchat::part(menu-item)`; fill `slot="menu"`; run `WebChat.addMenuItem`.',
  '.cx-powered-by': 'There is no such line.',
  '#cx-chat-index-12':
    'Listen to `WebChat.messageAdded`. Messages have no ids in the page; `html[0]` of the event is the element.',
  '[data-message=ChatStarted]': 'See the option `i18n`. Each text is one key of the language pack.',
  '.cx-something':
    'The window of the chat is a shadow root with parts and slots of its own, which docs/parts.md lists.',
};

for (const [hook, sentence] of Object.entries(sentences)) {
  void test(`what takes the place of ${hook} is said in a sentence`, () => {
    assert.equal(describeReplacement(replacementOf(hook)), sentence);
  });
}
