import type { TestRunnerConfig } from '@web/test-runner';
import type { createLocalServer } from '../../demo/local-server/index.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type LocalServer = ReturnType<typeof createLocalServer>;

/** Many more servers than tests that run at once; beyond, the one that nobody has asked for longest is closed. */
const mostServers = 256;

/**
 * Lets browser tests speak real HTTP without one file's chats and faults reaching another: `/servers/<name>/…` goes to
 * a local server of that name, made on its first request.
 */
export function localServerMiddleware(): Middleware {
  const servers = new Map<string, Promise<LocalServer>>();

  return async (context, next) => {
    const [, name, rest] = /^\/servers\/([^/?]+)(.*)$/.exec(context.url) ?? [];
    if (name === undefined || rest === undefined) {
      await next();
      return;
    }

    const server = await serverNamed(servers, name);
    // The server writes the answer itself, or leaves it out when a fault says so: Koa must not.
    context.respond = false;
    context.req.url = rest.startsWith('/') ? rest : `/${rest}`;
    if (await server.handle(context.req, context.res)) return;
    context.res.writeHead(404).end();
  };
}

function serverNamed(servers: Map<string, Promise<LocalServer>>, name: string): Promise<LocalServer> {
  const asked = servers.get(name) ?? startServer();
  servers.delete(name);
  servers.set(name, asked);
  const [idlest] = servers;
  if (servers.size > mostServers && idlest) {
    servers.delete(idlest[0]);
    void idlest[1].then((server) => server.close());
  }
  return asked;
}

/** Loaded on first use, so that tests which need no server start without it. */
async function startServer(): Promise<LocalServer> {
  const module = await import('../../demo/local-server/index.js');
  return module.createLocalServer();
}
