import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Row } from './row.js';

interface Chunk {
  readonly fileName: string;
  readonly entry: string;
}

interface Check {
  readonly name: string;
  readonly path: readonly string[];
}

/** The bars of the size check, in kB; the same files count. */
const bars = [15, 20, 40];

/** What pages load, and each file that they load only when something is first used. */
export async function measureBytes(): Promise<Row[]> {
  const { default: checks } = (await import('../../.size-limit.mjs')) as { default: readonly Check[] };
  const graph = JSON.parse(readFileSync('dist/meta/cdn.json', 'utf8')) as Chunk[];
  const loaded = new Set(checks.flatMap(({ path }) => path));
  const row = { group: 'Bytes, brotli', unit: 'kB' } as const;
  return [
    ...checks.map(({ name, path }, at) => ({ ...row, what: name, value: sizeOf(path), bar: bars[at] })),
    ...graph
      .filter(({ fileName }) => !loaded.has(`dist/cdn/${fileName}`))
      .map(({ fileName, entry }) => ({
        ...row,
        what: `on first use: ${entry || basename(fileName)}`,
        value: sizeOf([`dist/cdn/${fileName}`]),
      })),
  ];
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + brotliCompressSync(readFileSync(path)).length, 0) / 1000;
}
