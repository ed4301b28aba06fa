import { describe, expect, it } from 'vitest';
import { merged, tally } from '../../scripts/test-report.mjs';

const file = (name: string, tests: Record<string, string>, message = '') => ({
  name,
  status: message || Object.values(tests).includes('failed') ? 'failed' : 'passed',
  message,
  assertionResults: Object.entries(tests).map(([fullName, status]) => ({
    fullName,
    status,
    failureMessages: status === 'failed' ? [`${fullName} was red\nat line 1`] : [],
  })),
});
const reportOf = (...testResults: ReturnType<typeof file>[]) => ({ testResults });

describe('what npm test counts', () => {
  it('counts passed, failed and skipped tests, and names what failed', () => {
    const report = reportOf(file('a', { one: 'passed', two: 'failed' }), file('b', { three: 'skipped' }));
    expect(tally(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: [{ file: 'a', test: 'two', message: 'two was red' }],
      files: ['a'],
    });
  });

  it('counts as one failure what has no test to show it: no report, a broken file, an error beside the tests', () => {
    expect(tally(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(tally(reportOf(file('a', { one: 'passed' })), 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(tally(reportOf(file('a', {}, 'no server'), file('b', { one: 'passed' })), 1)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: [{ file: 'a', test: null, message: 'no server' }],
    });
    expect(tally(reportOf(file('a', { one: 'passed' })), 0)).toMatchObject({ passed: 1, failed: 0 });
  });

  it('takes the second run of a file for its first, and nothing else with it', () => {
    const first = reportOf(file('a', { one: 'passed', two: 'failed' }), file('b', { three: 'failed' }));
    const second = reportOf(file('a', { one: 'passed', two: 'passed' }), file('b', { three: 'failed' }));
    expect(tally(merged(first, second), 1)).toMatchObject({ passed: 2, failed: 1, files: ['b'] });
    expect(tally(merged(first, reportOf(file('a', { one: 'failed', two: 'passed' }))), 1)).toMatchObject({
      passed: 1,
      failed: 2,
    });
  });
});
