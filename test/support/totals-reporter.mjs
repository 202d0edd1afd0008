import { relative } from 'node:path';
import { writeTotals } from '../../scripts/write-totals.mjs';

/**
 * A web-test-runner reporter that turns a file without tests into a failure, which the runner takes for a success, prints
 * one line of totals, and leaves them for `.ci/run`.
 */
export function totalsReporter(suite) {
  return {
    reportTestFileResults({ sessionsForTestFile }) {
      for (const session of sessionsForTestFile) {
        if (session.errors.length > 0 || testsOf(session).length > 0) continue;
        session.passed = false;
        session.errors.push({ message: 'This file holds no test.' });
      }
    },

    onTestRunFinished({ sessions }) {
      const tests = sessions.flatMap(testsOf);
      const broken = sessions.filter((session) => !session.passed && testsOf(session).every((test) => !failed(test)));
      const totals = {
        passed: tests.filter((test) => test.passed && !test.skipped).length,
        failed: tests.filter(failed).length + broken.length,
        skipped: tests.filter((test) => test.skipped).length,
        failures: sessions.flatMap(failuresOf),
      };
      console.log(`\n${suite}: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
      writeTotals(suite, totals);
    },
  };
}

/** What failed in a file, each with its file and its error. */
function failuresOf(session) {
  const path = relative('', session.testFile);
  const tests = testsOf(session).filter(failed);
  return [
    ...tests.map(({ name, error }) => `${path}: ${name}\n${error?.message ?? 'no error was told'}`),
    ...session.errors.map(({ message }) => `${path}\n${message}`),
  ];
}

/** The tests of a file, each by its whole name. */
function testsOf({ testResults }) {
  return testResults ? testsIn(testResults) : [];
}

function testsIn({ tests, suites }, before = []) {
  return [
    ...tests.map((test) => ({ ...test, name: [...before, test.name].join(' › ') })),
    ...suites.flatMap((suite) => testsIn(suite, [...before, suite.name])),
  ];
}

function failed(test) {
  return !test.passed && !test.skipped;
}
