import { createCollection, type MongoMigration } from './mongo-migration.js';

/** Documents under way, for the look after jobs that the queue has lost. */
export const unfinishedMigration: MongoMigration = {
  number: 3,
  name: '0003-unfinished',
  async up(database) {
    await createCollection(database, 'documents', [
      {
        key: { updatedAt: 1, _id: 1 },
        partialFilterExpression: { status: { $in: ['received', 'read'] } },
      },
    ]);
  },
};
