import { createCollection, type MongoMigration } from './mongo-migration.js';

/** What offices set as their practice, each change kept. */
export const practicesMigration: MongoMigration = {
  number: 13,
  name: '0013-practices',
  async up(database) {
    await createCollection(database, 'practices', [{ key: { tenant: 1, version: -1 } }]);
  },
};
