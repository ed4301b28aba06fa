import type { mongo } from 'mongoose';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { assertReplicaSet, connectMongo } from '../mongo/connection.js';
import { mongoFault, serversOf } from '../mongo/fault.js';
import { clearMoved, isBlank, markMove, unfinishedMove, unmarkMove } from '../mongo/move-mark.js';
import { guarded } from '../shared/guarded.js';
import type { MovedRecord } from './ledger-records.js';

/** The database that an office is moved into. Faults: those of the ledger's store. */
export interface MoveTarget {
  /** Whether a move from this folder was cut short here. Fault: `move-not-empty`. */
  claim(): Promise<{ resumed: boolean }>;
  /** Writes records, so many at once; gives how many. */
  fill(collection: string, records: Iterable<MovedRecord>, atOnce: number): Promise<number>;
  count(collection: string): Promise<number>;
  /** From here on the service starts on it. */
  release(): Promise<void>;
  close(): Promise<void>;
}

export async function openMoveTarget(url: string, folder: string): Promise<MoveTarget> {
  const connection = await connectMongo({ url });
  const { db } = connection;
  if (!db) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  const target: MoveTarget = {
    async claim() {
      await assertReplicaSet(connection, url);
      const notEmpty = () => new JiannuoError('move-not-empty', { where: serversOf(url) });
      const begun = await unfinishedMove(db);
      if (begun !== null) {
        if (begun !== folder) throw notEmpty();
        await clearMoved(db);
        return { resumed: true };
      }
      if (!(await isBlank(db)) || !(await markMove(db, folder))) throw notEmpty();
      return { resumed: false };
    },
    async fill(collection, records, atOnce) {
      const into = db.collection(collection);
      let written = 0;
      let some: MovedRecord[] = [];
      const write = async () => {
        if (some.length > 0)
          await into.insertMany(some as mongo.OptionalId<mongo.Document>[], { ordered: false });
        written += some.length;
        some = [];
      };
      for (const record of records) {
        some.push(record);
        if (some.length === atOnce) await write();
      }
      await write();
      return written;
    },
    count: (collection) => db.collection(collection).countDocuments({}),
    release: () => unmarkMove(db),
    async close() {
      await connection.close();
    },
  };
  return guarded(target, (error) => mongoFault(url, error));
}
