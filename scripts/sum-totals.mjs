import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The suites whose totals a step of `.ci/run` leaves, where they are not the one of the step's own name. */
const suitesOf = { check: [], 'build-frameworks': [], test: ['node', 'chromium', 'built'] };

// `node scripts/sum-totals.mjs <step>=<exit status>…`: a step that failed counts as a failure even if no test did, and so does
// a suite that ran no test. What failed is told here once more, where the end of a long log is all that is kept.
const sum = { passed: 0, failed: 0 };
console.log();
for (const [step, status] of process.argv.slice(2).map((word) => word.split('='))) {
  const totals = (suitesOf[step] ?? [step]).map(totalsOf);
  const failed = totals.reduce((count, { failed }) => count + failed, 0) || (status === '0' ? 0 : 1);
  const passed = totals.reduce((count, { passed }) => count + passed, 0);
  for (const failure of totals.flatMap(({ failures }) => failures)) console.log(`✖ ${step}: ${failure}\n`);
  console.log(`${step}: ${status === '0' ? 'succeeded' : `failed with exit status ${status}`}`);
  sum.passed += passed;
  sum.failed += failed;
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);

function totalsOf(suite) {
  const path = join(process.env.TEST_TOTALS, `${suite}.json`);
  const totals = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { passed: 0, failed: 0 };
  if (totals.passed + totals.failed > 0) return totals;
  console.log(`${suite}: no test ran`);
  return { passed: 0, failed: 1, failures: [] };
}
