import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// `node scripts/build-frameworks.mjs`: packs the package as it is built, installs it beside the frameworks in
// test/frameworks/, as a site would, and builds the apps there.
const folder = join('test', 'frameworks');
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
const packed = mkdtempSync(join(tmpdir(), 'genesys-webchat-pack-'));

try {
  if (!existsSync(join(folder, 'node_modules'))) run('npm', ['ci', ...quiet]);
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', packed], { encoding: 'utf8' }),
  );
  run('npm', ['install', '--no-save', ...quiet, join(packed, filename)]);
  run(process.execPath, ['build.mjs']);
} finally {
  rmSync(packed, { recursive: true });
}

function run(command, words) {
  execFileSync(command, words, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
}
