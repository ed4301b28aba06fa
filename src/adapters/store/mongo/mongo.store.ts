import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { assertReplicaSet, connectMongo, type MongoAt } from '../../mongo/connection.js';
import { guardedMongo } from '../../mongo/guarded-mongo.js';
import { binMethods } from './bin.js';
import { recountMethods } from './count-correction.js';
import { documentMethods } from './documents.js';
import { extractionMethods } from './extraction.js';
import { firstAnswerMethods } from './first-answers.js';
import { metaCorrectionMethods } from './meta-corrections.js';
import { applyMigrations, assertMigrated } from './migrations/index.js';
import { modelsOf } from './models.js';
import { practiceMethods } from './practices.js';
import { promiseCountMethods } from './promise-counts.js';
import { proposalNoteMethods } from './proposal-notes.js';
import { proposalMethods } from './proposals.js';
import { rowMethods } from './rows.js';
import { tallyMethods } from './tallies.js';
import { trackingMethods } from './tracking/index.js';
import { unitMethods } from './units.js';

/**
 * The ledger in a MongoDB replica set. Its schema comes by `migrate()`, on command: `ping()` says when it is missing.
 * Faults at opening: `store-unavailable` (within two seconds), `store-unsuitable`, `configuration-invalid`.
 */
export async function openMongoStore({
  tokenize,
  ...at
}: MongoAt & { readonly tokenize: Tokenize }): Promise<LedgerStore> {
  const connection = await connectMongo(at);
  const models = modelsOf(connection);
  const store: LedgerStore = {
    ...documentMethods(connection, models),
    ...extractionMethods(connection, models, tokenize),
    ...metaCorrectionMethods(connection, models),
    ...rowMethods(models, tokenize),
    ...tallyMethods(models, tokenize),
    ...promiseCountMethods(connection, models),
    ...recountMethods(connection, models),
    ...unitMethods(connection, models),
    ...proposalMethods(models),
    ...proposalNoteMethods(models),
    ...trackingMethods(connection, models, tokenize),
    ...binMethods(connection, models, tokenize),
    ...firstAnswerMethods(models),
    ...practiceMethods(models),
    async ping() {
      await assertReplicaSet(connection, at.url);
      await assertMigrated(connection);
    },
    migrate: () => applyMigrations(connection),
    async close() {
      await connection.close();
    },
  };
  return guardedMongo(connection, at, store);
}
