import mongoose, { type Connection } from 'mongoose';
import type { DataCopy, Frame } from '../../app/ports/data-copy.js';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { connectMongo } from '../mongo/connection.js';
import { mongoFault } from '../mongo/fault.js';

const { BSON, ReadConcernLevel } = mongoose.mongo;

const pieceBytes = 4 * 1024 * 1024;
const collection = 'collection/';
const indexes = 'indexes';
/** Figures stay of the type that they are stored as. */
const exact = { promoteValues: false, promoteLongs: false, promoteBuffers: false } as const;

interface CollectionIndexes {
  readonly name: string;
  readonly indexes: readonly (Record<string, unknown> & { readonly name: string })[];
}

function databaseOf({ db }: Connection): mongoose.mongo.Db {
  if (!db) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  return db;
}

async function collectionsOf(database: mongoose.mongo.Db): Promise<string[]> {
  const all = await database.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
}

/** Documents as they stand, one after another, some megabytes at a time. */
async function* piecesOf(
  database: mongoose.mongo.Db,
  name: string,
  session: mongoose.mongo.ClientSession | null,
): AsyncGenerator<Frame> {
  const within = session ? { session, readConcern: { level: ReadConcernLevel.snapshot } } : {};
  const found = database.collection(name).find({}, { ...exact, ...within, sort: { _id: 1 } });
  let pieces: Uint8Array[] = [];
  let length = 0;
  const made = () => ({ name: `${collection}${name}`, bytes: Buffer.concat(pieces) });
  for await (const document of found) {
    const bytes = BSON.serialize(document);
    if (length + bytes.length > pieceBytes && length > 0) {
      yield made();
      pieces = [];
      length = 0;
    }
    pieces.push(bytes);
    length += bytes.length;
  }
  if (length > 0) yield made();
}

function documentsIn(bytes: Buffer): mongoose.mongo.Document[] {
  const documents: mongoose.mongo.Document[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = bytes.readInt32LE(at);
    documents.push(BSON.deserialize(bytes.subarray(at, at + size), exact));
    at += size;
  }
  return documents;
}

/**
 * A MongoDB database. The ledger, people and trail are read by one snapshot session, so as they stood at one instant; the
 * originals after it, since what rows name was there before them and none is ever taken away. The snapshot lasts five
 * minutes by the server's own setting, which a large office raises (`minSnapshotHistoryWindowInSeconds`).
 */
export async function mongoCopy(url: string): Promise<DataCopy> {
  const connection = await connectMongo({ url });
  const database = databaseOf(connection);
  const guarded = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      throw mongoFault(url, error);
    }
  };

  async function* all(): AsyncGenerator<Frame> {
    const names = await collectionsOf(database);
    const told: CollectionIndexes[] = [];
    for (const name of names)
      told.push({
        name,
        indexes: (await database.collection(name).indexes()) as CollectionIndexes['indexes'],
      });
    yield { name: indexes, bytes: Buffer.from(JSON.stringify(told)) };
    const originals = names.filter((name) => name.startsWith('originals'));
    const session = connection.getClient().startSession({ snapshot: true });
    try {
      for (const name of names) if (!originals.includes(name)) yield* piecesOf(database, name, session);
    } finally {
      await session.endSession();
    }
    for (const name of originals) yield* piecesOf(database, name, null);
  }

  return {
    kind: 'mongodb',
    isEmpty: () =>
      guarded(async () => {
        const found = ['documents', 'people'].map((name) => database.collection(name).findOne({}));
        return (await Promise.all(found)).every((document) => document === null);
      }),

    size: () => guarded(async () => Number((await database.stats()).dataSize)),

    async *dump(signal) {
      try {
        for await (const frame of all()) {
          signal?.throwIfAborted();
          yield frame;
        }
      } catch (error) {
        signal?.throwIfAborted();
        throw mongoFault(url, error);
      }
    },

    load: (frames) =>
      guarded(async () => {
        for (const name of await collectionsOf(database)) await database.dropCollection(name);
        for await (const { name, bytes } of frames) {
          if (name === indexes)
            for (const each of JSON.parse(bytes.toString('utf8')) as CollectionIndexes[]) {
              const made = await database.createCollection(each.name);
              const own = each.indexes.filter((index) => index.name !== '_id_');
              if (own.length > 0) await made.createIndexes(own.map(({ v: _, ...index }) => index) as never);
            }
          else if (name.startsWith(collection))
            await database
              .collection(name.slice(collection.length))
              .insertMany(documentsIn(bytes), { ordered: false, writeConcern: { w: 'majority' } });
        }
      }),

    close: () => connection.close(),
  };
}
