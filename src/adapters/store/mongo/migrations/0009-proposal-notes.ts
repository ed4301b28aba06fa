import { createCollection, type MongoMigration } from './mongo-migration.js';

/** What people put down on proposals: the day of hand-over, how satisfied they are. */
export const proposalNotesMigration: MongoMigration = {
  number: 9,
  name: '0009-proposal-notes',
  async up(database) {
    await createCollection(database, 'proposal_notes', [
      { key: { tenant: 1, proposalId: 1, seq: 1 }, unique: true },
    ]);
  },
};
