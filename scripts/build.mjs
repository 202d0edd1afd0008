import { rmSync } from 'node:fs';
import { build } from 'vite';

/** What can be built, each by one or more modes of vite.config.ts. */
const targets = {
  cdn: ['cdn'],
  package: ['package'],
  'local-server': ['local-server'],
  demo: ['demo-site', 'demo-agent-desk', 'demo-playground'],
};

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in targets));
if (unknown) throw new Error(`There is no target ${unknown}; there are ${Object.keys(targets).join(', ')}`);

// `node scripts/build.mjs [target…]`; without one, everything, from nothing.
if (named.length === 0) rmSync('dist', { recursive: true, force: true });
for (const mode of (named.length > 0 ? named : Object.keys(targets)).flatMap((name) => targets[name])) {
  const start = performance.now();
  await build({ mode, logLevel: 'warn' });
  console.log(`built ${mode} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
