import type { Connection } from 'mongoose';
import { JiannuoError } from '../../../../domain/errors.js';
import { phrase } from '../../../../domain/phrase.js';
import { unfinishedMove } from '../../../mongo/move-mark.js';
import { ledgerMigration } from './0001-ledger.js';
import { missingMigration } from './0002-missing.js';
import { unfinishedMigration } from './0003-unfinished.js';
import { trackingMigration } from './0004-tracking.js';
import { untrackedMigration } from './0005-untracked.js';
import { placesMigration } from './0006-places.js';
import { changesMigration } from './0007-changes.js';
import { countingMigration } from './0008-counting.js';
import { proposalNotesMigration } from './0009-proposal-notes.js';
import { binMigration } from './0010-bin.js';
import { firstAnswersMigration } from './0011-first-answers.js';
import { promiseCountsMigration } from './0012-promise-counts.js';
import { practicesMigration } from './0013-practices.js';
import type { MongoDatabase, MongoMigration } from './mongo-migration.js';

/** In order; a change to the schema is a new number. */
const migrations: readonly MongoMigration[] = [
  ledgerMigration,
  missingMigration,
  unfinishedMigration,
  trackingMigration,
  untrackedMigration,
  placesMigration,
  changesMigration,
  countingMigration,
  proposalNotesMigration,
  binMigration,
  firstAnswersMigration,
  promiseCountsMigration,
  practicesMigration,
];
const wanted = migrations.at(-1)?.number ?? 0;

interface Applied {
  readonly _id: number;
  readonly name: string;
  readonly appliedAt: string;
}

const applied = (database: MongoDatabase) => database.collection<Applied>('schema_version');

async function foundVersion(database: MongoDatabase): Promise<number> {
  const last = await applied(database).find().sort({ _id: -1 }).limit(1).next();
  return last?._id ?? 0;
}

function databaseOf({ db }: Connection): MongoDatabase {
  if (!db) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  return db;
}

/** Throws `store-not-migrated`, `store-newer` or `store-moving` unless the schema is the one known here. */
export async function assertMigrated(connection: Connection): Promise<void> {
  const database = databaseOf(connection);
  const folder = await unfinishedMove(database);
  if (folder !== null) throw new JiannuoError('store-moving', { folder });
  const found = await foundVersion(database);
  if (found < wanted) throw new JiannuoError('store-not-migrated', { found, wanted });
  if (found > wanted) throw new JiannuoError('store-newer', { found, wanted });
}

/** Applies what is missing, in order. Two processes that migrate at once do the same harmless steps twice. */
export async function applyMigrations(connection: Connection): Promise<string[]> {
  const database = databaseOf(connection);
  const found = await foundVersion(database);
  if (found > wanted) throw new JiannuoError('store-newer', { found, wanted });
  const missing = migrations.filter(({ number }) => number > found);
  for (const migration of missing) {
    await migration.up(database);
    await applied(database).updateOne(
      { _id: migration.number },
      { $setOnInsert: { name: migration.name, appliedAt: new Date().toISOString() } },
      { upsert: true },
    );
  }
  return missing.map(({ name }) => name);
}
