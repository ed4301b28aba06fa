import type { LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { guarded } from '../../shared/guarded.js';
import { openComponent } from '../../sqlite/component.js';
import { sqliteFault } from '../../sqlite/fault.js';
import { binMethods } from './bin.js';
import { recountMethods } from './count-correction.js';
import { documentMethods } from './documents.js';
import { extractionMethods } from './extraction.js';
import { firstAnswerMethods } from './first-answers.js';
import { metaCorrectionMethods } from './meta-corrections.js';
import { ledgerMigrations } from './migrations/index.js';
import { practiceMethods } from './practices.js';
import { promiseCountMethods } from './promise-counts.js';
import { proposalNoteMethods } from './proposal-notes.js';
import { proposalMethods } from './proposals.js';
import { rowMethods } from './rows.js';
import { createSession } from './session.js';
import { tallyMethods } from './tallies.js';
import { trackingMethods } from './tracking/index.js';
import { unitMethods } from './units.js';

/**
 * The ledger in one SQLite file, brought to its newest schema at opening.
 * Faults at opening: `data-locked`, `data-damaged`, `data-unwritable`, `store-newer`.
 */
export function openSqliteStore({ file, tokenize }: { file: string; tokenize: Tokenize }): LedgerStore {
  const { database, migrate } = openComponent(file, 'ledger', ledgerMigrations);
  const session = createSession(database);
  const store: LedgerStore = {
    ...documentMethods(session),
    ...extractionMethods(session, tokenize),
    ...metaCorrectionMethods(session),
    ...rowMethods(session, tokenize),
    ...tallyMethods(session, tokenize),
    ...promiseCountMethods(session),
    ...recountMethods(session),
    ...unitMethods(session),
    ...proposalMethods(session),
    ...proposalNoteMethods(session),
    ...trackingMethods(session, tokenize),
    ...binMethods(session, tokenize),
    ...firstAnswerMethods(session),
    ...practiceMethods(session),
    async ping() {
      session.statement('SELECT 1 FROM documents LIMIT 1').get();
    },
    async migrate() {
      return migrate();
    },
    async close() {
      database.close();
    },
  };
  return guarded(store, (error) => sqliteFault(file, error));
}
