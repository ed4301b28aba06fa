import { createCollection, type MongoMigration } from './mongo-migration.js';

/** What tracking knows of each document, what documents say of each other's promises, where each promise stands. */
export const trackingMigration: MongoMigration = {
  number: 4,
  name: '0004-tracking',
  async up(database) {
    await createCollection(database, 'tracked', [{ key: { tenant: 1, placeKey: 1, marks: 1 } }]);
    await createCollection(database, 'facts', [
      { key: { documentId: 1, at: 1 } },
      { key: { tenant: 1, side: 1, placeKey: 1, keys: 1 } },
    ]);
    await createCollection(database, 'held', [
      { key: { targetDocument: 1, targetItem: 1 } },
      { key: { otherDocument: 1 } },
    ]);
    await createCollection(database, 'standings', [{ key: { documentId: 1 } }]);
    await createCollection(database, 'decisions', [{ key: { tenant: 1, documentId: 1, seq: 1 } }]);
    await createCollection(database, 'claims', [{ key: { tenant: 1, documentId: 1, seq: 1 } }]);
    await createCollection(database, 'items', [
      { key: { tenant: 1, 'state.dueUp': 1 }, partialFilterExpression: { stance: 'commitment' } },
    ]);
  },
};
