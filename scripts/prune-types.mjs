import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

// `node scripts/prune-types.mjs`: takes away the declarations that nothing which package.json exports leads to.
const folder = join('dist', 'types');
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));

const needed = new Set(Object.values(exports).flatMap(({ types }) => (types ? normalize(types) : [])));
for (const path of needed) {
  const text = readFileSync(path, 'utf8');
  for (const [, imported] of text.matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)\.js['"]/g)) {
    needed.add(join(dirname(path), `${imported}.d.ts`));
  }
}

for (const path of readdirSync(folder, { recursive: true })) {
  if (path.endsWith('.d.ts') && !needed.has(join(folder, path))) rmSync(join(folder, path));
}
