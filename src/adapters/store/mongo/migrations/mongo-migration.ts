import type { mongo } from 'mongoose';

export type MongoDatabase = mongo.Db;

/** One numbered step of the schema. Safe to run twice; never edited once released: a change is a new number. */
export interface MongoMigration {
  readonly number: number;
  readonly name: string;
  up(database: MongoDatabase): Promise<void>;
}

/** Makes a collection with its indexes, those that are there left alone. */
export async function createCollection(
  database: MongoDatabase,
  name: string,
  indexes: readonly mongo.IndexDescription[] = [],
): Promise<void> {
  const known = await database.listCollections({ name }).hasNext();
  if (!known)
    await database.createCollection(name).catch((error: { codeName?: string }) => {
      if (error.codeName !== 'NamespaceExists') throw error;
    });
  if (indexes.length > 0) await database.collection(name).createIndexes([...indexes]);
}
