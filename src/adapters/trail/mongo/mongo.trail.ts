import type { TrailStore } from '../../../app/ports/trail-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';
import { chained, type TrailEntry } from '../../../domain/trail.js';
import { assertReplicaSet, connectMongo, type MongoAt } from '../../mongo/connection.js';
import { guardedMongo } from '../../mongo/guarded-mongo.js';
import { isTaken } from '../../mongo/taken.js';

type TrailRecord = TrailEntry & { readonly _id: { readonly tenant: string; readonly number: number } };

const entryOf = ({ _id, ...entry }: TrailRecord): TrailEntry => entry;

/** The audit trail in a MongoDB replica set. Faults at opening: as the ledger's. */
export async function openMongoTrail(at: MongoAt): Promise<TrailStore> {
  const connection = await connectMongo(at);
  const database = connection.db;
  if (!database) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  const trail = database.collection<TrailRecord>('trail');
  const index = { tenant: 1, number: 1 } as const;
  const store: TrailStore = {
    async append(entry) {
      // The number is the key: of two that follow on the same entry one is refused, and follows on the other.
      for (;;) {
        const [last] = await trail.find({ tenant: entry.tenant }).sort({ number: -1 }).limit(1).toArray();
        const next = chained(entry, last ?? null);
        try {
          await trail.insertOne({ ...next, _id: { tenant: next.tenant, number: next.number } });
          return next;
        } catch (error) {
          if (!isTaken(error)) throw error;
        }
      }
    },
    async entries(tenant, { after, limit }) {
      const records = await trail
        .find({ tenant, number: { $gt: after } })
        .sort({ number: 1 })
        .limit(limit)
        .toArray();
      return records.map(entryOf);
    },
    async newest(tenant, { before, limit }) {
      const records = await trail
        .find({ tenant, ...(before !== undefined && { number: { $lt: before } }) })
        .sort({ number: -1 })
        .limit(limit)
        .toArray();
      return records.map(entryOf);
    },
    ping: () => assertReplicaSet(connection, at.url),
    async migrate() {
      const known = await database.listCollections({ name: 'trail' }).hasNext();
      await trail.createIndex(index, { unique: true });
      return known ? [] : ['trail-0001'];
    },
    async close() {
      await connection.close();
    },
  };
  return guardedMongo(connection, at, store);
}
