import { relative } from 'node:path';
import { writeTotals } from './write-totals.mjs';

/**
 * A reporter of Node's test runner that prints one line of totals and leaves them for `.ci/run`. A file without tests is a
 * failure here: the runner reports it as a test that passed, named after the file.
 */
export default async function* nodeTotalsReporter(events) {
  const suite = process.env.TEST_SUITE ?? 'node';
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] };

  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details.type === 'suite') continue;
    const path = relative('', data.file);
    if (type === 'test:pass' && data.name === data.file) {
      process.exitCode = 1;
      totals.failed += 1;
      totals.failures.push(`${path} holds no test`);
      yield `\n${data.file} holds no test\n`;
    } else if (data.skip !== undefined || data.todo !== undefined) {
      totals.skipped += 1;
    } else if (type === 'test:pass') {
      totals.passed += 1;
    } else {
      const { error } = data.details;
      totals.failed += 1;
      totals.failures.push(`${path}: ${data.name}\n${error.cause ?? error}`);
    }
  }

  writeTotals(suite, totals);
  yield `\n${suite}: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`;
}
