/** What a vitest JSON report says, as `npm test` counts it. */

const firstLine = (text) => (text ?? '').split('\n')[0];

function failuresOf({ name, assertionResults, message }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length > 0)
    return failed.map((test) => ({
      file: name,
      test: test.fullName,
      message: firstLine(test.failureMessages[0]),
    }));
  return message ? [{ file: name, test: null, message: firstLine(message) }] : [];
}

/**
 * @param report of vitest's JSON reporter, or undefined where none was written
 * @param status of the process that ran: an error outside any test (an unhandled rejection, a failed teardown) shows only there
 * @returns counts, what failed, and the files of it; a suite that could not even start counts as one failure
 */
export function tally(report, status) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: [], files: [] };
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed').length;
  const broken = report.testResults.filter((file) => file.status === 'failed');
  const withoutTest = broken.filter(
    ({ assertionResults }) => !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = failedTests + withoutTest;
  return {
    passed,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: tests.length - passed - failedTests,
    failures: report.testResults.flatMap(failuresOf),
    files: broken.map(({ name }) => name),
  };
}

/** The report with the files of the second run in the place of the same files of the first. */
export function merged(first, second) {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  return { testResults: first.testResults.map((file) => again.get(file.name) ?? file) };
}
