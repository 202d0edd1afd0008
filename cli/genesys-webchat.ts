#!/usr/bin/env node
/** What `npx genesys-webchat` runs: the local server, or with the word `check` the check of a site that moves here. */
import process from 'node:process';

const usage = [
  'genesys-webchat                                        starts the local chat server; PORT and HOST say where',
  'genesys-webchat check [--json] <url, file or folder…>  tells what of a site for Genesys Widgets needs a change',
];

const [command, ...rest] = process.argv.slice(2);

if (command === undefined) await import('../demo/local-server/cli.js');
else if (command === 'check') {
  const { runCheck } = await import('./check/run-check.js');
  process.exitCode = await runCheck(rest, console);
} else if (/^(-h|--help|help)$/.test(command)) console.log(usage.join('\n'));
else {
  console.error(`There is no command ${command}; genesys-webchat --help lists them`);
  process.exitCode = 2;
}
