import type { ClientSession } from 'mongoose';
import type { Claim, Decision } from '../../../../domain/decision.js';
import { commitmentIdOf } from '../../shared/extraction-rows.js';
import type { Models } from '../models.js';
import type { SpokenRecord } from '../tracking-models.js';

/** The running number that comes next. */
export const next = (said: readonly { readonly seq: number }[]): number => (said.at(-1)?.seq ?? 0) + 1;

/** Puts down what somebody said. */
export async function append(
  models: Models,
  session: ClientSession,
  table: 'decisions' | 'claims',
  body: Decision | Claim,
): Promise<void> {
  const { tenant, anchor, id, seq, madeBy, madeAt } = body;
  const commitmentId = commitmentIdOf(anchor.itemId);
  await models.commitments.updateOne(
    { _id: `${commitmentId}@${tenant}` },
    { $setOnInsert: { tenant, id: commitmentId, createdAt: madeAt } },
    { session, upsert: true },
  );
  const record: SpokenRecord = {
    ...{ _id: id, tenant, commitmentId, documentId: anchor.documentId, seq, madeBy, madeAt, body },
  };
  await models[table].collection.insertOne(record as never, { session });
}
