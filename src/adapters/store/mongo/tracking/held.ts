import type { ClientSession, Connection } from 'mongoose';
import { isReadingOf } from '../../../../app/jobs/document-track.job.js';
import type { TrackingStore } from '../../../../app/ports/tracking-store.js';
import { wellFormed } from '../../shared/well-formed.js';
import { bare, type DocumentRecord, type Models } from '../models.js';
import { addUpWhenMany } from '../promise-counts.js';
import type { HeldRecord, StandingRecord } from '../tracking-models.js';
import { forgetUnmentioned } from '../units.js';
import { project } from './standings.js';

export function heldMethods(
  connection: Connection,
  models: Models,
): Pick<TrackingStore, 'saveHeld' | 'heldBy' | 'standing'> {
  const { documents, tracked, held, standings } = models;

  /** Whether the documents are read as the rows have it. Written, not only looked at: who reads one anew meanwhile waits. */
  const areCurrent = async (session: ClientSession, stamps: ReadonlyMap<string, string>) => {
    const inOrder = [...stamps].sort(([a], [b]) => (a < b ? -1 : 1));
    const turns = inOrder.map(([id, stamp]) => ({
      updateOne: { filter: { _id: id as never, stamp }, update: { $inc: { turn: 1 } } },
    }));
    const { matchedCount } = await tracked.collection.bulkWrite(turns, { session });
    return matchedCount === stamps.size;
  };

  /** Unless it has been read anew since: then it waits for being held against others again. */
  const markTracked = async (session: ClientSession, id: string, stamp: string | undefined) => {
    const { engine } = (await bare<DocumentRecord>(documents).findOne({ _id: id }, { session })) ?? {};
    if (engine && stamp !== undefined && isReadingOf(stamp, engine))
      await documents.updateOne(
        { _id: id },
        { $set: { untracked: false, updatedAt: new Date().toISOString() } },
        { session },
      );
  };

  return {
    async saveHeld(tenant, documentId, stamps, given) {
      const rows = wellFormed(given);
      let saved = false;
      const left = new Set<string>();
      await connection.transaction(async (session) => {
        saved = await areCurrent(session, stamps);
        if (!saved) return;
        const touched = new Map<string, Set<string>>();
        const touch = (document: string, item: string) =>
          touched.set(document, (touched.get(document) ?? new Set()).add(item));
        const before = await held
          .find({ otherDocument: documentId }, { targetDocument: 1, targetItem: 1 })
          .session(session)
          .lean<Pick<HeldRecord, 'targetDocument' | 'targetItem'>[]>();
        for (const { targetDocument, targetItem } of before) touch(targetDocument, targetItem);
        const ofIt = { $or: [{ targetDocument: documentId }, { otherDocument: documentId }] };
        await held.deleteMany(ofIt, { session });
        const records = rows.map(
          (row): HeldRecord => ({
            ...{ tenant, targetDocument: row.targetDocument, targetItem: row.targetItem },
            ...{ otherDocument: row.otherDocument, row },
          }),
        );
        for (const { targetDocument, targetItem } of records) touch(targetDocument, targetItem);
        if (records.length > 0) await held.collection.insertMany(records as never[], { session });
        touched.delete(documentId);
        for (const [document, items] of [[documentId, null] as const, ...touched]) {
          const projected = await project(models, session, tenant, document, items);
          for (const unit of projected.left) left.add(unit);
        }
        await markTracked(session, documentId, stamps.get(documentId));
      });
      await forgetUnmentioned(models, tenant, [...left]);
      await addUpWhenMany(connection, models, tenant);
      return saved;
    },

    async heldBy(tenant, documentId) {
      const rows = await held
        .find({ tenant, otherDocument: documentId })
        .sort({ _id: 1 })
        .lean<HeldRecord[]>();
      return rows.map(({ row }) => row);
    },

    async standing(tenant, itemId) {
      const record = await standings.findOne({ _id: `${itemId}@${tenant}` }).lean<StandingRecord>();
      return record?.standing ?? null;
    },
  };
}
