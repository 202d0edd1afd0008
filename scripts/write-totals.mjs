import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Leaves a suite's `{passed, failed, skipped, failures}` in the folder that TEST_TOTALS names, each failure as the text that
 * tells of it; does nothing without a folder.
 */
export function writeTotals(suite, totals) {
  const folder = process.env.TEST_TOTALS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${suite}.json`), JSON.stringify(totals));
}
