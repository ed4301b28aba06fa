import { createCollection, type MongoDatabase, type MongoMigration } from './mongo-migration.js';

const atOnce = 500;

interface Placed {
  readonly _id: string;
  readonly place: string | null;
}

/** Rows take the place of their document: those that have none written yet. */
async function fill(database: MongoDatabase): Promise<void> {
  const items = database.collection('items');
  const documents = database.collection<Placed>('documents').find({}, { projection: { place: 1 } });
  let some: Placed[] = [];
  const write = async () => {
    if (some.length > 0)
      await items.bulkWrite(
        some.map(({ _id, place }) => ({
          updateMany: { filter: { documentId: _id, place: { $exists: false } }, update: { $set: { place } } },
        })),
        { ordered: false },
      );
    some = [];
  };
  for await (const document of documents) {
    some.push(document);
    if (some.length === atOnce) await write();
  }
  await write();
}

/** The place of each row, for filters and counts. */
export const placesMigration: MongoMigration = {
  number: 6,
  name: '0006-places',
  async up(database) {
    await createCollection(database, 'items', [
      { key: { tenant: 1, place: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 } },
    ]);
    await fill(database);
  },
};
