import { readFileSync } from 'node:fs';

const page = readFileSync('docs/recipes.md', 'utf8');

/** The headings of all recipes, in their order. */
export const recipeNames: readonly string[] = [...page.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name);

/** The code of a recipe as it stands in `docs/recipes.md`. */
export function recipe(name: string): string {
  const [, text = ''] = page.split(`\n## ${name}\n`);
  const [, code] = /\n```\w+\n(.*?)\n```\n/s.exec(text.split('\n## ')[0] ?? '') ?? [];
  if (code === undefined) throw new Error(`There is no recipe ${name} with code`);
  return code;
}
