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
  const broken = report.testResults.filter((file) => file.status === 'failed');
  const withoutTest = broken.filter(
    ({ assertionResults }) => !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + withoutTest;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOf),
    files: broken.map(({ name }) => name),
  };
}

/** The report with the files of the second run in the place of the same files of the first. */
export function merged(first, second) {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  const count = (...statuses) =>
    testResults.reduce(
      (sum, { assertionResults }) =>
        sum + assertionResults.filter(({ status }) => statuses.includes(status)).length,
      0,
    );
  return {
    testResults,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped', 'pending', 'disabled'),
    numTodoTests: count('todo'),
  };
}
