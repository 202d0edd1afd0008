import { basename } from 'node:path';
import { minify } from 'terser';
import { sharedNames } from './name-alike-plugin.mjs';

/** Members of Lit's classes and records that only Lit and our elements know, beside those that begin with `_$`. */
const litMembers = [
  ...['addController', 'createProperty', 'createRenderRoot', 'elementStyles', 'enableUpdating', 'finalizeStyles'],
  ...['firstUpdated', 'getUpdateComplete', 'hasUpdated', 'hostConnected', 'hostDisconnected', 'hostUpdate'],
  ...['hostUpdated', 'isUpdatePending', 'performUpdate', 'renderOptions', 'renderRoot', 'requestUpdate'],
  ...['shadowRootOptions', 'willUpdate'],
];

/**
 * A Vite plugin that minifies once more what the build's own minifier has left: who links the file pays for each byte.
 */
export function terse() {
  return {
    name: 'terse',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        // What is made of data has no map, and nothing in it to minify.
        const chunks = Object.values(bundle).filter(({ type, map }) => type === 'chunk' && map);
        const shortNames = nameLitMembers(chunks);
        for (const chunk of chunks) {
          const { code, map } = await minify(chunk.code, {
            module: true,
            sourceMap: {
              content: chunk.map,
              asObject: true,
              includeSources: true,
              url: basename(chunk.sourcemapFileName),
            },
            ecma: 2020,
            // Unsafe is only what happens to objects whose texts and values differ, of which there are none.
            compress: {
              passes: 3,
              keep_fargs: false,
              pure_getters: true,
              unsafe: true,
              unsafe_arrows: true,
              unsafe_methods: true,
              unsafe_symbols: true,
            },
            mangle: {
              reserved: sharedNames,
              properties: { regex: new RegExp(`^(?:_\\$\\w+|${litMembers.join('|')})$`) },
            },
            nameCache: { props: { props: shortNames } },
            format: { comments: false },
          });
          chunk.code = code;
          // The map is a file of its own by now.
          Object.assign(bundle[chunk.sourcemapFileName], { source: JSON.stringify({ ...map, file: chunk.map.file }) });
        }
      },
    },
  };
}

/** What to call Lit's members in all files, as the minifier keeps it: nothing that stands in any of them already. */
function nameLitMembers(chunks) {
  const quoted = litMembers.find((name) => chunks.some(({ code }) => new RegExp(`(["'\`])${name}\\1`).test(code)));
  if (quoted) throw new Error(`unable to shorten ${quoted}; it is asked for by its name`);
  const words = new Set(chunks.flatMap(({ code }) => code.match(/[\w$]+/g)));
  const members = [...litMembers, ...[...words].filter((word) => word.startsWith('_$'))];
  const free = Array.from({ length: 99 }, (_, at) => `_${at.toString(36)}`).filter((name) => !words.has(name));
  return Object.fromEntries(members.map((name, at) => [`$${name}`, free[at]]));
}
