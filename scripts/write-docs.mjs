import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { commandsPage } from './docs/commands-page.mjs';
import { eventsPage } from './docs/events-page.mjs';
import { migrationPage } from './docs/migration-page.mjs';
import { optionTexts } from './docs/option-texts.mjs';
import { optionsPage } from './docs/options-page.mjs';
import { partsPage } from './docs/parts-page.mjs';

/** Each file that is written from the code's own tables. */
const pages = {
  'docs/options.md': optionsPage,
  'docs/events.md': eventsPage,
  'docs/commands.md': commandsPage,
  'docs/parts.md': partsPage,
  'docs/migration.md': migrationPage,
  'demo/playground/option-texts.ts': optionTexts,
};

// `npm run docs` writes them; with `--check` it only says which are not as the code has it.
const isCheck = process.argv.includes('--check');
const stale = [];
for (const [path, write] of Object.entries(pages)) {
  const text = await format(await write(), { ...(await resolveConfig(path)), filepath: path });
  if (isCheck && readIfThere(path) !== text) stale.push(path);
  if (!isCheck) writeFileSync(path, text);
}
if (stale.length > 0) {
  console.error(`${stale.join(', ')} differ from the code: run npm run docs`);
  process.exitCode = 1;
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
