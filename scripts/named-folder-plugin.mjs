import { createHash } from 'node:crypto';

/** Stands for the name of the folder until all that it holds is there. As long as the name, so that source maps stay right. */
const placeholder = 'contents';

/** Where the lazy files of a build are. */
export const lazyFiles = `chunks/${placeholder}`;

/**
 * A Vite plugin that calls the folder of the lazy files by what is in them, so that they can be kept for ever and bear
 * plain names: each name stands in the file that loads it, and a hash does not compress.
 */
export function namedFolder() {
  return {
    name: 'named-folder',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle);
        const hash = createHash('sha256');
        for (const { code } of files.filter(({ type }) => type === 'chunk').sort(byName)) hash.update(code);
        const name = hash.digest('hex').slice(0, placeholder.length);
        const named = (text) => text.replaceAll(`${lazyFiles}/`, `chunks/${name}/`);
        for (const file of files) {
          file.fileName = named(file.fileName);
          if (file.type !== 'chunk') continue;
          file.code = named(file.code);
          for (const others of ['imports', 'dynamicImports']) file[others] = file[others].map(named);
        }
      },
    },
  };
}

function byName(one, other) {
  return one.fileName < other.fileName ? -1 : 1;
}
