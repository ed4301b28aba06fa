import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/database.js';
import type { WordsPlan } from '../../../src/adapters/store/sqlite/row-filter.js';
import { pickedQuery, rowsQuery, walkQuery } from '../../../src/adapters/store/sqlite/row-query.js';
import { createSession } from '../../../src/adapters/store/sqlite/session.js';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/sqlite.store.js';
import { metAlong } from '../../../src/adapters/store/sqlite/words-plan.js';
import { type LedgerFilter, ledgerSorts } from '../../../src/domain/ledger.js';
import { addDone, tokenize } from '../../contract/ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-words-'));
const file = join(folder, 'ledger.db');
const tenant = 'office';
let unitId = '';

beforeAll(async () => {
  const store = openSqliteStore({ file, tokenize });
  for (let n = 0; n < 12; n += 1)
    await addDone(
      store,
      tenant,
      `words-${n}`,
      Array.from({ length: 20 }, (_, i) => ({
        quote: `${i % 3 === 0 ? '建设' : '整治'}道路${n}条`,
        stance: i % 4 === 0 ? 'achievement' : 'commitment',
        // By its name and by an alias: one row all the same.
        responsible: i % 2 === 0 ? ['交通局', '市交通局'] : ['水务局'],
        deadline: i % 5 === 0 ? null : `202${5 + (i % 4)}-12-31`,
      })),
      { date: `2024-${String(1 + n).padStart(2, '0')}-01` },
    );
  const unit = (await store.units(tenant)).find(({ name }) => name === '交通局');
  unitId = unit?.id ?? '';
  await store.addUnitAlias(tenant, unitId, '市交通局');
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds the same rows in the same order, however the rows of a word are come by', () => {
  const database = openDatabase(file);
  const session = createSession(database);
  const filters: LedgerFilter[] = [
    {},
    { stance: 'commitment', deadlineFrom: '2026-01-01' },
    { unitId },
    { unitId, stance: 'achievement', deadlineTo: '2026-12-31' },
  ];
  const ids = (filter: LedgerFilter, sort: (typeof ledgerSorts)[number], words: WordsPlan) => {
    const { sql, values } = rowsQuery(
      tenant,
      { ...filter, text: '建设' },
      { sort, limit: 500 },
      ['建'],
      words,
    );
    return (database.prepare(sql).all(...values) as { id: string }[]).map(({ id }) => id);
  };
  for (const filter of filters)
    for (const sort of ledgerSorts) {
      const found = ids(filter, sort, 'stream');
      expect(found.length).toBeGreaterThan(5);
      expect(new Set(found).size).toBe(found.length);
      expect(ids(filter, sort, 'set')).toEqual(found);
      expect(ids(filter, sort, 'row')).toEqual(found);
      const met = metAlong(session, walkQuery(tenant, filter, { sort }, ['建']), 500) ?? [];
      const { sql, values } = pickedQuery(met, sort);
      const shown = database.prepare(sql).all(...values) as { id: string; sort_key: string }[];
      expect(shown.map(({ id }) => id)).toEqual(found);
      expect(shown.every(({ sort_key }) => typeof sort_key === 'string')).toBe(true);
    }
  database.close();
});

it('walks no further than the first rows promise to pay', () => {
  const database = openDatabase(':memory:');
  const session = createSession(database);
  const every = (share: number, rows: number) => ({
    sql: `WITH RECURSIVE walked (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM walked WHERE n < ?)
      SELECT n, n % ? = 0 FROM walked`,
    values: [rows, share],
  });
  expect(metAlong(session, every(13, 1_000_000), 51)?.at(-1)).toBe(51 * 13);
  expect(metAlong(session, every(200, 1_000_000), 51)).toBeNull();
  // All there are, though they are fewer than wanted.
  expect(metAlong(session, every(50, 200), 51)).toEqual([50, 100, 150, 200]);
  database.close();
});
