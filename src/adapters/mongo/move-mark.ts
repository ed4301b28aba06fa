import type { mongo } from 'mongoose';
import { isTaken } from './taken.js';

/** Among the versions of the schema, below the first: a move into this database has begun and has not ended. */
const markId = 0;

interface Mark {
  readonly _id: number;
  readonly name: 'move';
  readonly appliedAt: string;
  /** The data folder that it comes from. */
  readonly folder: string;
}

const marks = (database: mongo.Db) => database.collection<Mark>('schema_version');

/** The data folder of a move that has not ended; null where there is none. */
export async function unfinishedMove(database: mongo.Db): Promise<string | null> {
  return (await marks(database).findOne({ _id: markId }))?.folder ?? null;
}

/** Gives false where a mark is there already. */
export async function markMove(database: mongo.Db, folder: string): Promise<boolean> {
  try {
    const appliedAt = new Date().toISOString();
    await marks(database).insertOne({ _id: markId, name: 'move', appliedAt, folder });
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

export async function unmarkMove(database: mongo.Db): Promise<void> {
  await marks(database).deleteOne({ _id: markId });
}

/** Takes away what a move that was cut short has written, but for originals and its mark. */
export async function clearMoved(database: mongo.Db): Promise<void> {
  await marks(database).deleteMany({ _id: { $ne: markId } });
  const collections = await database.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  for (const { name } of collections)
    if (!/^(originals|system\.)/.test(name) && name !== 'schema_version') await database.dropCollection(name);
}

/** Whether anything at all was put there, apart from the schema. */
export async function isBlank(database: mongo.Db): Promise<boolean> {
  const collections = await database.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  for (const { name } of collections)
    if (!/^(system\.|schema_version$|people_schema$)/.test(name))
      if ((await database.collection(name).findOne({}, { projection: { _id: 1 } })) !== null) return false;
  return true;
}
