import { createCollection, type MongoMigration } from './mongo-migration.js';

/** Documents whose items have not been held against others, for the look after jobs that the queue has lost. */
export const untrackedMigration: MongoMigration = {
  number: 5,
  name: '0005-untracked',
  async up(database) {
    await createCollection(database, 'documents', [
      { key: { updatedAt: 1, _id: 1 }, name: 'untracked', partialFilterExpression: { untracked: true } },
    ]);
    await database
      .collection('documents')
      .aggregate([
        { $match: { status: 'done', untracked: { $exists: false } } },
        { $lookup: { from: 'tracked', localField: '_id', foreignField: '_id', as: 'tracked' } },
        { $project: { untracked: { $eq: ['$tracked', []] } } },
        { $merge: { into: 'documents', whenMatched: 'merge', whenNotMatched: 'discard' } },
      ])
      .toArray();
  },
};
