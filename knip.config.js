/** What is used by nothing else because it is where things begin. */
const entry = [
  'components/{genesys-webchat,react}/index.ts',
  'src/index.ts',
  'src/bus/index.ts',
  'cli/genesys-webchat.ts',
  'demo/local-server/{index,cli}.ts',
  'demo/*/*.html',
  'test/**/*.test.ts',
  // For the compiler alone.
  'test/types/*.ts',
  'test/chaos/cli.ts',
  'test/support/{local-server,strict-page}-middleware.ts',
  // A page of the test runner loads it.
  'test/support/strict-page-script.ts',
  'scripts/*.mjs',
  'vite.config.ts',
  'web-test-runner.config.mjs',
  'custom-elements-manifest.config.mjs',
];

export default {
  entry,
  project: [
    '{src,components,cli,demo,test,scripts}/**/*.{ts,mjs}',
    'demo/*/*.html',
    '*.{js,mjs,ts}',
    '!test/frameworks/{*/**,build.mjs}',
  ],
  // Its config gives nothing without a mode, and it is an entry above.
  vite: false,
  ignoreBinaries: ['apt-get'],
  // Modules that the builds make: scripts/emoji-data-plugin.mjs.
  ignoreDependencies: ['emoji-data'],
  // An element's class is named in the map of tags beside it, a type in the signature that needs it.
  ignoreExportsUsedInFile: { class: true, interface: true, type: true },
  compilers: {
    // A page's own scripts; the tag's script is a build's result.
    html: (text) => [...text.matchAll(/src="(\.\/[^"]+\.ts)"/g)].map(([, path]) => `import '${path}';`).join('\n'),
  },
};
