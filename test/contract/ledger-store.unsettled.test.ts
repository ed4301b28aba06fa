import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import type { Tokenize } from '../../src/app/ports/ledger-store.js';
import { addDone, engine, items, meta, newTenant, tokenize } from './ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-unsettled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stores = {
  sqlite: (asked: Tokenize) => openSqliteStore({ file: join(folder, 'ledger.db'), tokenize: asked }),
  mongo: (asked: Tokenize) =>
    openMongoStore({ url: databaseUrl(inject('mongodbUrl'), `unsettled_${process.pid}`), tokenize: asked }),
};

it.each(['sqlite', 'mongo'] as const)(
  'gives up saving a document that people go on correcting, and keeps what they set (%s)',
  async (name) => {
    const tenant = newTenant();
    let said = 0;
    let busy: string | null = null;
    // Asked for each row while it is made ready, after the corrections were looked at.
    const store = await stores[name](async (text) => {
      const correction = { fields: { title: `第${said + 1}次` }, reason: '核对', madeBy: '甲' };
      const madeAt = '2025-03-01T08:00:00.000Z';
      if (busy) await store.correctMeta(tenant, busy, { ...correction, madeAt }, said++);
      return tokenize(text);
    });
    await store.migrate();
    const id = await addDone(store, tenant, 'a', [{ quote: '甲' }]);
    const again = { engine, meta: meta(), items: items('a', [{ quote: '乙' }]), intentions: 0 };
    busy = id;
    await expect(store.saveExtraction(tenant, id, again)).rejects.toMatchObject({ code: 'internal' });
    busy = null;
    expect(said).toBeLessThan(50);
    expect((await store.document(tenant, id))?.meta).toMatchObject({ title: `第${said}次` });
    await store.saveExtraction(tenant, id, again);
    const { rows } = await store.rows(tenant, {}, { sort: 'document', limit: 5 });
    expect(rows.map(({ quote, document }) => [quote, document.title])).toEqual([['乙', `第${said}次`]]);
    await store.close();
  },
);
