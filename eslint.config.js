import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { elementImports } from './scripts/element-imports-rule.mjs';

/** What the headless half gets from `src/platform/`, so that tests and other hosts can put their own in its place. */
const platformGlobals = [
  ...['window', 'document', 'location', 'navigator', 'localStorage', 'sessionStorage', 'fetch', 'console'],
  ...['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
].map((name) => ({ name, message: 'Take it from the platform that the constructor is given (src/platform/).' }));

const timers = ['setTimeout', 'setInterval'].map((name) => ({
  name,
  message: 'Tests do not sleep: use a fake clock, or wait for the condition itself.',
}));

const sinks = 'innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment';

/** Text is text: what makes markup or code of it stands in one file, `components/sanitized-html/sanitized-html.ts`. */
const noSinks = [
  { selector: `MemberExpression[property.name=/^(${sinks})$/]`, message: 'Text is text: use a template.' },
  {
    selector: `MemberExpression[computed=true][property.value=/^(${sinks})$/]`,
    message: 'Text is text: use a template.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(write|writeln)$/]',
    message: 'Text is text: use a template.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^setAttribute(NS)?$/] > Literal[value=/^(style|srcdoc|on.*)$/i]',
    message: 'Use a property of the style, or a listener: a strict policy forbids the attribute.',
  },
  {
    selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic|DOMParser)$/]',
    message: 'Text is text.',
  },
  { selector: 'NewExpression[callee.name="Function"]', message: 'Text is text.' },
  { selector: 'CallExpression[callee.name=/^(Function|eval)$/]', message: 'Text is text.' },
  {
    selector: 'CallExpression[callee.name=/^set(Timeout|Interval)$/] > :matches(Literal, TemplateLiteral):first-child',
    message: 'Text is text: give a function.',
  },
  { selector: 'ImportExpression[source.type!="Literal"]', message: 'A module has a fixed address.' },
  {
    selector: 'ImportDeclaration[source.value="dompurify"], ImportExpression[source.value="dompurify"]',
    message: 'Use components/sanitized-html/sanitized-html.ts: it is the only sink of HTML.',
  },
];

const namedExportsOnly = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };

export default defineConfig(
  // The apps are written as each framework has it.
  globalIgnores(['dist/', 'coverage/', 'test/fixtures/', 'test/frameworks/*/', 'test/frameworks/build.mjs']),
  js.configs.recommended,

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // The tables of commands and events say `void` where there is nothing to give.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // To leave a property out is to destructure it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // An empty text is nothing too.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', namedExportsOnly],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },

  {
    files: ['src/**/*.ts', 'components/**/*.ts', 'cli/**/*.ts', 'demo/**/*.ts'],
    ignores: ['src/i18n/**', 'src/plugins/names.ts'],
    rules: { 'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }] },
  },

  {
    files: ['src/**/*.ts', 'components/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },

  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**'],
    rules: {
      'no-restricted-globals': ['error', { globals: platformGlobals, checkGlobalObject: true }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take it from the platform, so that tests repeat.' },
      ],
    },
  },

  {
    files: ['components/**/*.ts', 'demo/**/*.ts', 'test/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
  },

  {
    files: ['src/**/*.ts', 'cli/**/*.ts', 'demo/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', namedExportsOnly, ...noSinks] },
  },

  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },

  {
    files: ['test/**/*.ts'],
    rules: {
      // Node's runner waits for its tests itself. And by its types `expect(…).to.equal(…)` gives a promise, which is
      // true for comparing with a stored snapshot alone.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'suite', 'test'], package: 'node:test' },
            { from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' },
          ],
        },
      ],
      // Chai's assertions are expressions, and a test may say what it knows.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      // A fixture is handed over as a literal function or element, and most are small.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },

  {
    // What the compiler is expected to refuse has no type; and whether two types are the same takes unusual ones.
    files: ['test/types/*.ts'],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  {
    files: ['components/**/*.ts'],
    plugins: { chat: { rules: { 'element-imports': elementImports } } },
    rules: {
      // These are rendered when what defines them is loaded.
      'chat/element-imports': ['error', 'genesys-chat-composer-tools', 'genesys-chat-emoji'],
      'no-restricted-syntax': [
        'error',
        namedExportsOnly,
        ...noSinks,
        {
          selector:
            'Decorator Property:not([key.name="attribute"][value.value=false]), Decorator > CallExpression[callee.name="property"][arguments.length=0]',
          message:
            'The linked file has no code but for properties with `{ attribute: false }`: scripts/trim-lit-plugin.mjs.',
        },
        {
          selector: 'CallExpression[callee.object.name="changed"][callee.property.name="get"]',
          message: 'The linked file knows what has changed, but not what it was: scripts/trim-lit-plugin.mjs.',
        },
        {
          selector: 'Identifier[name="handleEvent"]',
          message: 'The linked file has no code for listeners that are objects: scripts/trim-lit-plugin.mjs.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit',
              importNames: ['svg', 'mathml'],
              message: 'The linked file has no templates but those of HTML: scripts/trim-lit-plugin.mjs.',
            },
          ],
          patterns: [
            {
              group: ['lit/directives/*'],
              message: 'The linked file has no code for directives: scripts/trim-lit-plugin.mjs.',
            },
          ],
        },
      ],
    },
  },

  // The one policy file.
  {
    files: ['components/sanitized-html/sanitized-html.ts'],
    rules: { 'no-restricted-syntax': ['error', namedExportsOnly] },
  },

  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', { globals: timers, checkGlobalObject: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: '@open-wc/testing', importNames: ['aTimeout'], message: 'Tests do not sleep.' }],
        },
      ],
      'no-restricted-syntax': [
        'error',
        namedExportsOnly,
        {
          selector: 'MemberExpression[object.name=/^(describe|context|suite|it|test)$/][property.name=/^(only|skip)$/]',
          message: 'Every test runs, or does not exist.',
        },
        {
          selector: 'CallExpression[callee.object.type="ThisExpression"][callee.property.name=/^(skip|retries)$/]',
          message: 'Every test runs, and once.',
        },
      ],
    },
  },

  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'fetch', 'performance', 'process', 'setInterval', 'setTimeout', 'URL'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },

  {
    // What runs inside a measured page, and files of a site.
    files: ['test/bench/page/*.js', 'test/legacy/pages/**/*.js', 'test/security/page/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'customElements',
            'document',
            'Element',
            'EventTarget',
            'history',
            'indexedDB',
            'localStorage',
            'location',
          ],
          ...['MessageChannel', 'MutationObserver', 'requestAnimationFrame', 'Response', 'Storage', 'window'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },

  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
