import { spawnSync } from 'node:child_process';

/** `npm run check`: all that is checked without running a test; it ends at the first step that fails. */
const steps = {
  'format:check': 'formatting',
  lint: 'lint',
  typecheck: 'types',
  imports: 'who imports what',
  unused: 'unused files, exports and packages',
  'docs:check': 'custom elements manifest, and pages that are written from the code',
  build: 'build',
  size: 'sizes',
  publint: 'the package, as tools read it',
  attw: 'the types of the package, as TypeScript finds them',
};

for (const [script, heading] of Object.entries(steps)) {
  console.log(`\n── ${heading} (npm run ${script})`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    // npm is a script of its own on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  });
  if (status === 0) continue;
  console.error(`\nnpm run ${script} failed`);
  process.exit(1);
}
