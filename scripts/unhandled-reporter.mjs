import { writeFileSync } from 'node:fs';

/** Leaves a file where a run had errors outside any test: vitest's JSON report has no place for them. */
export default class UnhandledReporter {
  onTestRunEnd(_modules, errors) {
    if (errors.length > 0 && process.env.JIANNUO_TEST_UNHANDLED)
      writeFileSync(process.env.JIANNUO_TEST_UNHANDLED, `${errors.length}\n`);
  }
}
