import type { Connection } from 'mongoose';
import type { Tokenize } from '../../../../app/ports/ledger-store.js';
import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import { addedIn } from '../../../../app/standing/added.js';
import { JiannuoError } from '../../../../domain/errors.js';
import { saidId } from '../../../../domain/identity.js';
import { addedRow, itemExists, rowIn } from '../../shared/added-items.js';
import { unitIdsOf } from '../../shared/registry.js';
import { wellFormed } from '../../shared/well-formed.js';
import { toRecord } from '../extraction.js';
import { bare, type DocumentRecord, type ItemRecord, type Models } from '../models.js';
import { recounted } from '../promise-counts.js';
import { forgetUnmentioned, registerUnits } from '../units.js';
import { append, next } from './append.js';
import { decisionsIn } from './standings.js';

export function amendMethods(
  connection: Connection,
  models: Models,
  tokenize: Tokenize,
): Pick<TrackingStore, 'amend' | 'decisionsOf'> {
  const { documents, items } = models;
  return {
    async amend(tenant, given) {
      const decision = wellFormed(given);
      const { body, anchor } = decision;
      const { documentId, itemId } = anchor;
      const _id = `${itemId}@${tenant}`;
      const row = body.kind === 'add' ? await addedRow(body.item, tokenize) : null;
      const names = row?.unitNames ?? [];
      const unitByName = await registerUnits(models, tenant, names);
      let left: readonly string[] = [];
      await connection.transaction(async (session) => {
        const by = row || (await items.exists({ _id }).session(session)) ? 1 : 0;
        // Written first: whoever amends or extracts the same document conflicts here, and waits its turn.
        const document = await bare<DocumentRecord>(documents).findOneAndUpdate(
          { _id: documentId, tenant, engine: { $ne: null } },
          {
            $set: { untracked: true, updatedAt: new Date().toISOString() },
            $inc: { 'counts.commitments': row ? by : -by },
          },
          { session, projection: { name: 1, place: 1, meta: 1 } },
        );
        if (!document?.meta) throw new JiannuoError('not-found', { what: 'document', id: documentId });
        const before = await decisionsIn(models, session, tenant, documentId);
        const isAdded = addedIn(before).some((added) => added.anchor.itemId === itemId);
        if (row && (isAdded || (await items.exists({ _id }).session(session)))) throw itemExists(itemId);
        if (!row && !isAdded) throw new JiannuoError('not-found', { what: 'commitment', id: itemId });
        const seq = next(before);
        const id = saidId('decision', tenant, documentId, seq);
        await append(models, session, 'decisions', { ...decision, seq, id });
        const { meta } = document;
        await recounted(models, session, tenant, { _id }, async () => {
          if (row) {
            const record = toRecord(tenant, document, { meta }, rowIn(row, meta), unitByName);
            await items.collection.insertOne({ ...record, state: null } as never, { session });
          } else {
            const old = await items
              .findOneAndDelete({ _id }, { session })
              .lean<Pick<ItemRecord, 'unitIds'>>();
            left = old?.unitIds ?? [];
          }
        });
      });
      if (left.length > 0) await forgetUnmentioned(models, tenant, left);
      // A name may have changed its unit meanwhile, before the row was there to be moved.
      const unitIds = unitIdsOf(names, await registerUnits(models, tenant, names));
      if (row && unitIds.join() !== unitIdsOf(names, unitByName).join())
        await connection.transaction((session) =>
          recounted(models, session, tenant, { _id }, () =>
            items.updateOne({ _id }, { $set: { unitIds } }, { session }),
          ),
        );
    },

    decisionsOf: (tenant, documentId) => decisionsIn(models, null, tenant, documentId),
  };
}
