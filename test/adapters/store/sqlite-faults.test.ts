import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/database.js';
import { applyMigrations, schemaVersion } from '../../../src/adapters/sqlite/migrate.js';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/sqlite.store.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tokenize = (text: string) => text.split(' ');
const fileOf = (name: string) => join(folder, `${name}.db`);

const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return 'none';
};

it('says that a data file is damaged or not ours', () => {
  writeFileSync(fileOf('text'), '不是数据库。'.repeat(1000));
  expect(codeOf(() => openSqliteStore({ file: fileOf('text'), tokenize }))).toBe('data-damaged');
});

it('says that a path cannot be written', () => {
  expect(codeOf(() => openSqliteStore({ file: folder, tokenize }))).toBe('data-unwritable');
  writeFileSync(join(folder, 'file'), '');
  expect(codeOf(() => openSqliteStore({ file: join(folder, 'file', 'a.db'), tokenize }))).toBe(
    'data-unwritable',
  );
});

it('says that another process holds the file', () => {
  const holder = openDatabase(fileOf('held'));
  holder.exec('BEGIN IMMEDIATE');
  expect(codeOf(() => openDatabase(fileOf('held'), { busyMs: 50 }))).toBe('data-locked');
  holder.exec('ROLLBACK');
  expect(codeOf(() => openDatabase(fileOf('held')).close())).toBe('none');
  holder.close();
});

it('says that the disk is full, and goes on when it is not', async () => {
  const store = openSqliteStore({ file: fileOf('full'), tokenize });
  const filler = openDatabase(fileOf('full'));
  const document = { tenant: 't', place: null, sha256: 'a'.repeat(64), name: 'x'.repeat(5_000_000), size: 1 };
  filler.pragma('max_page_count = 60');
  expect(codeOf(() => filler.exec('CREATE TABLE big AS SELECT zeroblob(9000000) AS b'))).toBe('SQLITE_FULL');
  filler.close();
  expect((await store.addDocument({ ...document, name: 'a.txt' })).created).toBe(true);
  await store.close();
});

it('does not open a file of a newer program', () => {
  const database = openDatabase(fileOf('newer'));
  applyMigrations(database, 'ledger', [{ number: 99, name: '0099', sql: '' }]);
  database.close();
  expect(codeOf(() => openSqliteStore({ file: fileOf('newer'), tokenize }))).toBe('store-newer');
});

it('applies migrations in order, once, and none of a batch that fails', () => {
  const database = openDatabase(fileOf('steps'));
  const one = { number: 1, name: 'one', sql: 'CREATE TABLE a (x)' };
  const two = { number: 2, name: 'two', sql: 'ALTER TABLE a ADD COLUMN y' };
  expect(applyMigrations(database, 'ledger', [one])).toEqual(['one']);
  expect(applyMigrations(database, 'ledger', [one, two])).toEqual(['two']);
  expect(applyMigrations(database, 'ledger', [one, two])).toEqual([]);
  const bad = { number: 4, name: 'four', sql: 'NONSENSE' };
  const three = { number: 3, name: 'three', sql: 'CREATE TABLE b (x)' };
  expect(() => applyMigrations(database, 'ledger', [one, two, three, bad])).toThrow();
  expect(schemaVersion(database, 'ledger')).toBe(2);
  expect(
    applyMigrations(database, 'queue', [{ number: 1, name: 'jobs', sql: 'CREATE TABLE j (x)' }]),
  ).toEqual(['jobs']);
  database.close();
});
