const ours = '^(src|components|cli|demo|test)/';

/**
 * What each part of `src/` may import: other parts of ours, those of which only types, and packages. Its own files and
 * what is not listed here is forbidden.
 */
const parts = {
  'src/model/': {},
  'src/errors.ts': { types: ['src/model/'] },
  'src/load-late.ts': { ours: ['src/errors.ts'] },
  'src/store.ts': { ours: ['src/platform/report-error.ts'] },
  'src/platform/': { ours: ['src/errors.ts'] },
  'src/bus/': { ours: ['src/errors.ts', 'src/platform/'], packages: ['nanoevents'] },
  'src/transport/': { ours: ['src/model/', 'src/errors.ts', 'src/platform/'] },
  'src/connection/': { ours: ['src/errors.ts', 'src/platform/'] },
  'src/session/': {
    ours: [
      'src/model/',
      'src/errors.ts',
      'src/load-late.ts',
      'src/store.ts',
      'src/platform/',
      'src/connection/',
      'src/transport/transport.ts',
    ],
    types: ['src/config/options.ts'],
    packages: ['nanoevents'],
  },
  'src/plugins/(?!names\\.ts)': {
    ours: [
      'src/plugins/',
      'src/bus/',
      'src/model/',
      'src/errors.ts',
      'src/load-late.ts',
      'src/store.ts',
      'src/platform/logger.ts',
    ],
    types: ['src/session/', 'src/platform/'],
  },
  'src/plugins/names.ts': { types: ['src/model/', 'src/plugins/neighbour-names.ts'] },
  'src/config/': { ours: ['src/errors.ts'], types: ['src/model/'] },
  'src/i18n/': { types: ['src/model/'] },
  'src/legacy/': {
    ours: ['src/bus/', 'src/config/', 'src/i18n/', 'src/plugins/names.ts', 'src/platform/'],
  },
};

/** What every element may use. */
const elements = {
  ours: [
    'src/model/',
    'src/errors.ts',
    'src/store.ts',
    'src/i18n/',
    'src/config/',
    'src/plugins/names.ts',
    'src/plugins/menu-items.ts',
    'src/platform/logger.ts',
    'src/platform/save-file.ts',
    'src/platform/report-error.ts',
    'components/',
  ],
  types: ['src/session/chat-stores.ts', 'src/bus/index.ts'],
};

/** The host element also builds the service, reads the legacy globals, and hands out the public types. */
const host = {
  ours: [
    'src/create-web-chat-service.ts',
    'src/bus/',
    'src/legacy/',
    'src/platform/',
    'src/plugins/lazy-plugin.ts',
    'src/plugins/answer-command.ts',
  ],
  types: ['src/session/chat-stores.ts', 'src/index.ts'],
};

/** The neighbours of the chat carry out commands of the bus with elements. */
const neighbours = {
  ours: ['src/plugins/neighbour-names.ts', 'src/plugins/to-overlay.ts'],
  types: ['src/plugins/lazy-plugin.ts'],
};

function anyOf(paths) {
  return paths.map((path) => `^${path}`);
}

function packageOf(name) {
  return `^node_modules/${name}/`;
}

