import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, inShort } from './check-harness.js';

void test('hooks of the old window are found in code, each at its place, with what takes its place', () => {
  const findings = check(
    `$('.cx-webchat .cx-send').hide();\nbox.classList.contains('cx-minimized');\npage.getElementById('cx_webchat_form_email');`,
  );
  assert.deepEqual(inShort(findings), [
    '1:4 changes: hook .cx-webchat',
    '1:16 changes: hook .cx-send',
    '2:24 changes: hook .cx-minimized',
    '3:21 changes: hook #cx_webchat_form_email',
  ]);
  assert.match(findings[1]?.message ?? '', /genesys-webchat::part\(send-button\)/);
});

void test('the classes of a toast’s buttons are hooks no more in code that opens one', () => {
  const find = `$(toast.html).find('.cx-btn-primary')`;
  assert.deepEqual(inShort(check(find)), ['1:21 changes: hook .cx-btn-primary']);
  assert.deepEqual(inShort(check(`bus.command('Toaster.open', card).done((toast) => ${find})`)), [
    '1:13 same: command Toaster.open',
  ]);
});

void test('they are found in styles, in a file or in a page, but not in comments', () => {
  const style = '/* .cx-alert */\n.cx-form { color: red }';
  assert.deepEqual(inShort(check(style, 'style')), ['2:1 changes: hook .cx-form']);
  assert.deepEqual(inShort(check(`<style>${style}</style>`, 'page')), ['2:1 changes: hook .cx-form']);
});

void test('HTML with handlers is told in code that has to do with the chat, and in no other', () => {
  const html = `'<button onclick="go()">Go</button>'`;
  assert.deepEqual(inShort(check(`bus.command('WebChat.showOverlay', { html: ${html} })`)), [
    '1:13 same: command WebChat.showOverlay',
    '1:44 changes: inline handler',
  ]);
  assert.deepEqual(check(`list.append(${html})`), []);
});

void test('the script of the chat is told where it is loaded as no module', () => {
  const script = (attributes: string) => `<script ${attributes}src="/chat/genesys-webchat.js?v=2"></script>`;
  assert.deepEqual(inShort(check(script(''), 'page')), ['1:9 changes: /chat/genesys-webchat.js?v=2']);
  assert.deepEqual(check(script('type="module" '), 'page'), []);
});

void test('the scripts and styles of Genesys Widgets are told, wherever they are loaded', () => {
  const page = `<link rel="stylesheet" href="/w/widgets.min.css">
<script src="https://cdn.example/9.0/cxbus.min.js?v=2"></script>
<script>load('/w/widgets.min.js');</script>`;
  assert.deepEqual(inShort(check(page, 'page')), [
    '3:14 changes: /w/widgets.min.js',
    '1:24 changes: /w/widgets.min.css',
    '2:9 changes: https://cdn.example/9.0/cxbus.min.js?v=2',
  ]);
});

void test('handlers in a page are read, at the place of the attribute', () => {
  const page = `<p>\n<a onclick="if (x &amp;&amp; y) CXBus.command('WebChat.open')" onfocus="other()">Chat</a>`;
  assert.deepEqual(inShort(check(page, 'page')), ['2:4 same: command WebChat.open', '2:4 same: inline handler']);
});

void test('an address that runs code is such a handler', () => {
  const page = `<a href="javascript:CXBus.command('WebChat.open')">Chat</a><a href="/chat">Chat</a>`;
  assert.deepEqual(inShort(check(page, 'page')), ['1:4 same: command WebChat.open', '1:4 same: inline handler']);
});

void test('places are right behind line ends of every kind, and in pages with odd HTML', () => {
  const page = `<!doctype html>\r\n<title>é😀</title>\r\n<table><script>\r\nbus.command(\r\n'WebChat.open')</script></table>`;
  assert.deepEqual(inShort(check(page, 'page')), ['5:1 same: command WebChat.open']);
});

void test('scripts that are no code are left alone, and code that nobody can read is told', () => {
  assert.deepEqual(check('<script type="text/template">{{ CXBus</script>', 'page'), []);
  const [finding, ...more] = check('<p>\n<script>\nvar chat = ;</script>', 'page');
  assert.deepEqual(
    [finding?.line, finding?.column, finding?.verdict, finding?.message],
    [3, 12, 'changes', 'No browser can read it: Unexpected token.'],
  );
  assert.deepEqual(more, []);
});

void test('code that is nested too deep to be read is told, and nothing breaks', () => {
  const [finding] = check(`x = ${'['.repeat(200_000)}`);
  assert.equal(finding?.verdict, 'changes');
});
