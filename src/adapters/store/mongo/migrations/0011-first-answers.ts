import { createCollection, type MongoMigration } from './mongo-migration.js';

/** Answers to requests with an Idempotency-Key, unreadable without the key. */
export const firstAnswersMigration: MongoMigration = {
  number: 11,
  name: '0011-first-answers',
  async up(database) {
    await createCollection(database, 'first_answers', [{ key: { begunAt: 1 } }]);
  },
};
