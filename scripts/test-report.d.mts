export interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly {
    readonly file: string;
    readonly test: string | null;
    readonly message: string;
  }[];
  readonly files: readonly string[];
}

export function tally(report: TestReport | undefined, status: number | null): Tally;
export function merged(first: TestReport, second: TestReport): TestReport;
