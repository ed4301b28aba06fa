import type { AnyJobHandler } from '../../../app/ports/job-queue.js';
import { JiannuoError } from '../../../domain/errors.js';

export type HandlerTable = ReadonlyMap<string, AnyJobHandler>;

/** Handlers by kind. Two of one kind are a defect: which one ran would be chance. */
export function handlerTable(handlers: readonly AnyJobHandler[]): HandlerTable {
  const table = new Map<string, AnyJobHandler>();
  for (const handler of handlers) {
    const { kind } = handler.definition;
    if (table.has(kind)) throw new JiannuoError('internal', { reason: `two handlers for ${kind}` });
    table.set(kind, handler);
  }
  return table;
}
