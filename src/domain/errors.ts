import type { FaultClass } from './faults/fault.js';
import { fileFaults } from './faults/files.js';
import { jobFaults } from './faults/jobs.js';
import { peopleFaults } from './faults/people.js';
import { requestFaults } from './faults/requests.js';
import { serverFaults } from './faults/servers.js';
import { setupFaults } from './faults/setup.js';
import { fillIn, type Language, type Parameters, type Phrase, phrase } from './phrase.js';

/**
 * The one table of faults. Everything that can go wrong for a user has a code here, a class that says whose fault it is,
 * and a message in plain words that says what to do. docs/errors.md is held against this table by a test.
 */
export const faults = {
  ...fileFaults,
  ...requestFaults,
  ...peopleFaults,
  ...setupFaults,
  ...serverFaults,
  ...jobFaults,
};

export type FaultCode = keyof typeof faults;
export type FaultParameters = Parameters;

/** Words that stand for `{what}`. */
const nouns: Readonly<Record<string, Phrase>> = {
  document: phrase('文档', 'document'),
  binned: phrase('回收站里的文档', 'document in the bin'),
  commitment: phrase('台账条目', 'ledger row'),
  job: phrase('任务', 'job'),
  deadJob: phrase('可重试的任务', 'job to retry'),
  evidence: phrase('佐证', 'evidence'),
  unit: phrase('单位', 'unit'),
  person: phrase('用户', 'user'),
  token: phrase('接口令牌', 'API token'),
  calendar: phrase('日历订阅地址', 'calendar address'),
  route: phrase('接口', 'route'),
  file: phrase('文件', 'file'),
  proposal: phrase('建议提案', 'proposal'),
  samples: phrase('示例文件', 'sample files'),
  page: phrase('网页', 'page'),
  delivery: phrase('提醒', 'delivery of reminders'),
};

/** The message of a code with its parameters filled in. */
export function faultMessage(
  code: FaultCode,
  parameters: FaultParameters = {},
  language: Language = 'zh',
): string {
  const { what } = parameters;
  const noun = typeof what === 'string' ? nouns[what] : undefined;
  return fillIn(faults[code], noun ? { ...parameters, what: noun } : parameters, language);
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

  toJSON(): { code: FaultCode; message: string; parameters: FaultParameters } {
    return { code: this.code, message: this.message, parameters: this.parameters };
  }
}

/** Wraps whatever was thrown: a JiannuoError stays, anything else is our defect. */
export function asJiannuoError(thrown: unknown): JiannuoError {
  if (thrown instanceof JiannuoError) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new JiannuoError('internal', { reason }, thrown);
}
