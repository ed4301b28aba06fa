import { createCollection, type MongoMigration } from './mongo-migration.js';

/** Documents in the order of their last changes. */
export const changesMigration: MongoMigration = {
  number: 7,
  name: '0007-changes',
  async up(database) {
    await createCollection(database, 'documents', [{ key: { tenant: 1, updatedAt: 1, _id: 1 } }]);
  },
};
