import { optionGroups } from './option-groups.mjs';
import { optionRows } from './option-rows.mjs';
import { prose } from './prose.mjs';

/** `demo/playground/option-texts.ts`: what the options do, for the page that shows them beside their values. */
export async function optionTexts() {
  const groups = optionGroups(await optionRows()).map(({ heading, rows }) => ({
    heading,
    options: rows.map(({ name, comment }) => ({ name, text: prose(comment) })),
  }));
  return `// Written by \`npm run docs\` from the option table: change it there.
import type { OptionName } from '../../src/config/options.js';

/** What each option does, under the headings of the documentation. */
export const optionTexts: readonly {
  readonly heading: string;
  readonly options: readonly { readonly name: OptionName; readonly text: string }[];
}[] = ${JSON.stringify(groups)};
`;
}
