import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../../src/adapters/sqlite/database.js';
import { promiseCountsMigration } from '../../../src/adapters/store/sqlite/migrations/0014-promise-counts.js';
import { openSqliteStore } from '../../../src/adapters/store/sqlite/sqlite.store.js';
import { anchorOf } from '../../../src/app/standing/resolve.js';
import type { DecisionBody } from '../../../src/domain/decision.js';
import { tokenize } from '../../contract/ledger-fixtures.js';
import { change, firstReport, plan } from '../../support/river-county.js';
import { arrive, promises } from '../../support/tracked-ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('makes from the rows that there are, at the migration, the counts that are kept with them', async () => {
  const file = join(folder, 'ledger.db');
  const tenant = 'office';
  const store = openSqliteStore({ file, tokenize });
  for (const [name, text] of Object.entries({ plan, firstReport, change }))
    await arrive(store, { tenant, name, text, place: name === 'change' ? null : '浔岭县' });
  const bodies: DecisionBody[] = [
    ...([{ kind: 'close' }, { kind: 'vague' }, { kind: 'reject' }] as const),
    { kind: 'correct', fields: { responsible: ['县民政局', '县卫健局'], deadline: null } },
    { kind: 'extend', due: '2028-02-29' },
  ];
  const tracked = (await promises(store, tenant)).filter(({ state }) => state !== null);
  expect(tracked.length).toBeGreaterThan(bodies.length);
  for (const [at, body] of bodies.entries()) {
    const row = tracked[at];
    if (!row) throw new Error('too few promises');
    const anchor = anchorOf(row.documentId, row);
    const said = { tenant, anchor, body, reason: '经核实', madeBy: '甲', madeAt: '2025-06-01T00:00:00.000Z' };
    await store.decide(tenant, said, 0);
  }
  await store.close();
  const database = openDatabase(file);
  const counts = () =>
    database.prepare('SELECT * FROM promise_counts ORDER BY tenant, level, period, axis, value').all();
  const kept = counts();
  expect(kept.length).toBeGreaterThan(50);
  database.exec('DROP TABLE promise_counts');
  database.exec(promiseCountsMigration.sql);
  expect(counts()).toEqual(kept);
  database.close();
});
