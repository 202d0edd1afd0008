import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

// `node scripts/run-chaos.mjs [--seeds=…]`: see test/chaos/cli.ts. It is built into one file first: code that is loaded
// when it is first needed is then there at once, each time alike, and not when the machine comes to it.
const outDir = mkdtempSync(join(tmpdir(), 'chaos-'));
await build({
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'test/chaos/cli.ts',
    outDir,
    emptyOutDir: false,
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'cli.mjs' } },
  },
});

const file = join(outDir, 'cli.mjs');
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--expose-gc', file, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
rmSync(outDir, { recursive: true });
process.exit(status ?? 1);
