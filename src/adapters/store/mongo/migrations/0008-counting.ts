import type { MongoMigration } from './mongo-migration.js';

/**
 * Rows are found under the deadline and the units that count, decisions considered. Units are registered when the documents
 * that have decisions on them are tracked again.
 */
export const countingMigration: MongoMigration = {
  number: 8,
  name: '0008-counting',
  async up(database) {
    const due = '$state.dueUp';
    await database
      .collection('items')
      .updateMany({ 'state.dueUp': { $exists: true }, $expr: { $ne: [due, '$deadlineUp'] } }, [
        { $set: { deadlineUp: due, deadlineDown: { $cond: [{ $eq: [due, '9999-99-99'] }, '', due] } } },
      ]);
    const corrected = await database
      .collection('standings')
      .distinct('documentId', { 'standing.fields.responsible': { $exists: true } });
    await database
      .collection('documents')
      .updateMany({ _id: { $in: corrected }, status: 'done' }, { $set: { untracked: true } });
  },
};
