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

function testsOf({ testResults }) {
  return testResults ? testsIn(testResults) : [];
}

/** What failed in a file, each with its file and its error. */
function failuresOf({ testFile, testResults, errors, passed }) {
  if (passed) return [];
  const path = relative(process.cwd(), testFile);
  const tests = testResults ? namedTestsIn(testResults).filter(({ test }) => failed(test)) : [];
  return [
    ...tests.map(({ name, test }) => `${path}: ${name}\n${test.error?.message ?? 'no error was told'}`),
    ...errors.map(({ message }) => `${path}\n${message}`),
  ];
}

function namedTestsIn({ tests, suites }, before = []) {
  return [
    ...tests.map((test) => ({ test, name: [...before, test.name].join(' › ') })),
    ...suites.flatMap((suite) => namedTestsIn(suite, [...before, suite.name])),
  ];
}

function testsIn({ tests, suites }) {
  return [...tests, ...suites.flatMap(testsIn)];
}

function failed(test) {
  return !test.passed && !test.skipped;
}
