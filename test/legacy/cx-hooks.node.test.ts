import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { options } from '../../src/config/options.js';
import { cxHooks, type Replacement } from '../../src/legacy/cx-hooks.js';
import { names } from '../../src/plugins/names.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const templates = readdirSync(`${root}components`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(`${root}components/${path}`, 'utf8'))
  .join('\n');
const partsPage = readFileSync(`${root}docs/parts.md`, 'utf8');

/** The hooks that sites style and query, as the contract lists them. */
const contract =
  `.cx-widget .cx-webchat .cx-webchat-chat-button .cx-side-button .cx-titlebar .cx-title .cx-subtitle .cx-body
  .cx-footer .cx-powered-by .cx-minimized .cx-buttons-window-control .cx-button-close .cx-form .cx-form-wrapper
  .cx-form-inputs .cx-form-control .cx-control-label .cx-input .cx-input-container .cx-textarea-cell .cx-send .cx-menu
  .cx-transcript-wrapper .cx-transcript .cx-message-group .cx-message .cx-participant .cx-you .cx-them .cx-Agent .cx-agent
  .cx-Bot .cx-bot .cx-system .cx-message-text .cx-avatar-wrapper .cx-avatar #cx-chat-index- .cx-alert .cx-chat-end
  .cx-chat-close .cx-end-cancel .cx-close-cancel .cx-overlay .cx-dynamic .cx-btn .cx-btn-primary .cx-btn-default
  .cx-disabled .cx-button-group .cx-buttons-binary .cx-buttons-default [data-message]`.split(/\s+/);

void test('every hook of the contract has a replacement', () => {
  assert.deepEqual(
    contract.filter((hook) => !(hook in cxHooks)),
    [],
  );
});

const table: [string, Replacement][] = Object.entries(cxHooks);
for (const [
  hook,
  { parts = [], slots = [], properties = [], events = [], commands = [], options: named = [], note },
] of table) {
  void test(`what takes the place of ${hook} is there`, () => {
    for (const part of parts) {
      assert.match(templates, new RegExp(`part="(?:[^"]* )?${part}(?: [^"]*)?"|'${part}'`), `a template shows ${part}`);
      assert.ok(partsPage.includes(`\`${part}\``), `docs/parts.md lists ${part}`);
    }
    for (const slot of slots) assert.ok(templates.includes(`@slot ${slot} - `), `the tag has the slot ${slot}`);
    for (const property of properties) assert.ok(templates.includes(`var(${property},`), `styles read ${property}`);
    for (const event of events) assert.ok(isNamed('events', event), `there is the event ${event}`);
    for (const command of commands) assert.ok(isNamed('commands', command), `there is the command ${command}`);
    for (const option of named) assert.ok(option in options, `there is the option ${option}`);
    assert.ok(
      [parts, slots, properties, events, commands, named].some((list) => list.length > 0) || note,
      'or a note says why not',
    );
  });
}

function isNamed(kind: 'commands' | 'events', fullName: string): boolean {
  return Object.entries(names).some(([plugin, named]) =>
    named[kind].some((name: string) => `${plugin}.${name}` === fullName),
  );
}
