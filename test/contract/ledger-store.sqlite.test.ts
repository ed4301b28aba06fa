import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import { tokenize } from './ledger-fixtures.js';
import { ledgerStoreContract } from './ledger-store.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

ledgerStoreContract('sqlite', async () =>
  openSqliteStore({ file: join(folder, 'new', 'ledger.db'), tokenize }),
);
