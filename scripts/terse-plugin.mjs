import { basename } from 'node:path';
import { minify } from 'terser';
import { nameInternalMembers } from './internal-members.mjs';
import { sharedNames } from './name-alike-plugin.mjs';

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
        const members = nameInternalMembers(chunks.map(({ code }) => code));
        const props = Object.fromEntries(Object.entries(members).map(([name, short]) => [`$${name}`, short]));
        for (const chunk of chunks) {
          // It reads `RegExp.$1`, which Terser wants to know before it is run.
          if (chunk.facadeModuleId?.includes('/cash-dom/')) continue;
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
              properties: { regex: new RegExp(`^(?:${Object.keys(members).join('|').replaceAll('$', '\\$')})$`) },
            },
            nameCache: { props: { props } },
            format: { comments: false },
          });
          // Names of what a file gives are no members to Terser, though whoever loads it takes them from a record.
          chunk.code = code.replace(/\bexport\s*\{[^}]*\}/g, (clause) =>
            clause.replace(/\bas (\w+)/g, (given, name) => (name in members ? `as ${members[name]}` : given)),
          );
          // The map is a file of its own by now.
          Object.assign(bundle[chunk.sourcemapFileName], { source: JSON.stringify({ ...map, file: chunk.map.file }) });
        }
      },
    },
  };
}
