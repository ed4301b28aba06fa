import { createCollection, type MongoMigration } from './mongo-migration.js';

/** Everything that is hard to add later: offices and places, units with names, proposals, commitments above mentions. */
export const ledgerMigration: MongoMigration = {
  number: 1,
  name: '0001-ledger',
  async up(database) {
    await createCollection(database, 'tenants');
    await createCollection(database, 'documents', [
      { key: { tenant: 1, sha256: 1 }, unique: true },
      { key: { tenant: 1, receivedAt: -1, _id: -1 } },
      { key: { tenant: 1, status: 1, receivedAt: -1, _id: -1 } },
      { key: { tenant: 1, 'meta.issuer': 1 } },
      { key: { receivedAt: 1, _id: 1 }, partialFilterExpression: { queued: false, status: 'received' } },
      { key: { tenant: 1, 'found.number': 1 } },
      { key: { tenant: 1, 'given.number': 1 } },
    ]);
    await createCollection(database, 'texts', [{ key: { documentId: 1, part: 1 }, unique: true }]);
    await createCollection(database, 'items', [
      { key: { documentId: 1, start: 1, itemId: 1 } },
      { key: { tenant: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 } },
      { key: { tenant: 1, deadlineDown: -1, documentId: 1, start: 1, itemId: 1 } },
      { key: { tenant: 1, documentDate: -1, documentId: 1, start: 1, itemId: 1 } },
      { key: { unitIds: 1, stance: 1, deadlineUp: 1, documentId: 1, start: 1, itemId: 1 } },
      { key: { tenant: 1, terms: 1 } },
      {
        key: { tenant: 1, commitmentId: 1 },
        partialFilterExpression: { joined: true },
      },
    ]);
    await createCollection(database, 'units', [{ key: { tenant: 1, names: 1 }, unique: true }]);
    await createCollection(database, 'proposals', [
      { key: { tenant: 1, number: 1, body: 1, session: 1 }, unique: true },
    ]);
    await createCollection(database, 'commitments');
    await createCollection(database, 'claims', [{ key: { tenant: 1, commitmentId: 1, madeAt: 1 } }]);
    await createCollection(database, 'decisions', [{ key: { tenant: 1, commitmentId: 1, madeAt: 1 } }]);
  },
};
