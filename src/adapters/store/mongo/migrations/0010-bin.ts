import { createCollection, type MongoMigration } from './mongo-migration.js';

/** Documents taken out of the ledger, whole. */
export const binMigration: MongoMigration = {
  number: 10,
  name: '0010-bin',
  async up(database) {
    await createCollection(database, 'bin', [{ key: { tenant: 1, binnedAt: -1, _id: -1 } }]);
    await createCollection(database, 'bin_parts', [{ key: { documentId: 1, part: 1 }, unique: true }]);
  },
};
