import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A Vite plugin that writes `integrity.json` beside the files of a build: the hash of each script by its path there, as
 * Subresource Integrity takes it.
 */
export function integrity() {
  return {
    name: 'integrity',
    writeBundle({ dir }) {
      const scripts = readdirSync(dir, { recursive: true })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => path.endsWith('.js'))
        .sort();
      const hashes = scripts.map((path) => [path, `sha384-${hash(readFileSync(join(dir, path)))}`]);
      writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`);
    },
  };
}

function hash(bytes) {
  return createHash('sha384').update(bytes).digest('base64');
}
