import type { TestRunnerConfig } from '@web/test-runner';
import { strictPolicy } from './strict-policy.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** The page with scripts of its site, which are files as its policy wants them. */
const pageWith = (scripts: readonly string[]) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A strict page</title>
    <script type="module" src="/test/support/strict-page-script.ts"></script>
    ${scripts.map((address) => `<script src="${encodeURI(address)}"></script>`).join('\n    ')}
    <script type="module" src="/components/genesys-webchat/index.ts"></script>
  </head>
  <body>
    <h1>A strict page</h1>
    <form id="form"><input id="input" name="nickname" /></form>
  </body>
</html>`;

/** Serves `/strict-page`, a page whose policy forbids everything that the chat does not need; `script` adds one of the site's. */
export function strictPageMiddleware(): Middleware {
  return async (context, next) => {
    if (context.path !== '/strict-page') {
      await next();
      return;
    }
    // Answered here: the test runner would put a script of its own into it.
    context.set('Content-Security-Policy', strictPolicy);
    context.type = 'html';
    context.body = pageWith([context.query['script'] ?? []].flat());
  };
}
