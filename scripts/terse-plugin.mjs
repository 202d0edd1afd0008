import { minify } from 'terser';

/**
 * A Vite plugin that minifies once more what the build's own minifier has left: who links the file pays for each byte.
 */
export function terse() {
  return {
    name: 'terse',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const { code, map } = await minify(chunk.code, {
            module: true,
            sourceMap: { content: chunk.map, asObject: true },
            ecma: 2020,
            // Unsafe is only what happens to objects whose texts and values differ, of which there are none.
            compress: { passes: 3, pure_getters: true, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
            format: { comments: false, quote_style: 1 },
          });
          chunk.code = code ?? chunk.code;
          if (chunk.map && map) Object.assign(chunk.map, { mappings: map.mappings, names: map.names });
        }
      },
    },
  };
}
