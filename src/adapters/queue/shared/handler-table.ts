import type { AnyJobHandler } from '../../../app/ports/job-queue.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';

export type HandlerTable = ReadonlyMap<string, AnyJobHandler>;

/** Handlers by kind. Two of one kind are a defect: which one ran would be chance. */
export function handlerTable(handlers: readonly AnyJobHandler[]): HandlerTable {
  const table = new Map<string, AnyJobHandler>();
  for (const handler of handlers) {
    const { kind } = handler.definition;
    if (table.has(kind))
      throw new JiannuoError('internal', {
        reason: phrase(`${kind} 有两个处理程序`, `two handlers for ${kind}`),
      });
    table.set(kind, handler);
  }
  return table;
}
