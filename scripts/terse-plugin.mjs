import { basename } from 'node:path';
import { minify } from 'terser';
import { nameInternalMembers } from './internal-members.mjs';
import { sharedNames } from './name-alike-plugin.mjs';

/**
 * Has Chromium compile all functions of a file while it comes in, beside the page's own work; else each is compiled, on the
 * page's time, when it is first called. Other browsers take it for the comment that it is.
 */
const compileHint = '//# allFunctionsCalledOnLoad\n';

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
          const renamed = code.replace(/\bexport\s*\{[^}]*\}/g, (clause) =>
            clause.replace(/\bas (\w+)/g, (given, name) => (name in members ? `as ${members[name]}` : given)),
          );
          chunk.code = compileHint + renamed;
          // The map is a file of its own by now, in which the hint's line stands for nothing.
          const mappings = `;${map.mappings}`;
          Object.assign(bundle[chunk.sourcemapFileName], {
            source: JSON.stringify({ ...map, mappings, file: chunk.map.file }),
          });
        }
      },
    },
  };
}
