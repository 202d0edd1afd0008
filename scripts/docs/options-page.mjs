import { optionGroups } from './option-groups.mjs';
import { optionRows } from './option-rows.mjs';
import { code, note, prose, table } from './prose.mjs';

/** `docs/options.md`. */
export async function optionsPage() {
  const groups = optionGroups(await optionRows());
  return `# Options

${note}

Each option is an attribute of the tag, a property in camel case (\`data-url\` is \`dataUrl\`), and a place in \`config\`, which has the shape of Genesys Widgets. Options that no attribute can hold are written as properties here: \`.userData\`. How to set them, and which wins, is in [getting started](getting-started.md).

A value that is no good is told on the console with what is right, and the default holds. A change takes effect at once, where nothing else is said.

${groups.map(({ heading, rows }) => `## ${heading}\n\n${table(['option', 'in `config`', 'takes', 'default', 'what it does'], rows.map(cells))}`).join('\n\n')}
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
