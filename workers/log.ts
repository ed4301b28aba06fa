import { type Logger, pino } from 'pino';
import { asJiannuoError } from '../src/domain/errors.js';

/** JSON lines on standard error. Ids, kinds, codes and durations only: a log is read by people who may not see documents. */
export function workerLog(level: string): Logger {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ fd: 2, sync: true }));
}

/** A fault without its message, which names files: its code, and for our own defects where it was thrown. */
export function faultFields(thrown: unknown): { code: string; error?: string; frames?: string[] } {
  const fault = asJiannuoError(thrown);
  if (fault.class !== 'defect') return { code: fault.code };
  const origin = fault.cause instanceof Error ? fault.cause : fault;
  const frames = (origin.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { code: fault.code, error: origin.name, frames: frames.slice(0, 8).map((line) => line.trim()) };
}
