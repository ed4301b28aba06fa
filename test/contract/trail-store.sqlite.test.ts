import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { openSqliteTrail } from '../../src/adapters/trail/sqlite/sqlite.trail.js';
import { verifyTrail } from '../../src/app/trail/verify-trail.js';
import { trailStoreContract } from './trail-store.contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-trail-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

trailStoreContract('sqlite', async () => openSqliteTrail({ file: join(folder, 'trail.db') }));

it('refuses to change or remove an entry; what is changed behind its back is found', async () => {
  const file = join(folder, 'changed.db');
  const store = openSqliteTrail({ file });
  for (const subject of ['a', 'b', 'c'])
    await store.append({
      tenant: 't',
      at: '2025-01-01',
      actor: 'cli',
      action: 'user add',
      subject,
      outcome: 'done',
    });
  const database = new BetterSqlite(file);
  expect(() => database.exec('DELETE FROM trail WHERE number = 2')).toThrow('append-only');
  expect(() => database.exec("UPDATE trail SET body = '{}'")).toThrow('append-only');
  database.exec('DROP TRIGGER trail_no_update');
  database.exec(`UPDATE trail SET body = replace(body, '"subject":"b"', '"subject":"x"')`);
  expect(await verifyTrail(store, 't')).toMatchObject({ whole: 1, broken: { number: 2, how: 'changed' } });
  database.exec('DROP TRIGGER trail_no_delete');
  database.exec('DELETE FROM trail WHERE number = 2');
  expect(await verifyTrail(store, 't')).toMatchObject({ whole: 1, broken: { number: 3, how: 'gap' } });
  database.close();
  await store.close();
});
