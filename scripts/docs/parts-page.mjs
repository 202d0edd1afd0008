import { readFileSync } from 'node:fs';
import { code, note, table } from './prose.mjs';

/** The places of the chat in the order in which visitors come by them, as the manifest names them and as people do. */
const places = {
  launcher: 'The launcher',
  invite: 'An invitation',
  window: 'The window',
  header: 'The title bar',
  menu: 'The menu of actions',
  search: 'The search in a conversation',
  form: 'The form',
  history: 'Earlier messages',
  transcript: 'The conversation',
  file: 'A file in it',
  cards: 'Cards in it',
  composer: 'The message box',
  'composer tools': 'Beside the message box',
  emoji: 'The emoji picker',
  overlay: 'What a site shows over the conversation',
  confirm: 'The question before the end',
  end: 'After the end',
  toaster: 'Cards of the page',
  modal: 'Dialogs over the page',
  'side bar': 'The sidebar',
  'channel selector': 'The channel selector',
};

/** `docs/parts.md`. */
export function partsPage() {
  const { slots, cssProperties, cssParts } = tag();
  const parts = cssParts.map(({ name, description }) => {
    const [place, text] = split(description);
    if (!(place in places)) throw new Error(`unable to write docs/parts.md; the place “${place}” has no heading`);
    return { name, place, text };
  });
  const sections = Object.entries(places).map(([place, heading]) => {
    const rows = parts.filter((part) => part.place === place).map(({ name, text }) => [code(name), cell(text)]);
    if (rows.length === 0) throw new Error(`unable to write docs/parts.md; “${place}” has no parts`);
    return `### ${heading}\n\n${table(['part', 'what it is'], rows)}`;
  });

  return `# Parts, slots and custom properties

${note}

All that a page can style and fill of the chat. The names are as fixed as those of events. [Theming](theming.md) tells how they are used together.

## Custom properties

On the tag or anywhere above it: \`genesys-webchat { --gwc-color-brand: #1c5a52; }\`.

${table(
  ['property', 'what it is', 'default'],
  cssProperties.map((each) => [code(each.name), cell(each.description), defaultOf(each)]),
)}

## Slots

Elements inside the tag with that name as \`slot\`: \`<p slot="form-footer">…</p>\`.

${table(
  ['slot', 'what it does'],
  slots.map(({ name, description }) => [code(name), cell(description)]),
)}

## Parts

\`genesys-webchat::part(send-button) { … }\` reaches any of these, wherever it is inside.

${sections.join('\n\n')}
`;
}

/** The tag, as \`npm run manifest\` describes it. */
function tag() {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  return modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === 'genesys-webchat');
}

/** The place, and what is said of the part there. */
function split(description) {
  const at = description.indexOf(': ');
  return [description.slice(0, at), description.slice(at + 2)];
}

function cell(text) {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** What is worked out from other colours is no value that a page could write. */
function defaultOf({ default: value }) {
  return value.includes('var(--_') ? 'follows from the colours above' : code(value);
}
