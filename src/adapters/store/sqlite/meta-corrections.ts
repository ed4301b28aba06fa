import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { CorrectedMeta, MetaCorrection } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import { correctionsOf, metaAsRead, withCorrections } from '../../../domain/meta-correction.js';
import { wellFormed } from '../shared/well-formed.js';
import { documentColumns, toDocument } from './documents.js';
import { linkFound } from './proposals.js';
import type { Session } from './session.js';

/** What people set of a document so far. */
export function correctionsIn({ statement }: Session, tenant: string, id: string): readonly MetaCorrection[] {
  const meta = statement('SELECT meta FROM documents WHERE tenant = ? AND id = ?').pluck().get(tenant, id) as
    | string
    | null
    | undefined;
  return meta ? correctionsOf(JSON.parse(meta) as CorrectedMeta) : [];
}

/** What counts of a document, in all places that keep it. Inside of a transaction. */
export function setMeta(session: Session, tenant: string, id: string, meta: CorrectedMeta): void {
  const { statement } = session;
  statement(
    'UPDATE documents SET meta = ?, issuer = ?, untracked = 1, updated_at = ? WHERE tenant = ? AND id = ?',
  ).run(JSON.stringify(meta), meta.issuer, new Date().toISOString(), tenant, id);
  statement('UPDATE items SET document_date = ? WHERE document_id = ?').run(meta.date ?? '', id);
  linkFound(session, tenant, id, meta);
}

export function metaCorrectionMethods(session: Session): Pick<LedgerStore, 'correctMeta'> {
  const { statement, write } = session;
  return {
    async correctMeta(tenant, id, given, version) {
      return write(() => {
        const find = () =>
          statement(
            `SELECT ${documentColumns} FROM documents WHERE tenant = ? AND id = ? AND engine IS NOT NULL AND filling IS NULL`,
          ).get(tenant, id);
        const record = find();
        const meta = record === undefined ? null : toDocument(record).meta;
        if (!meta) throw new JiannuoError('not-found', { what: 'document', id });
        const before = correctionsOf(meta);
        if (before.length !== version) throw new JiannuoError('edit-conflict', { version: before.length });
        setMeta(session, tenant, id, withCorrections(metaAsRead(meta), [...before, wellFormed(given)]));
        return toDocument(find());
      });
    },
  };
}
