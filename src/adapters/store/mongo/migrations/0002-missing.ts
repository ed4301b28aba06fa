import { createCollection, type MongoMigration } from './mongo-migration.js';

/** What a promise does not say, by deadline. */
export const missingMigration: MongoMigration = {
  number: 2,
  name: '0002-missing',
  async up(database) {
    await createCollection(database, 'items', [
      { key: { tenant: 1, missing: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 } },
    ]);
  },
};
