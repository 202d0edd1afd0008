import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Leaves a suite's `{passed, failed, skipped, failures}`, where failures are sentences, in the folder that TEST_TOTALS names; does nothing without one. */
export function writeTotals(suite, totals) {
  const folder = process.env.TEST_TOTALS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${suite}.json`), JSON.stringify(totals));
}
