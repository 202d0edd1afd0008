import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { emojiData } from './scripts/emoji-data-plugin.mjs';
import { integrity } from './scripts/integrity-plugin.mjs';
import { shortenLiterals } from './scripts/shorten-literals-plugin.mjs';
import { nameAlike } from './scripts/name-alike-plugin.mjs';
import { lazyFiles, namedFolder } from './scripts/named-folder-plugin.mjs';
import { plainDecorators } from './scripts/plain-decorators-plugin.mjs';
import { plainNamespaces } from './scripts/plain-namespaces-plugin.mjs';
import { plainPrivates } from './scripts/plain-privates-plugin.mjs';
import { chatChunk } from './scripts/chat-chunk.mjs';
import { stylesFirst } from './scripts/styles-first-plugin.mjs';
import { terse } from './scripts/terse-plugin.mjs';
import { trimLit } from './scripts/trim-lit-plugin.mjs';

const folder = (path: string): string => resolve(import.meta.dirname, path);

/** What a package's user installs with it stays out of the package's own files. */
const packages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const isExternal = (id: string): boolean =>
  isBuiltin(id) || packages.some((name) => id === name || id.startsWith(`${name}/`));

/** One file to link, all dependencies inside; what is loaded later lies beside it, found by relative URLs. */
function cdn(): UserConfig {
  return {
    plugins: [
      emojiData(),
      plainDecorators(),
      trimLit(),
      shortenLiterals(),
      plainPrivates(),
      plainNamespaces(),
      stylesFirst(),
      nameAlike(),
      terse(),
      namedFolder(),
      integrity(),
      writeChunkGraph(folder('dist/meta/cdn.json')),
    ],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir: folder('dist/cdn'),
      sourcemap: true,
      target: 'es2022',
      license: { fileName: 'licenses.md' },
      // A library, since Vite adds code to a site's dynamic imports that ours have no use for.
      lib: { formats: ['es'], entry: { 'genesys-webchat': folder('components/genesys-webchat/index.ts') } },
      rolldownOptions: {
        // What the launcher needs is in the linked file itself, and lazy chunks import it from there: one trip to the server.
        preserveEntrySignatures: 'allow-extension',
        output: {
          // Said again here: Vite leaves white space in a library, and notes for a later bundler. Only our own pass comes
          // later, which gives the names.
          minify: { mangle: false },
          comments: false,
          entryFileNames: '[name].js',
          // A dot in the name of a package's file is none in ours: what follows a dot says what a file is.
          chunkFileNames: ({ name }) => `${lazyFiles}/${name.replaceAll('.', '-')}.js`,
          codeSplitting: chatChunk({
            entry: folder('components/genesys-webchat/index.ts'),
            roots: [
              'src/create-chat-service.ts',
              'src/transport/gms-rest/gms-rest-transport.ts',
              'components/genesys-webchat/window-view.ts',
              'src/i18n/en.ts',
            ].map(folder),
          }),
        },
      },
    },
  };
}

/** The modules of `package.json`'s exports, for a site's own bundler, which does the minifying. */
function library(): UserConfig {
  return {
    plugins: [emojiData()],
    build: {
      outDir: folder('dist/package'),
      sourcemap: true,
      target: 'es2022',
      minify: false,
      license: { fileName: 'licenses.md' },
      lib: {
        formats: ['es'],
        entry: {
          index: folder('components/genesys-webchat/index.ts'),
          service: folder('src/index.ts'),
          bus: folder('src/bus/index.ts'),
          react: folder('components/react/index.ts'),
        },
      },
      rolldownOptions: {
        external: isExternal,
        // React's own directive stays where it is: at the top of an entry.
        checks: { moduleLevelDirective: false },
        output: {
          entryFileNames: '[name].js',
          // By folder, `sideEffects` in package.json tells what defines elements when it is imported.
          chunkFileNames: ({ moduleIds }) =>
            `${moduleIds.some((id) => id.startsWith(folder('components'))) ? 'elements' : 'chunks'}/[name]-[hash].js`,
        },
      },
    },
  };
}

function localServer(): UserConfig {
  return {
    // The parsers of the check are inside, so that no site that shows the chat has to install them.
    ssr: { noExternal: true },
    build: {
      outDir: folder('dist/local-server'),
      ssr: true,
      license: { fileName: 'licenses.md' },
      sourcemap: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          index: folder('demo/local-server/index.ts'),
          cli: folder('demo/local-server/cli.ts'),
          'genesys-webchat': folder('cli/genesys-webchat.ts'),
        },
        external: isExternal,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}

/** The pages of one folder of `demo/`, which the local server serves at `base`; the tag's script comes from `dist/cdn`. */
function pages(source: string, base: string): UserConfig {
  const root = folder(source);
  const files = existsSync(root) ? readdirSync(root).filter((file) => file.endsWith('.html')) : [];
  return {
    root,
    base,
    build: {
      outDir: join(folder('dist/demo'), base),
      emptyOutDir: base === '/',
      target: 'es2022',
      license: { fileName: 'licenses.md' },
      modulePreload: { polyfill: false },
      // No data: URL and no inline script or style: the pages show what works under a strict policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: files.map((file) => join(root, file)) },
    },
  };
}

/** Which file loads which others: what the size checks go by. It does not ship. */
function writeChunkGraph(path: string): Plugin {
  return {
    name: 'write-chunk-graph',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const atOnce = chunks.find(({ isEntry }) => isEntry)?.imports ?? [];
      if (atOnce.length > 0) throw new Error(`unable to build one file to link; it needs ${atOnce.join(', ')} at once`);
      const graph = chunks.map(({ fileName, facadeModuleId, moduleIds, imports, dynamicImports }) => ({
        fileName,
        // The module that was imported to get the chunk, or all that it holds; what several chunks share may have none.
        entry: relative(import.meta.dirname, facadeModuleId ?? (moduleIds.length > 1 ? '' : moduleIds.join(''))),
        imports,
        dynamicImports,
      }));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(graph, undefined, 2));
    },
  };
}

const builds: Record<string, () => UserConfig> = {
  cdn,
  package: library,
  'local-server': localServer,
  'demo-site': () => pages('demo/site', '/'),
  'demo-agent-desk': () => pages('demo/agent-desk', '/agent/'),
  'demo-playground': () => pages('demo/playground', '/playground/'),
};

export default defineConfig(({ mode }) => {
  const build = builds[mode];
  if (!build) throw new Error(`There is no build ${mode}; --mode takes ${Object.keys(builds).join(', ')}`);
  return { configFile: false, publicDir: false, ...build() };
});
