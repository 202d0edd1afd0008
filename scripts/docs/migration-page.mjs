import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { membersOf } from './interfaces.mjs';
import { optionRows } from './option-rows.mjs';

const path = 'docs/migration.md';

const interfaces = {
  WebChatService: [
    ['src/plugins/names.ts', 'WebChatServiceCommands'],
    ['src/model/chat-events.ts', 'ChatEvents'],
  ],
  WebChat: [
    ['src/plugins/names.ts', 'WebChatCommands'],
    ['src/plugins/names.ts', 'WebChatEvents'],
  ],
};

/** `docs/migration.md` with its tables as the code has them; what stands between them is written by hand. */
export async function migrationPage() {
  const { migrationTables } = await tsImport('../../cli/facts/migration-tables.ts', import.meta.url);
  const ours = new Set([...(await ourOptions()), ...ourNames()]);
  return Object.entries(migrationTables((name) => ours.has(name))).reduce(
    (text, [name, table]) => {
      const place = new RegExp(`(<!-- table: ${name} -->)[^]*?(<!-- end -->)`);
      if (!place.test(text)) throw new Error(`unable to write the table ${name}; ${path} has no place for it`);
      return text.replace(place, (_, start, end) => `${start}\n\n${table}\n\n${end}`);
    },
    readFileSync(path, 'utf8'),
  );
}

/** The options whose comments name no source in the contract of Genesys Widgets. */
async function ourOptions() {
  const rows = (await optionRows()).filter(({ comment }) => !comment.includes('Contract:'));
  return rows.map(({ section, name }) => `${section}.${name}`);
}

/** The commands and events whose comments say that they are. */
function ourNames() {
  return Object.entries(interfaces).flatMap(([plugin, places]) =>
    places
      .flatMap((place) => membersOf(...place))
      .filter(({ comment }) => comment.endsWith('Ours.'))
      .map(({ name }) => `${plugin}.${name}`),
  );
}
