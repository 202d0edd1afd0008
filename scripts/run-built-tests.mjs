import { spawnSync } from 'node:child_process';

// `node scripts/run-built-tests.mjs`: the tests that use the tag, in Chromium, with the file that pages link.
const files = [
  'test/components/genesys-webchat/*.test.ts',
  'test/flows/*.test.ts',
  'test/legacy/{sites-*,extensions,page-globals,language-packs}.test.ts',
  'test/security/strict-policy.test.ts',
  '!test/**/*.node.test.ts',
];
const { status } = spawnSync(
  process.execPath,
  ['scripts/run-browser-tests.mjs', 'chromium', ...files.flatMap((each) => ['--files', each])],
  { stdio: 'inherit', env: { ...process.env, BUILT: '1' } },
);
process.exit(status ?? 1);