function rulesOf([from, { ours: allowed = [], types = [], packages = [] }]) {
  const name = from.replace(/\(.*/, '').replace(/\/$/, '').replaceAll('/', '-').replace('.ts', '');
  const own = from.endsWith('/') ? [from] : [];
  return [
    {
      name: `${name}-imports`,
      severity: 'error',
      comment: `${from} may import: ${[...allowed, ...types.map((path) => `types of ${path}`)].join(', ') || 'nothing of ours'}`,
      from: { path: `^${from}` },
      to: { path: ours, pathNot: anyOf([...own, ...allowed, ...types]) },
    },
    ...types.map((path) => ({
      name: `${name}-imports-types-of-${path.replace(/^src\/|\/$/g, '')}`,
      severity: 'error',
      from: { path: `^${from}` },
      to: { path: `^${path}`, pathNot: anyOf(allowed), dependencyTypesNot: ['type-only'] },
    })),
    {
      name: `${name}-packages`,
      severity: 'error',
      comment: `${from} may use: ${packages.join(', ') || 'no package'}`,
      from: { path: `^${from}` },
      to: { path: '^node_modules/', pathNot: packages.map(packageOf) },
    },
  ];
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolved',
      severity: 'error',
      from: {},
      // The measured page loads the built file by its address; scripts/emoji-data-plugin.mjs makes modules.
      to: { couldNotResolve: true, pathNot: ['^/cdn/', '^emoji-data:'] },
    },
    {
      name: 'shipped-code-uses-dependencies-alone',
      severity: 'error',
      comment: 'But for the component of React: its users have React, and the build puts the rest into its file.',
      from: { path: '^(src|components)/', pathNot: '^components/react/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-must-not-see-components',
      severity: 'error',
      comment: 'The headless half runs in Node and workers.',
      from: { path: '^src/' },
      to: { path: ['^components/', '^node_modules/(lit|@lit|lit-html|lit-element)/'] },
    },
    {
      name: 'nothing-imports-demo-or-cli',
      severity: 'error',
      comment: 'Tests may use the local server and the command line.',
      from: { path: '^(src|components)/' },
      to: { path: '^(cli|demo)/' },
    },
    {
      name: 'tests-import-the-local-server-alone',
      severity: 'error',
      comment: 'The other demos are for their own tests.',
      from: { path: '^test/', pathNot: '^test/demo/' },
      to: { path: '^demo/(?!local-server/)' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(src|components|cli|demo)/' },
      to: { path: '^test/' },
    },

    ...Object.entries(parts).flatMap(rulesOf),

    {
      name: 'a-transport-knows-no-other',
      severity: 'error',
      from: { path: '^src/transport/([^/]+)/' },
      to: { path: '^src/transport/[^/]+/', pathNot: '^src/transport/$1/' },
    },

    {
      name: 'components-imports',
      severity: 'error',
      comment: 'Elements show stores and issue commands; they know neither transport nor session.',
      from: { path: '^components/', pathNot: '^components/(genesys-webchat|neighbours)/' },
      to: { path: ours, pathNot: anyOf([...elements.ours, ...elements.types]) },
    },
    {
      name: 'components-imports-types',
      severity: 'error',
      from: { path: '^components/', pathNot: '^components/genesys-webchat/' },
      to: { path: anyOf(elements.types), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'host-imports',
      severity: 'error',
      from: { path: '^components/genesys-webchat/' },
      to: { path: ours, pathNot: anyOf([...elements.ours, ...elements.types, ...host.ours, ...host.types]) },
    },
    {
      name: 'host-imports-types',
      severity: 'error',
      from: { path: '^components/genesys-webchat/' },
      to: { path: anyOf(host.types), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'neighbours-imports',
      severity: 'error',
      from: { path: '^components/neighbours/' },
      to: {
        path: ours,
        pathNot: anyOf([...elements.ours, ...elements.types, ...neighbours.ours, ...neighbours.types]),
      },
    },
    {
      name: 'neighbours-imports-types',
      severity: 'error',
      from: { path: '^components/neighbours/' },
      to: { path: anyOf(neighbours.types), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-sibling-internals',
      severity: 'error',
      comment: 'Of another element, import the file that carries its name.',
      from: { path: '^components/([^/]+)/' },
      to: { path: '^components/(?!$1/|context/|internal/|styles/)([^/]+)/(?!\\1\\.ts|index\\.ts)' },
    },
  ],

  options: {
    doNotFollow: { path: 'node_modules' },
    // Apps with dependencies of their own.
    exclude: { path: '^test/frameworks/(.+/|build)' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count too: the rules above say where they are enough.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'default'], exportsFields: ['exports'] },
  },
};
