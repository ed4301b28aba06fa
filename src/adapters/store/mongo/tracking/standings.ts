import type { ClientSession } from 'mongoose';
import type { Claim, Decision } from '../../../../domain/decision.js';
import { JiannuoError } from '../../../../domain/errors.js';
import type { Standing } from '../../../../domain/standing.js';
import type { StoredFact } from '../../../../track/ledger/document-facts.js';
import { deadlineKeys, noDeadlineUp } from '../../shared/row-order.js';
import { standingsOf } from '../../shared/standings.js';
import { type Recount, recountUnits } from '../counting.js';
import type { ItemRecord, Models } from '../models.js';
import { recounted } from '../promise-counts.js';
import type { FactRecord, HeldRecord, SpokenRecord, TrackedRecord } from '../tracking-models.js';

async function saidIn<Said extends Decision | Claim>(
  models: Models,
  session: ClientSession | null,
  table: 'decisions' | 'claims',
  tenant: string,
  documentId: string,
): Promise<Said[]> {
  const records = await models[table]
    .find({ tenant, documentId })
    .session(session)
    .sort({ seq: 1 })
    .lean<SpokenRecord[]>();
  return records.map(({ body }) => body as Said);
}

export const decisionsIn = (models: Models, session: ClientSession | null, tenant: string, id: string) =>
  saidIn<Decision>(models, session, 'decisions', tenant, id);
export const claimsIn = (models: Models, session: ClientSession | null, tenant: string, id: string) =>
  saidIn<Claim>(models, session, 'claims', tenant, id);

export async function promisesIn(
  { facts }: Models,
  session: ClientSession | null,
  documentId: string,
): Promise<StoredFact[]> {
  const records = await facts
    .find({ documentId, side: { $ne: 'report' } })
    .session(session)
    .sort({ at: 1 })
    .lean<FactRecord[]>();
  return records.map(({ itemId, keys, body }) => ({ itemId, keys, body }));
}

export interface Projected {
  readonly standings: readonly Standing[];
  /** Units that rows were found under before: perhaps nobody mentions them any more. */
  readonly left: readonly string[];
}

/**
 * Brings standings of a document's promises up to date, and rows with what they are found by.
 * @param only these items; null for all, those that are no more taken out
 */
export async function project(
  models: Models,
  session: ClientSession,
  tenant: string,
  documentId: string,
  only: ReadonlySet<string> | null,
): Promise<Projected> {
  const record = await models.tracked
    .findOne({ _id: documentId, tenant })
    .session(session)
    .lean<TrackedRecord>();
  if (!record) throw new JiannuoError('not-found', { what: 'document', id: documentId });
  const { file, place, day } = record.head;
  const asked = { targetDocument: documentId, ...(only && { targetItem: { $in: [...only] } }) };
  const held = await models.held.find(asked).session(session).lean<HeldRecord[]>();
  const material = {
    documentId,
    view: { document: { file, id: documentId }, place, day },
    facts: await promisesIn(models, session, documentId),
    held: held.map(({ row }) => row),
    decisions: await decisionsIn(models, session, tenant, documentId),
    claims: await claimsIn(models, session, tenant, documentId),
  };
  const standings = standingsOf(material, only);
  if (only === null) await models.standings.deleteMany({ documentId }, { session });
  const said = new Map(material.facts.map(({ itemId, body }) => [itemId, body.item]));
  const which = { documentId, ...(only && { itemId: { $in: [...only] } }) };
  return recounted(models, session, tenant, which, async () => {
    const recount = await recountUnits(models, session, tenant, documentId, said, standings);
    await save(models, session, tenant, standings, recount);
    return { standings, left: recount.left };
  });
}

const stateRecord = ({ state: { due, ...state } }: Standing): ItemRecord['state'] => ({
  ...state,
  dueUp: due ?? noDeadlineUp,
});

async function save(
  { standings: table, items }: Models,
  session: ClientSession,
  tenant: string,
  standings: readonly Standing[],
  { byItem }: Recount,
): Promise<void> {
  if (standings.length === 0) return;
  const idOf = ({ itemId }: Standing) => `${itemId}@${tenant}`;
  await table.collection.bulkWrite(
    standings.map((standing) => ({
      replaceOne: {
        filter: { _id: idOf(standing) as never },
        replacement: { tenant, documentId: standing.documentId, standing },
        upsert: true,
      },
    })),
    { session },
  );
  // Beside the item too, where filters look.
  await items.collection.bulkWrite(
    standings.map((standing) => ({
      updateOne: {
        filter: { _id: idOf(standing) as never },
        update: {
          $set: {
            state: stateRecord(standing),
            ...deadlineKeys(standing.state.due),
            ...byItem.get(standing.itemId),
          },
        },
      },
    })),
    { session },
  );
}
