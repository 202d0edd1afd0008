import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { tsImport } from 'tsx/esm/api';
import { servedEmojiData } from './scripts/emoji-data-plugin.mjs';
import { findBrowser, findTestChromium } from './scripts/find-browser.mjs';
import { startWebKit } from './scripts/start-webkit.mjs';
import { totalsReporter } from './test/support/totals-reporter.mjs';

const browser = process.env.BROWSER ?? 'chromium';

const launchers = {
  chromium: () =>
    chromeLauncher({
      concurrency: 2,
      createPage: pageOfItsOwn,
      launchOptions: {
        executablePath: findTestChromium(),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),

  firefox: () =>
    chromeLauncher({
      concurrency: 1,
      createPage: pageOfItsOwn,
      launchOptions: {
        browser: 'firefox',
        executablePath: findBrowser('firefox'),
        headless: true,
        // Firefox spends more time on telling of its requests than on the tests.
        networkEnabled: false,
      },
    }),

  webkit: async () => {
    // Where a page does not load, nobody waits for the runner's promise: without this the whole run would end. The page's
    // file fails for itself, unless its tests run all the same.
    process.on('unhandledRejection', tell);
    const { port, browser: binary } = await startWebKit();
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port,
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    });
  },
};

/** Tells of an error at once: what the runner has printed is lost when it ends. */
function tell(error) {
  writeSync(2, `${inspect(error)}\n`);
}

process.on('uncaughtExceptionMonitor', tell);

/** Files that run at once share neither storage nor locks nor channels, and each page is the visible one of its window. */
async function pageOfItsOwn({ browser: started }) {
  const context = await started.createBrowserContext();
  return context.newPage();
}

/** Libraries ask for the mode as bundlers let them; no bundler runs here. */
const productionMode = {
  name: 'production-mode',
  transform({ response, body }) {
    if (!response.is('js') || typeof body !== 'string') return undefined;
    return body.replaceAll('process.env.NODE_ENV', '"production"');
  },
};

/** With `BUILT=1`, tests that use the tag use it as it is built for pages that link it. */
const linkedFile = {
  name: 'linked-file',
  serve({ path }) {
    if (!process.env.BUILT || path !== '/components/genesys-webchat/index.ts') return undefined;
    return { body: "export * from '/dist/cdn/genesys-webchat.js';", type: 'js' };
  },
};

/** A page serves several files, one after the other: each starts as if the visitor had never been here. */
const testRunnerHtml = (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Tests</title>
    <script>
      localStorage.clear();
      sessionStorage.clear();
    </script>
    <script type="module" src="${testFramework}"></script>
  </head>
  <body></body>
</html>`;

if (!(browser in launchers)) {
  throw new Error(`BROWSER is ${browser}; it takes ${Object.keys(launchers).join(', ')}`);
}

const { localServerMiddleware } = await tsImport('./test/support/local-server-middleware.ts', import.meta.url);
const { strictPageMiddleware } = await tsImport('./test/support/strict-page-middleware.ts', import.meta.url);

export default {
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  // What users run: without it, Lit's development build warns in every log.
  nodeResolve: { exportConditions: ['production'] },
  plugins: [
    linkedFile,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    productionMode,
    servedEmojiData(),
  ],
  testRunnerHtml,
  middleware: [localServerMiddleware(), strictPageMiddleware()],
  browsers: [await launchers[browser]()],
  // With one page at a time the WebDriver client loads tests in the window itself, not in frames.
  concurrency: browser === 'chromium' ? 2 : 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 30_000,
  testsFinishTimeout: 300_000,
  // Enough to tell what hangs from what waits for its turn on a busy machine.
  testFramework: { config: { timeout: 30_000 } },
  reporters: [
    totalsReporter(process.env.BUILT ? 'built' : browser),
    defaultReporter({ reportTestProgress: !process.env.CI }),
  ],
};
