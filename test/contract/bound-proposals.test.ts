import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoPeople } from '../../src/adapters/people/mongo/mongo.people.js';
import { openSqlitePeople } from '../../src/adapters/people/sqlite/sqlite.people.js';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import type { PeopleStore } from '../../src/app/ports/people-store.js';
import { addDone, newTenant, tokenize } from './ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bound-'));
const at = { url: databaseUrl(inject('mongodbUrl'), `bound_proposals_${process.pid}`) };
const opened: { store: LedgerStore; people: PeopleStore }[] = [];
beforeAll(async () => {
  const file = join(folder, 'jiannuo.db');
  opened.push({ store: openSqliteStore({ file, tokenize }), people: openSqlitePeople({ file }) });
  opened.push({ store: await openMongoStore({ ...at, tokenize }), people: await openMongoPeople(at) });
  for (const { store, people } of opened) {
    await store.migrate();
    await people.migrate();
  }
});
afterAll(async () => {
  for (const { store, people } of opened) {
    await store.close();
    await people.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['SQLite', 0],
  ['MongoDB', 1],
])(
  'keeps the proposal that an account or a token is bound to, though no document names it: %s',
  async (_, which) => {
    const { store, people } = opened[which] ?? {};
    if (!store || !people) throw new Error('no store');
    const tenant = newTenant();
    const [a, b] = [
      await addDone(store, tenant, 'a', [{}], { proposalNumber: '1' }),
      await addDone(store, tenant, 'b', [{ quote: '乙' }], { proposalNumber: '2' }),
    ];
    await addDone(store, tenant, 'c', [{ quote: '丙' }], { proposalNumber: '3' });
    const [one = '', two = ''] = (await store.proposals(tenant)).map(({ id }) => id);
    await people.addPerson(
      {
        ...{ id: `${tenant}-p`, tenant, login: 'zhang', name: '张三', role: 'deputy', units: [] },
        ...{ proposalIds: [one], disabled: false, createdAt: '2025-01-01T00:00:00.000Z', version: 1 },
      },
      null,
    );
    await people.addSecret({
      ...{
        id: 's',
        hash: `${tenant}-h`,
        kind: 'token',
        tenant,
        personId: null,
        name: '接口',
        role: 'deputy',
      },
      ...{ units: [], proposalIds: [two], expiresAt: null, createdAt: '2025-01-01T00:00:00.000Z' },
    });
    await addDone(store, tenant, 'c', [{ quote: '丙' }], { proposalNumber: '4' });
    for (const id of [a, b]) await store.binDocument(tenant, id, '甲');
    expect((await store.proposals(tenant)).map(({ number }) => number)).toEqual(['1', '2', '4']);
  },
);
