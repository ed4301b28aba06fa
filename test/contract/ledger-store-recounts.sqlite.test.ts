import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openDatabase } from '../../src/adapters/sqlite/database.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import { tokenize } from './ledger-fixtures.js';
import { recountCases } from './ledger-store-recounts.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-recounts-'));
const file = join(folder, 'ledger.db');
const stores = [openSqliteStore({ file, tokenize }), openSqliteStore({ file, tokenize })] as const;
afterAll(async () => {
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

recountCases(() => ({
  store: stores[0],
  other: stores[1],
  async miscount(tenant) {
    const database = openDatabase(file);
    database
      .prepare('UPDATE promise_counts SET promises = promises + 3, open = open + 1 WHERE tenant = ?')
      .run(tenant);
    database.close();
  },
}));
