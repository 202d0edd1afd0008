import { optionRows } from './option-rows.mjs';
import { code, note, prose, table } from './prose.mjs';

/** Headings, each before the option that it begins with. */
const headings = {
  dataURL: 'The server',
  userData: 'What goes with a chat',
  'polling.live': 'Asking for news',
  restoreTimeout: 'Coming back',
  mask: 'Privacy',
  'cometD.enabled': 'CometD',
  'async.enabled': 'Asynchronous chats',
  'transport.type': 'Transports',
  form: 'Form',
  maxMessageLength: 'Message box and messages',
  actionsMenu: 'Window',
  'chatButton.enabled': 'Launcher',
  'autoInvite.enabled': 'Invitations',
  lang: 'Language',
  theme: 'Looks',
  cookieOptions: 'The site',
};

/** `docs/options.md`. */
export async function optionsPage() {
  const parts = [];
  for (const row of await optionRows()) {
    const heading = headings[row.name];
    if (heading) parts.push({ heading, rows: [] });
    parts.at(-1)?.rows.push(row);
  }
  const missing = Object.values(headings).find((heading) => !parts.some((part) => part.heading === heading));
  if (missing) throw new Error(`unable to write the options; the option under the heading ${missing} is gone`);

  return `# Options

${note}

Each option is an attribute of the tag, a property in camel case (\`data-url\` is \`dataUrl\`), and a place in \`config\`, which has the shape of Genesys Widgets. Options that no attribute can hold are written as properties here: \`.userData\`. How to set them, and which wins, is in [getting started](getting-started.md).

A value that is no good is told on the console with what is right, and the default holds. A change takes effect at once, where nothing else is said.

${parts.map(({ heading, rows }) => `## ${heading}\n\n${table(['option', 'in `config`', 'takes', 'default', 'what it does'], rows.map(cells))}`).join('\n\n')}
`;
}

function cells({ attribute, property, section, name, takes, default: value, comment }) {
  return [
    code(attribute ?? `.${property}`),
    code(`${section}.${name}`),
    takes.replaceAll('|', '\\|'),
    value === undefined ? '' : code(JSON.stringify(value)),
    prose(comment),
  ];
}
