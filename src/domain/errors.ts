import type { FaultClass } from './faults/fault.js';
import { fileFaults } from './faults/files.js';
import { jobFaults } from './faults/jobs.js';
import { requestFaults } from './faults/requests.js';
import { serverFaults } from './faults/servers.js';
import { setupFaults } from './faults/setup.js';

export type Language = 'zh' | 'en';

/**
 * The one table of faults. Everything that can go wrong for a user has a code here, a class that says whose fault it is,
 * and a message in plain words that says what to do. docs/errors.md is held against this table by a test.
 */
export const faults = { ...fileFaults, ...requestFaults, ...setupFaults, ...serverFaults, ...jobFaults };

export type FaultCode = keyof typeof faults;
export type FaultParameters = Readonly<Record<string, string | number>>;

/** Words that stand for `{what}`, told in the language of the message. */
const nouns: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  document: { zh: '文档', en: 'document' },
  commitment: { zh: '台账条目', en: 'ledger row' },
  job: { zh: '任务', en: 'job' },
  unit: { zh: '单位', en: 'unit' },
  route: { zh: '接口', en: 'route' },
  文档: { zh: '文档', en: 'document' },
  单位: { zh: '单位', en: 'unit' },
  可重试的任务: { zh: '可重试的任务', en: 'job to retry' },
};

/** The message of a code with its parameters filled in; a missing one shows as its name, so that a slip is seen. */
export function faultMessage(
  code: FaultCode,
  parameters: FaultParameters = {},
  language: Language = 'zh',
): string {
  return faults[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(parameters[name] ?? whole);
    return name === 'what' ? (nouns[value]?.[language] ?? value) : value;
  });
}

/** Any fault that is told to a user. `message` is the Chinese text; `parameters` hold what a log may not. */
export class JiannuoError extends Error {
  readonly code: FaultCode;
  readonly parameters: FaultParameters;

  constructor(code: FaultCode, parameters: FaultParameters = {}, cause?: unknown) {
    super(faultMessage(code, parameters), cause === undefined ? undefined : { cause });
    this.name = 'JiannuoError';
    this.code = code;
    this.parameters = parameters;
  }

  get class(): FaultClass {
    return faults[this.code].class;
  }

  get retryable(): boolean {
    return this.class !== 'input';
  }

  in(language: Language): string {
    return faultMessage(this.code, this.parameters, language);
  }

  toJSON(): { code: FaultCode; message: string } {
    return { code: this.code, message: this.message };
  }
}

/** Wraps whatever was thrown: a JiannuoError stays, anything else is our defect. */
export function asJiannuoError(thrown: unknown): JiannuoError {
  if (thrown instanceof JiannuoError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new JiannuoError('internal', { reason }, thrown);
}
