import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/adapters/sqlite/database.js';
import { applyMigrations } from '../../../src/adapters/sqlite/migrate.js';
import { ledgerMigrations } from '../../../src/adapters/store/sqlite/migrations/index.js';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../../../src/app/ports/ledger-store.js';
import { JiannuoError } from '../../../src/domain/errors.js';
import { tokenize } from '../../contract/ledger-fixtures.js';
import { firstReport, plan } from '../../support/river-county.js';
import { arrive, promises, retrack, standings } from '../../support/tracked-ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-upgrade-'));
const tenant = 'office';
const place = '浔岭县';
let current: LedgerStore;
let documents: readonly string[];

/** Tables that keep what was taken in; what tracking worked out is made again from them. */
const kept = [
  ...['tenants', 'places', 'documents', 'texts', 'commitments', 'items', 'units', 'unit_names', 'item_units'],
  ...['proposals', 'document_proposals'],
];

const columns = (database: Database, table: string, schema = 'main'): string[] =>
  database.prepare(`SELECT name FROM pragma_table_info(?, ?)`).pluck().all(table, schema) as string[];

/** A data file as the version with so many migrations left it, with the rows of the ledger of today. */
function dataOf(version: number, name = `version-${version}`): string {
  const file = join(folder, `${name}.db`);
  const database = openDatabase(file);
  applyMigrations(database, 'ledger', ledgerMigrations.slice(0, version));
  database.exec(`ATTACH '${join(folder, 'current.db')}' AS today`);
  for (const table of kept) {
    const today = new Set(columns(database, table, 'today'));
    const shared = columns(database, table).filter((name) => today.has(name));
    expect(shared, table).not.toEqual([]);
    database.exec(`INSERT INTO ${table} (${shared}) SELECT ${shared} FROM today.${table}`);
  }
  // An index without content cannot be copied: the words of each row once more.
  const items = database.prepare('SELECT n, body FROM items').all() as { n: number; body: string }[];
  const words = database.prepare('INSERT INTO item_words (rowid, words) VALUES (?, ?)');
  for (const { n, body } of items)
    words.run(n, tokenize((JSON.parse(body) as { quote: string }).quote).join(' '));
  database.close();
  return file;
}

beforeAll(async () => {
  current = openSqliteStore({ file: join(folder, 'current.db'), tokenize });
  await current.migrate();
  documents = [
    await arrive(current, { tenant, place, name: '方案.txt', text: plan }),
    await arrive(current, { tenant, place, name: '总结.txt', text: firstReport }),
  ];
});

afterAll(async () => {
  await current.close();
  rmSync(folder, { recursive: true, force: true });
});

const all = async (store: LedgerStore) => ({
  documents: await Promise.all(
    documents.map(async (id) => {
      const document = await store.document(tenant, id);
      return { ...document, text: await store.text(tenant, id) };
    }),
  ),
  rows: (await store.rows(tenant, {}, { sort: 'document', limit: 500 })).rows,
  units: await store.units(tenant),
  proposals: await store.proposals(tenant),
});

describe.each(ledgerMigrations.map(({ number, name }) => [number, name] as const))(
  'data of the version with migration %i (%s)',
  (version) => {
    it('opens with everything that it held, and tracks to where the ledger of today stands', async () => {
      const store = openSqliteStore({ file: dataOf(version), tokenize });
      expect(await store.migrate()).toEqual([]);
      const found = await all(store);
      expect(found.rows.length).toBeGreaterThan(5);
      for (const id of documents) await retrack(store, tenant, id);
      const expected = await all(current);
      expect(await all(store)).toEqual({
        ...expected,
        documents: expected.documents.map((document) => ({ ...document, updatedAt: expect.any(String) })),
      });
      expect(found.documents.map(({ sha256, text }) => [sha256, text])).toEqual(
        expected.documents.map(({ sha256, text }) => [sha256, text]),
      );
      const stood = (await standings(current, tenant)).map(({ itemId, state }) => [itemId, state]);
      expect((await standings(store, tenant)).map(({ itemId, state }) => [itemId, state])).toEqual(stood);
      expect((await promises(store, tenant)).map(({ id }) => id)).toEqual(
        (await promises(current, tenant)).map(({ id }) => id),
      );
      await store.close();
    });
  },
);

it('kept counts that were wrong before the version that counts them one after the other are set right', async () => {
  const file = dataOf(16, 'miscounted');
  const database = openDatabase(file);
  database
    .prepare("INSERT INTO promise_counts VALUES (?, 10, '2031-01-01', 'unit', 'u', 2, 0, 0, 0, 0)")
    .run(tenant);
  database.close();
  const store = openSqliteStore({ file, tokenize });
  expect(await store.recountPromises(tenant)).toBeGreaterThan(0);
  expect(await store.recountPromises(tenant)).toBe(0);
  const days = { today: '2025-06-01', soonUntil: '2025-07-01' };
  for (const id of documents) await retrack(store, tenant, id);
  const sorted = async (each: LedgerStore) =>
    (await each.promiseCells(tenant, days)).map((cell) => JSON.stringify(cell)).sort();
  expect(await sorted(store)).toEqual(await sorted(current));
  await store.close();
});

it('data of a newer version is refused and left as it was', async () => {
  const file = dataOf(ledgerMigrations.length, 'newer');
  const database = openDatabase(file);
  database
    .prepare('INSERT INTO schema_version VALUES (?, ?, ?, ?)')
    .run('ledger', 99, '0099-later', '2030-01-01');
  database.close();
  let fault: unknown;
  try {
    await openSqliteStore({ file, tokenize }).close();
  } catch (thrown) {
    fault = thrown;
  }
  expect(fault).toBeInstanceOf(JiannuoError);
  expect(fault).toMatchObject({ code: 'store-newer' });
});
