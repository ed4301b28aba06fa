import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/database.js';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/sqlite.store.js';
import { addDone, allRows, tokenize } from '../../contract/ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-joins-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives each commitment an identity above its mentions that outlives a re-extraction', async () => {
  const file = join(folder, 'ledger.db');
  const store = openSqliteStore({ file, tokenize });
  const given = [{ quote: '甲' }, { quote: '乙' }, { quote: '丙', stance: 'achievement' as const }];
  await addDone(store, 't', 'joins', given);
  const [first, second] = await allRows(store, 't');
  const database = openDatabase(file);
  const identities = () => database.prepare('SELECT commitment_id FROM items ORDER BY place').pluck().all();
  expect(identities()).toEqual([`c-${first?.id}`, `c-${second?.id}`, null]);
  database.prepare('UPDATE items SET commitment_id = ? WHERE id = ?').run(`c-${first?.id}`, second?.id);
  await addDone(store, 't', 'joins', given);
  expect(identities()).toEqual([`c-${first?.id}`, `c-${first?.id}`, null]);
  database.close();
  await store.close();
});
