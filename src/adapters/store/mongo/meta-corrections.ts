import type { Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { correctionsOf, metaAsRead, withCorrections } from '../../../domain/meta-correction.js';
import { storedMeta } from '../shared/extraction-rows.js';
import { proposalOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import { toDocument } from './documents.js';
import { bare, type DocumentRecord, type Models } from './models.js';
import { foundIn, registerProposal } from './proposals.js';
import { settleProposals } from './unneeded-proposals.js';

export function metaCorrectionMethods(
  connection: Connection,
  models: Models,
): Pick<LedgerStore, 'correctMeta'> {
  const { documents, items } = models;
  return {
    async correctMeta(tenant, id, given, version) {
      const which = { _id: id, tenant, engine: { $ne: null } };
      const { document, linkBefore } = await connection.transaction(async (session) => {
        // Written first: whoever corrects or extracts the same document conflicts here, and waits its turn.
        const before = await bare<DocumentRecord>(documents).findOneAndUpdate(
          which,
          { $set: { untracked: true, updatedAt: new Date().toISOString() } },
          { session },
        );
        const known = before && storedMeta(before.meta);
        if (!known) throw new JiannuoError('not-found', { what: 'document', id });
        const said = correctionsOf(known);
        if (said.length !== version) throw new JiannuoError('edit-conflict', { version: said.length });
        const meta = withCorrections(metaAsRead(known), [...said, wellFormed(given)]);
        const proposal = proposalOf(meta);
        // Outside of the transaction, which would conflict with that of every other document that names it.
        if (proposal) await registerProposal(models, tenant, proposal);
        const after = await bare<DocumentRecord>(documents).findOneAndUpdate(
          which,
          { $set: { meta, found: foundIn(tenant, meta) } },
          { session, returnDocument: 'after' },
        );
        const { title, kind, issuer, date, proposalNumber, publicity } = meta;
        const summary = { name: before.name, title, kind, issuer, date, proposalNumber, publicity };
        await items.updateMany(
          { documentId: id },
          { $set: { document: summary, documentDate: date ?? '' } },
          { session },
        );
        if (!after) throw new JiannuoError('not-found', { what: 'document', id });
        return { document: toDocument(after), linkBefore: before.found };
      });
      await settleProposals(models, tenant, document.meta, linkBefore);
      return document;
    },
  };
}
