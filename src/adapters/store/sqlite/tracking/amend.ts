import type { Tokenize } from '../../../../app/ports/ledger-store.js';
import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import { addedIn } from '../../../../app/standing/added.js';
import type { Decision } from '../../../../domain/decision.js';
import type { DocumentMeta } from '../../../../domain/document.js';
import { JiannuoError } from '../../../../domain/errors.js';
import { saidId } from '../../../../domain/identity.js';
import { type AddedRow, addedRow, itemExists, rowIn } from '../../shared/added-items.js';
import { wellFormed } from '../../shared/well-formed.js';
import { insertItem, removeItem } from '../items.js';
import { ofDocument, recounted } from '../promise-counts.js';
import type { Session } from '../session.js';
import { append, next } from './append.js';
import { decisionsIn } from './standings.js';

export function amendMethods(
  session: Session,
  tokenize: Tokenize,
): Pick<TrackingStore, 'amend' | 'decisionsOf'> {
  const { statement, write } = session;

  const metaOf = (tenant: string, id: string): DocumentMeta => {
    const meta = statement(
      'SELECT meta FROM documents WHERE tenant = ? AND id = ? AND engine IS NOT NULL AND filling IS NULL',
    )
      .pluck()
      .get(tenant, id) as string | null | undefined;
    if (!meta) throw new JiannuoError('not-found', { what: 'document', id });
    return JSON.parse(meta) as DocumentMeta;
  };

  const isThere = (tenant: string, id: string): boolean =>
    statement('SELECT 1 FROM items WHERE tenant = ? AND id = ?').get(tenant, id) !== undefined;

  return {
    async amend(tenant, given) {
      const decision = wellFormed(given);
      const { body, anchor } = decision;
      const { documentId, itemId } = anchor;
      const row: AddedRow | null = body.kind === 'add' ? await addedRow(body.item, tokenize) : null;
      write(() => {
        const meta = metaOf(tenant, documentId);
        const before = decisionsIn(session, tenant, documentId);
        const isAdded = addedIn(before).some((added) => added.anchor.itemId === itemId);
        if (row && (isAdded || isThere(tenant, itemId))) throw itemExists(itemId);
        if (!row && !isAdded) throw new JiannuoError('not-found', { what: 'commitment', id: itemId });
        const seq = next(before);
        const said: Decision = { ...decision, seq, id: saidId('decision', tenant, documentId, seq) };
        append(session, said);
        const change = () => {
          if (!row) return removeItem(session, tenant, itemId) ? -1 : 0;
          insertItem(session, tenant, documentId, { meta }, rowIn(row, meta));
          return 1;
        };
        const by = recounted(session, tenant, ofDocument(documentId, new Set([itemId])), change);
        statement(
          `UPDATE documents SET untracked = 1, updated_at = ?,
             counts = json_set(counts, '$.commitments', json_extract(counts, '$.commitments') + ?) WHERE id = ?`,
        ).run(new Date().toISOString(), by, documentId);
      });
    },

    async decisionsOf(tenant, documentId) {
      return decisionsIn(session, tenant, documentId);
    },
  };
}
