/** Ledgers of many made-up commitments, as extraction and tracking would have left them. */
import { createHash } from 'node:crypto';
import BetterSqlite from 'better-sqlite3';
import mongoose from 'mongoose';
import { promiseCountsMigration as mongoCounts } from '../src/adapters/store/mongo/migrations/0012-promise-counts.js';
import { openMongoStore } from '../src/adapters/store/mongo/mongo.store.js';
import { promiseCountsMigration } from '../src/adapters/store/sqlite/migrations/0014-promise-counts.js';
import { openSqliteStore } from '../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../src/app/ports/ledger-store.js';
import { withItemIds } from '../src/domain/identity.js';
import type { Item } from '../src/domain/item.js';
import { madeUpEngine, madeUpPlan } from './shared.js';

const tenant = 'default';
const rowsOfDocument = 50;
export const subjects = [
  ...['养老', '学校', '道路', '医院', '就业', '绿地', '供水', '垃圾', '企业', '住房', '河道', '公交', '消防'],
];

function itemsOf(sha256: string, n: number): Item[] {
  const whole = Array.from({ length: rowsOfDocument }, (_, i): Omit<Item, 'id'> => {
    const k = n * rowsOfDocument + i;
    const subject = subjects[(k * 7) % subjects.length] ?? '';
    const date = `${2024 + (k % 5)}-${String(1 + ((k * 5) % 12)).padStart(2, '0')}-28`;
    const quote = `到${date}，建成${subject}项目${1 + (k % 90)}个`;
    return {
      ...{ stance: k % 5 === 0 ? 'achievement' : 'commitment', kind: 'quantity', quote },
      ...{ start: i * 200, end: i * 200 + quote.length, valueText: `${1 + (k % 90)}个` },
      ...{ valueStart: null, valueEnd: null, value: 1 + (k % 90), valueMax: null, unit: '个' },
      ...{ comparator: '>=', per: null, change: null, indicator: `${subject}项目`, strength: 'plain' },
      deadline: { text: date, date, scope: 'clause', inferred: [] },
      responsible: [`市第${(k * 11) % 400}局`, `市第${(k * 13) % 400}局`],
      ...{ hedged: false, missing: [], page: 1, section: [], rules: {} },
    };
  });
  return withItemIds(sha256, whole);
}

async function extracted(store: LedgerStore, rows: number): Promise<void> {
  for (let n = 0; n < rows / rowsOfDocument; n += 1) {
    const sha256 = createHash('sha256').update(String(n)).digest('hex');
    const place = `第${n % 60}县`;
    const { document } = await store.addDocument({ tenant, place, sha256, name: `方案${n}.pdf`, size: 1 });
    await store.markQueued(tenant, document.id);
    const items = itemsOf(sha256, n);
    await store.saveExtraction(tenant, document.id, {
      engine: madeUpEngine,
      meta: madeUpPlan(n),
      items,
      intentions: 0,
      terms: items.map(({ indicator, responsible }) => [
        ...['到', '建成', indicator.slice(0, 2), '项目'],
        ...responsible,
      ]),
    });
    if (n % 2_000 === 1_999) console.log(`seeded ${(n + 1) * rowsOfDocument}`);
  }
}

/** As tracking would have left them: a fifth met, a fifth in part, a few claimed or closed. */
export async function seedSqlite(file: string, rows: number): Promise<void> {
  const store = openSqliteStore({ file, tokenize: () => [] });
  await extracted(store, rows);
  await store.close();
  const database = new BetterSqlite(file);
  database.exec(`
    UPDATE documents SET untracked = 0;
    INSERT INTO standings (tenant, item_id, document_id, due, ahead, past, claimed, disputed, closed, vague, double_of, state, body)
    SELECT tenant, id, document_id, deadline_up, verdict, verdict, claimed, 0, closed, 0, NULL,
      json_object('version', 0, 'due', deadline_up, 'ahead', verdict, 'past', verdict, 'disputed', json('false'),
        'claimed', claimed, 'closed', json(iif(closed, 'true', 'false')), 'vague', json('false'), 'doubleOf', NULL), '{}'
    FROM (SELECT *, CASE n % 5 WHEN 0 THEN 'met' WHEN 1 THEN 'partly_met' ELSE 'no_evidence' END AS verdict,
      iif(n % 7 = 0, 'done', 'none') AS claimed, n % 50 = 0 AS closed FROM items WHERE stance = 'commitment');
    DROP TABLE promise_counts; ${promiseCountsMigration.sql}
    ANALYZE;`);
  database.close();
}

/** The same, by the number at the end of each quote. */
export async function seedMongo(url: string, rows: number): Promise<void> {
  const store = await openMongoStore({ url, tokenize: () => [] });
  await store.migrate();
  await extracted(store, rows);
  await store.close();
  const connection = await mongoose.createConnection(url).asPromise();
  const { db } = connection;
  if (!db) throw new Error('no database');
  const part = { $mod: ['$item.value', 5] };
  const is = (rest: number, verdict: string, otherwise: unknown) => ({
    $cond: [{ $eq: [part, rest] }, verdict, otherwise],
  });
  const verdict = is(0, 'met', is(1, 'partly_met', 'no_evidence'));
  const state = {
    ...{ version: 0, dueUp: '$deadlineUp', ahead: verdict, past: verdict, disputed: false, vague: false },
    claimed: { $cond: [{ $eq: [{ $mod: ['$item.value', 7] }, 0] }, 'done', 'none'] },
    ...{ closed: { $eq: [{ $mod: ['$item.value', 50] }, 0] }, doubleOf: null },
  };
  await db.collection('items').updateMany({ stance: 'commitment' }, [{ $set: { state } }]);
  await db.collection('documents').updateMany({}, { $set: { untracked: false } });
  await mongoCounts.up(db);
  await connection.close();
}
