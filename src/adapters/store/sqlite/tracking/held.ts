import { isReadingOf } from '../../../../app/jobs/document-track.job.js';
import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import type { Engine } from '../../../../domain/document.js';
import type { Standing } from '../../../../domain/standing.js';
import type { Held } from '../../../../track/ledger/held.js';
import { wellFormed } from '../../shared/well-formed.js';
import type { Session } from '../session.js';
import { project } from './standings.js';

export function heldMethods(session: Session): Pick<TrackingStore, 'saveHeld' | 'heldBy' | 'standing'> {
  const { statement, write } = session;

  const areCurrent = (stamps: ReadonlyMap<string, string>): boolean => {
    const stampOf = statement('SELECT stamp FROM tracked WHERE document_id = ?').pluck();
    return [...stamps].every(([id, stamp]) => stampOf.get(id) === stamp);
  };

  /** Unless it has been read anew since: then it waits for being held against others again. */
  const markTracked = (documentId: string, stamp: string | undefined): void => {
    const engine = statement('SELECT engine FROM documents WHERE id = ?').pluck().get(documentId) as
      | string
      | null;
    if (engine !== null && stamp !== undefined && isReadingOf(stamp, JSON.parse(engine) as Engine))
      statement('UPDATE documents SET untracked = 0, updated_at = ? WHERE id = ?').run(
        new Date().toISOString(),
        documentId,
      );
  };

  /** Promises of other documents that the document spoke of, by document. */
  const spokenOf = (documentId: string): { document: string; item: string }[] =>
    statement(
      'SELECT DISTINCT target_document AS document, target_item AS item FROM held WHERE other_document = ?',
    ).all(documentId) as { document: string; item: string }[];

  return {
    async saveHeld(tenant, documentId, stamps, given) {
      const rows = wellFormed(given);
      return write(() => {
        if (!areCurrent(stamps)) return false;
        const touched = new Map<string, Set<string>>();
        const touch = (document: string, item: string) =>
          touched.set(document, (touched.get(document) ?? new Set()).add(item));
        for (const { document, item } of spokenOf(documentId)) touch(document, item);
        statement('DELETE FROM held WHERE target_document = ?').run(documentId);
        statement('DELETE FROM held WHERE other_document = ?').run(documentId);
        const add = statement(
          'INSERT INTO held (target_document, target_item, other_document, row) VALUES (?, ?, ?, ?)',
        );
        for (const row of rows) {
          add.run(row.targetDocument, row.targetItem, row.otherDocument, JSON.stringify(row));
          touch(row.targetDocument, row.targetItem);
        }
        touched.delete(documentId);
        project(session, tenant, documentId, null);
        for (const [document, items] of touched) project(session, tenant, document, items);
        markTracked(documentId, stamps.get(documentId));
        return true;
      });
    },

    async heldBy(tenant, documentId) {
      return statement(
        `SELECT held.row FROM held JOIN tracked ON tracked.document_id = held.other_document
         WHERE tracked.tenant = ? AND held.other_document = ? ORDER BY held.n`,
      )
        .pluck()
        .all(tenant, documentId)
        .map((row) => JSON.parse(row as string) as Held);
    },

    async standing(tenant, itemId) {
      const body = statement('SELECT body FROM standings WHERE tenant = ? AND item_id = ?')
        .pluck()
        .get(tenant, itemId) as string | undefined;
      return body === undefined ? null : (JSON.parse(body) as Standing);
    },
  };
}
