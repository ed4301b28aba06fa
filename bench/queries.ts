/**
 * A ledger of a million commitments and what it answers: the list with filters beside the bare store query of the same run,
 * deep pages, search, facets, figures; then 50 uploads at once while 50 readers ask.
 * usage: npx tsx bench/queries.ts [--rows N] [--keep FILE: seeded once, used again] [--record]; ASKED times each (default 200)
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { openSqliteStore } from '../src/adapters/store/sqlite/sqlite.store.js';
import { withItemIds } from '../src/domain/identity.js';
import type { Item } from '../src/domain/item.js';
import { serve } from '../test/e2e/support/serve.js';
import { record, rounded } from './record.mjs';
import { madeUpEngine, madeUpPlan } from './shared.js';

const flag = (name: string) => process.argv[process.argv.indexOf(name) + 1];
const rows = process.argv.includes('--rows') ? Number(flag('--rows')) : 1_000_000;
const asked = Number(process.env.ASKED ?? 200);
const rowsOfDocument = 50;
const tenant = 'default';
const subjects = [
  '养老',
  '学校',
  '道路',
  '医院',
  '就业',
  '绿地',
  '供水',
  '垃圾',
  '企业',
  '住房',
  '河道',
  '公交',
  '消防',
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

async function seed(file: string): Promise<void> {
  const store = openSqliteStore({ file, tokenize: () => [] });
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
        '到',
        '建成',
        indicator.slice(0, 2),
        '项目',
        ...responsible,
      ]),
    });
    if (n % 2_000 === 1_999) console.log(`seeded ${(n + 1) * rowsOfDocument}`);
  }
  await store.close();
  const database = new BetterSqlite(file);
  // As tracking would have left them: a fifth met, a fifth in part, a few claimed or closed.
  database.exec(`
    UPDATE documents SET untracked = 0;
    INSERT INTO standings (tenant, item_id, document_id, due, ahead, past, claimed, disputed, closed, vague, double_of, state, body)
    SELECT tenant, id, document_id, deadline_up, verdict, verdict, claimed, 0, closed, 0, NULL,
      json_object('version', 0, 'due', deadline_up, 'ahead', verdict, 'past', verdict, 'disputed', json('false'),
        'claimed', claimed, 'closed', json(iif(closed, 'true', 'false')), 'vague', json('false'), 'doubleOf', NULL), '{}'
    FROM (SELECT *, CASE n % 5 WHEN 0 THEN 'met' WHEN 1 THEN 'partly_met' ELSE 'no_evidence' END AS verdict,
      iif(n % 7 = 0, 'done', 'none') AS claimed, n % 50 = 0 AS closed FROM items WHERE stance = 'commitment');
    ANALYZE;`);
  database.close();
}

interface Times {
  readonly p50: number;
  readonly p99: number;
}

function timesOf(spent: readonly number[]): Times {
  const sorted = [...spent].sort((a, b) => a - b);
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

async function timed(times: number, work: (n: number) => unknown): Promise<number[]> {
  for (let n = 0; n < Math.min(10, times); n += 1) await work(n);
  const spent: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    await work(n);
    spent.push(performance.now() - from);
  }
  return spent;
}

const kept = process.argv.includes('--keep') ? (flag('--keep') ?? '') : '';
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bench-queries-'));
const file = join(folder, 'jiannuo.db');
if (kept && existsSync(kept)) copyFileSync(kept, file);
else await seed(file);
if (kept && !existsSync(kept)) copyFileSync(file, kept);

mkdirSync(join(folder, 'originals'), { recursive: true });
const server = await serve({ JIANNUO_DATA: folder, JIANNUO_LOG_LEVEL: 'silent', JIANNUO_RECOGNIZER: 'off' });
try {
  // The service allows so many requests a minute: what is refused is asked again, and the waiting is not counted.
  const get = async (path: string): Promise<{ body: Record<string, unknown>; ms: number }> => {
    for (;;) {
      const from = performance.now();
      const response = await fetch(`${server.url}/api/v1${path}`);
      const text = await response.text();
      const ms = performance.now() - from;
      if (response.ok) return { body: JSON.parse(text), ms };
      if (response.status !== 429) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
      await new Promise((resume) => setTimeout(resume, 1_000));
    }
  };
  const ask = async (path: (n: number) => string, times = asked): Promise<Times> => {
    for (let n = 0; n < 5; n += 1) await get(path(n + times));
    const spent: number[] = [];
    for (let n = 0; n < times; n += 1) spent.push((await get(path(n))).ms);
    return timesOf(spent);
  };
  const database = new BetterSqlite(file, { readonly: true });
  const bare = database.prepare(
    `SELECT items.body, items.id FROM item_units CROSS JOIN items ON items.n = item
     WHERE unit_id = ? AND item_units.stance = 'commitment' AND item_units.deadline_up BETWEEN ? AND ?
     ORDER BY item_units.deadline_up LIMIT 50`,
  );
  const units = database.prepare('SELECT id, name FROM units ORDER BY id').all() as {
    id: string;
    name: string;
  }[];
  const unit = (n: number) => units[(n * 37) % units.length] ?? { id: '', name: '' };
  const range = 'stance=commitment&deadlineFrom=2025-01-01&deadlineTo=2026-12-31';
  const list = (n: number) => `/commitments?unitId=${unit(n).id}&${range}&limit=50`;
  const figures: Record<string, unknown> = {};
  const tell = (name: string, value: unknown) => {
    figures[name] = value;
    console.log(name, JSON.stringify(value));
  };
  tell('bare query', timesOf(await timed(asked, (n) => bare.all(unit(n).id, '2025-01-01', '2026-12-31'))));
  tell('list: unit, stance, range', await ask(list));
  tell('list: the same with a status', await ask((n) => `${list(n)}&schedule=overdue`));
  tell('list: all, first page', await ask(() => '/commitments?limit=50'));
  let cursor = '';
  for (let page = 0; page < 50; page += 1)
    cursor = String((await get(`/commitments?limit=50${cursor && `&cursor=${cursor}`}`)).body.nextCursor);
  tell('list: all, page 51', await ask(() => `/commitments?limit=50&cursor=${cursor}`));
  const found = (word: string, more = '') => `/commitments?text=${encodeURIComponent(word)}&limit=50${more}`;
  tell('search: two characters', await ask((n) => found(subjects[n % subjects.length] ?? '')));
  tell(
    'search: the same, ranked',
    await ask((n) => found(subjects[n % subjects.length] ?? '', '&sort=relevance')),
  );
  tell('search: a word of every row', await ask(() => found('建成')));
  tell('search: the same, ranked', await ask(() => found('建成', '&sort=relevance')));
  tell('search: two words', await ask((n) => found(`${unit(n).name} ${subjects[n % subjects.length]}`)));
  tell('facets: all', await ask(() => '/commitments/facets', Math.min(asked, 40)));
  tell('facets: a unit', await ask((n) => `/commitments/facets?unitId=${unit(n).id}`, Math.min(asked, 40)));
  const first = performance.now();
  await get('/statistics');
  tell('figures, counted (ms)', rounded(performance.now() - first));
  tell('figures, kept', await ask(() => '/statistics'));

  const readers = async (seconds: number): Promise<{ spent: number[]; failed: number }> => {
    const until = performance.now() + seconds * 1_000;
    const spent: number[] = [];
    let failed = 0;
    await Promise.all(
      Array.from({ length: 50 }, async (_, reader) => {
        for (let n = reader; performance.now() < until; n += 50) {
          try {
            spent.push((await get(list(n))).ms);
          } catch {
            failed += 1;
          }
          // 50 people, not 50 loops: below the limit of requests a minute.
          await new Promise((resume) => setTimeout(resume, 550));
        }
      }),
    );
    return { spent, failed };
  };
  const idle = await readers(15);
  tell('50 readers, idle', { ...timesOf(idle.spent), asked: idle.spent.length, failed: idle.failed });
  const uploads = Array.from({ length: 50 }, async (_, n) => {
    const form = new FormData();
    form.append(
      'files',
      new Blob([`关于第${n}号建议的答复\n\n到2027年底，新建公园${n + 1}个。\n`]),
      `答复${n}.txt`,
    );
    return (await fetch(`${server.url}/api/v1/documents`, { method: 'POST', body: form })).status;
  });
  const [busy, statuses] = await Promise.all([readers(15), Promise.all(uploads)]);
  const refused = statuses.filter((status) => status >= 300).length;
  tell('50 readers, 50 uploads', {
    ...timesOf(busy.spent),
    asked: busy.spent.length,
    failed: busy.failed,
    refused,
  });
  database.close();
  if (process.argv.includes('--record'))
    record('queries', `npx tsx bench/queries.ts --rows ${rows} --record`, {
      profile: 'embedded',
      rows,
      figures,
    });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
