import { asJiannuoError, JiannuoError } from '../domain/errors.js';
import type { Parameters } from '../domain/phrase.js';

/** Flags that stand for a variable of the environment. */
export interface ConfigFlags {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly kinds?: string | undefined;
}

export const variables: Readonly<Record<keyof ConfigFlags, string>> = {
  data: 'JIANNUO_DATA',
  host: 'JIANNUO_HOST',
  port: 'JIANNUO_PORT',
  concurrency: 'JIANNUO_CONCURRENCY',
  kinds: 'JIANNUO_JOB_KINDS',
};

/** Parameters of a query whose flag is not their own name with dashes. */
const flagsOfParameters: Readonly<Record<string, string>> = {
  documentId: '--document',
  noDeadline: '--without-deadline',
};

const dashed = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The flag that gave a variable of the environment or a parameter of a query its value. */
function flagOf({ code, parameters }: JiannuoError, given: ConfigFlags): Parameters | null {
  const { parameter, name } = parameters;
  if (code === 'query-invalid' && typeof parameter === 'string') {
    return { parameter: flagsOfParameters[parameter] ?? dashed(parameter) };
  }
  const [flag] = Object.entries(variables).find(([, variable]) => variable === name) ?? [];
  return flag && given[flag as keyof ConfigFlags] !== undefined ? { name: `--${flag}` } : null;
}

/** A fault as it is told at the command line: a value that came from a flag is named by the flag. */
export function atCommandLine(thrown: unknown, given: ConfigFlags): JiannuoError {
  const fault = asJiannuoError(thrown);
  const flag = flagOf(fault, given);
  return flag ? new JiannuoError(fault.code, { ...fault.parameters, ...flag }, fault.cause) : fault;
}

/** 2 where the fault lies in how the command was called, else 1. */
export function exitStatus({ code, parameters }: JiannuoError): 1 | 2 {
  const wrongFlag = code === 'configuration-invalid' && String(parameters.name).startsWith('--');
  return wrongFlag || code === 'query-invalid' || code === 'cursor-invalid' ? 2 : 1;
}
