import type { Connection } from 'mongoose';
import type { FoundFact, TrackedHead, TrackingStore } from '../../../../app/ports/tracking-store.js';
import { JiannuoError } from '../../../../domain/errors.js';
import { placeKey } from '../../../../track/fact/place.js';
import { wellFormed } from '../../shared/well-formed.js';
import type { Models } from '../models.js';
import type { FactRecord, TrackedRecord } from '../tracking-models.js';

type Facts = Pick<TrackingStore, 'saveFacts' | 'heads' | 'factsOf' | 'factsLike' | 'documentsTelling'>;

const keyOf = (place: string | null): string => (place === null ? '' : placeKey(place));

/** The place and the unknown one; for an unknown place all. */
const within = (place: string | null) => (place === null ? {} : { placeKey: { $in: [placeKey(place), ''] } });

const toFact = ({ documentId, itemId, keys, body }: FactRecord): FoundFact => ({
  ...{ documentId, itemId, keys, body },
});

export function factMethods(connection: Connection, { documents, tracked, facts }: Models): Facts {
  /** Without a place the index is of no use below the office: ask for each place there is. */
  const places = async (tenant: string, place: string | null) => {
    if (place !== null) return within(place);
    const all: string[] = await tracked.distinct('placeKey', { tenant });
    return { placeKey: { $in: all } };
  };

  return {
    async saveFacts(tenant, given, givenFacts) {
      const made = wellFormed(givenFacts);
      const head: TrackedHead = { ...wellFormed(given), subject: made.subject };
      const { documentId, stamp, place } = head;
      const key = keyOf(place);
      const records = made.facts.map(
        ({ itemId, keys, body }, at): FactRecord => ({
          ...{ _id: `${itemId}@${tenant}`, tenant, documentId, itemId, side: body.side, placeKey: key },
          ...{ at, keys, body },
        }),
      );
      await connection.transaction(async (session) => {
        if (!(await documents.exists({ _id: documentId, tenant }).session(session)))
          throw new JiannuoError('not-found', { what: 'document', id: documentId });
        await tracked.collection.updateOne(
          { _id: documentId as never },
          {
            $set: { tenant, stamp, placeKey: key, marks: [...made.marks], head },
            $inc: { turn: 1 },
          },
          { session, upsert: true },
        );
        await facts.deleteMany({ documentId }, { session });
        if (records.length > 0) await facts.collection.insertMany(records as never[], { session });
      });
      // Put into the bin meanwhile, by one that found nothing of this to take out.
      if (await documents.exists({ _id: documentId, tenant })) return;
      await facts.deleteMany({ documentId });
      await tracked.deleteOne({ _id: documentId });
      throw new JiannuoError('not-found', { what: 'document', id: documentId });
    },

    async heads(tenant, documentIds) {
      const records = await tracked
        .find({ _id: { $in: [...documentIds] }, tenant }, { head: 1 })
        .lean<Pick<TrackedRecord, 'head'>[]>();
      return records.map(({ head }) => head);
    },

    async factsOf(tenant, documentId) {
      const records = await facts.find({ documentId, tenant }).sort({ at: 1 }).lean<FactRecord[]>();
      return records.map(toFact);
    },

    async factsLike(tenant, side, place, keys) {
      if (keys.length === 0) return [];
      const asked = { tenant, side, ...(await places(tenant, place)), keys: { $in: [...keys] } };
      const records = await facts.find(asked).lean<FactRecord[]>();
      return records.map(toFact);
    },

    async documentsTelling(tenant, place, marks) {
      if (marks.length === 0) return [];
      const asked = { tenant, ...(await places(tenant, place)), marks: { $all: [...marks] } };
      const records = await tracked.find(asked, { _id: 1 }).sort({ _id: 1 }).lean<{ _id: string }[]>();
      return records.map(({ _id }) => _id);
    },
  };
}
