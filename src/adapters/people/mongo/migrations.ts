import type { mongo } from 'mongoose';
import { JiannuoError } from '../../../domain/errors.js';

const wanted = 1;
const name = 'people-0001';

interface Version {
  readonly _id: string;
  readonly number: number;
}
const versions = (database: mongo.Db) => database.collection<Version>('people_schema');

/** Throws `store-not-migrated` or `store-newer` unless the schema is the one known here. */
export async function assertMigrated(database: mongo.Db): Promise<void> {
  const found = (await versions(database).findOne({ _id: 'people' }))?.number ?? 0;
  if (found < wanted) throw new JiannuoError('store-not-migrated', { found, wanted });
  if (found > wanted) throw new JiannuoError('store-newer', { found, wanted });
}

/** Indexes of people and secrets. Safe to run twice, and by two at once. */
export async function applyMigrations(database: mongo.Db): Promise<string[]> {
  const known = await versions(database).findOne({ _id: 'people' });
  if (known && known.number >= wanted) return [];
  await database.collection('people').createIndex({ tenant: 1, login: 1 }, { unique: true });
  await database
    .collection('secrets')
    .createIndexes([{ key: { tenant: 1, kind: 1 } }, { key: { personId: 1 } }, { key: { expiresAt: 1 } }]);
  await database.collection('sign_in_attempts').createIndex({ tenant: 1, login: 1 }, { unique: true });
  await versions(database).updateOne({ _id: 'people' }, { $set: { number: wanted } }, { upsert: true });
  return [name];
}
