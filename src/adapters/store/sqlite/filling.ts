import { randomUUID } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import type { ExtractionRow } from '../shared/extraction-rows.js';
import { removeItems } from './items.js';
import { type Session, touchedDocument } from './session.js';

/** Rows written or removed at one go: for some 20 ms nothing else is done in this process. */
export const rowsAtOnce = 200;

/** Rows of a document that is being filled are no rows of the ledger yet. */
export const isWhole = 'items.document_id NOT IN (SELECT id FROM documents WHERE filling IS NOT NULL)';

/** Whether rows may be written piece by piece: there are many, and none of an earlier success that must stay until then. */
export function mayFill({ statement }: Session, id: string, rows: number): boolean {
  if (rows <= rowsAtOnce) return false;
  const shown = statement(
    'SELECT 1 FROM documents JOIN items ON document_id = documents.id WHERE documents.id = ? AND filling IS NULL LIMIT 1',
  );
  return shown.get(id) === undefined;
}

/**
 * Writes a document's rows a few at a time, so that the process does its other work in between. They are hidden until
 * `finish`, the last transaction, which must set the document's `filling` to NULL. What a run that was cut short has left is
 * removed by the next one; a run that another has taken over from ends with a fault.
 */
export async function fill(
  session: Session,
  tenant: string,
  id: string,
  rows: readonly ExtractionRow[],
  steps: { insert(row: ExtractionRow): void; finish(): void },
): Promise<void> {
  const { statement, write, ordered } = session;
  const run = randomUUID();
  const begun = ordered(() =>
    statement('UPDATE documents SET filling = ? WHERE tenant = ? AND id = ?').run(run, tenant, id),
  );
  touchedDocument(begun.changes, id);
  const ours = <T>(work: () => T): T =>
    write(() => {
      const now = statement('SELECT filling FROM documents WHERE id = ?').pluck().get(id);
      if (now !== run) throw takenOver(id);
      return work();
    });
  while (ordered(() => ours(() => removeItems(session, id, rowsAtOnce).removed)) > 0) await otherWork();
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    ordered(() => ours(() => some.forEach(steps.insert)));
    await otherWork();
  }
  ours(steps.finish);
}

const takenOver = (id: string) =>
  new JiannuoError('internal', {
    reason: phrase(`文档 ${id} 已由另一进程保存`, `another run has begun to save ${id}`),
  });
