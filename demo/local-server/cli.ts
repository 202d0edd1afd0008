#!/usr/bin/env node
/** What `npm start` and `npx genesys-webchat` run: the local server with the demo pages, set up by PORT and HOST. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLocalServer } from './local-server.js';
import { isLoopbackName } from './loopback.js';

const defaultPort = 8080;

// The policy the widget promises to work under; the demo pages are its proof.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify genesys-webchat 'allow-duplicates'",
].join('; ');

const listenErrors: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `Port ${String(port)} is already in use. ${anotherPort(port === 65_535 ? port - 1 : port + 1)}`,
  EACCES: (_host, port) => `Port ${String(port)} needs more rights than you have. ${anotherPort(defaultPort)}`,
  EADDRNOTAVAIL: (host) =>
    `HOST ${host} is no address of this computer. Leave HOST out to listen on this computer only`,
  ENOTFOUND: (host) => `HOST ${host} is unknown. Leave HOST out to listen on this computer only`,
};

const port = portOf(process.env['PORT']);
if (port === undefined) {
  fail(`PORT must be a whole number from 0 to 65535, not ${JSON.stringify(process.env['PORT'])}`);
} else {
  const host = process.env['HOST']?.trim() ?? '';
  await start(host === '' ? '127.0.0.1' : host, port);
}

async function start(host: string, wantedPort: number): Promise<void> {
  const dist = join(packageFolder(), 'dist');
  const [demo, cdn] = [join(dist, 'demo'), join(dist, 'cdn')];
  const server = createLocalServer({
    host,
    staticFolders: [
      { prefix: '/', folder: demo, pageHeaders: { 'Content-Security-Policy': contentSecurityPolicy } },
      { prefix: '/cdn/', folder: cdn },
    ],
  });
  let url: string;
  try {
    ({ url } = await server.listen({ port: wantedPort }));
  } catch (error) {
    fail(listenError(error, host, wantedPort));
    return;
  }
  stopOnSignals(() => server.close());
  console.log(`Demo site     ${url}/`);
  console.log(`Agent desk    ${url}/agent/`);
  console.log(`Playground    ${url}/playground/`);
  console.log(`Chat service  ${url}/genesys/2/chat/customer-support`);
  if (!existsSync(demo) || !existsSync(cdn)) {
    console.log('The pages are not built yet: run npm run build first. The chat service works without them.');
  }
  if (!isLoopbackName(host)) console.log('Everybody who can reach this computer can read and answer the chats.');
  console.log('Ctrl-C stops the server.');
}

function stopOnSignals(close: () => Promise<void>): void {
  // Nothing else keeps the process alive, so it ends with code 0 once the server is closed; a second signal kills it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}

function portOf(text: string | undefined): number | undefined {
  const given = text?.trim() ?? '';
  if (given === '') return defaultPort;
  return /^\d{1,5}$/.test(given) && Number(given) <= 65_535 ? Number(given) : undefined;
}

function listenError(error: unknown, host: string, wantedPort: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    listenErrors[code]?.(host, wantedPort) ?? `unable to listen on ${host}:${String(wantedPort)}; ${String(error)}`
  );
}

function anotherPort(port: number): string {
  return `Choose another one with the environment variable PORT, for example PORT=${String(port)}`;
}

/** The package's own folder, wherever in it this file was built to. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
