import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { assertReplicaSet, connectMongo } from '../../mongo/connection.js';
import { mongoFault } from '../../mongo/fault.js';
import { guarded } from '../../shared/guarded.js';
import { documentMethods } from './documents.js';
import { extractionMethods } from './extraction.js';
import { applyMigrations, assertMigrated } from './migrations/index.js';
import { modelsOf } from './models.js';
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
  url,
  tokenize,
}: {
  url: string;
  tokenize: Tokenize;
}): Promise<LedgerStore> {
  const connection = await connectMongo(url);
  const models = modelsOf(connection);
  const store: LedgerStore = {
    ...documentMethods(connection, models),
    ...extractionMethods(connection, models, tokenize),
    ...rowMethods(models, tokenize),
    ...tallyMethods(models, tokenize),
    ...unitMethods(connection, models),
    ...proposalMethods(models),
    ...proposalNoteMethods(models),
    ...trackingMethods(connection, models, tokenize),
    async ping() {
      await assertReplicaSet(connection, url);
      await assertMigrated(connection);
    },
    migrate: () => applyMigrations(connection),
    async close() {
      await connection.close();
    },
  };
  return guarded(store, (error) => mongoFault(url, error));
}
