import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { decideOnMany } from '../../src/app/standing/decide-many.js';
import { plan } from '../support/river-county.js';
import { arrive, promises } from '../support/tracked-ledger.js';

it('keeps what was decided before a defect, tells of it in its row, and tries no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-many-'));
  const store = openSqliteStore({ file: join(folder, 'ledger.db'), tokenize: (text) => [...text] });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const tenant = 't';
  await arrive(store, { tenant, name: 'plan', text: plan });
  const rows = (await promises(store, tenant)).slice(0, 3).map(({ id }) => ({ id, version: 0 }));
  const tried: string[] = [];
  const broken: Pick<LedgerStore, 'row' | 'standing' | 'decide'> = {
    row: (...asked) => store.row(...asked),
    standing: (...asked) => store.standing(...asked),
    decide: async (...asked) => {
      tried.push(asked[1].anchor.itemId);
      if (tried.length === 2) throw new TypeError('boom');
      return store.decide(...asked);
    },
  };
  const decision = { kind: 'accept', reason: '核对' } as const;
  const outcomes = await decideOnMany(broken, tenant, { decision, rows }, '甲', new Date());
  expect(outcomes.map(({ id, version, fault }) => [id, version, fault?.code ?? null])).toEqual([
    [rows[0]?.id, 1, null],
    [rows[1]?.id, null, 'internal'],
    [rows[2]?.id, null, 'internal'],
  ]);
  expect(tried).toHaveLength(2);
});
