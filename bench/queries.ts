/**
 * A ledger of a million commitments and what it answers: the list with filters beside the bare store query of the same run,
 * deep pages, search, facets, figures; then 50 uploads at once while 50 readers ask.
 * usage: npm run build && npx tsx bench/queries.ts [--cluster] [--rows N] [--keep FILE: seeded once, used again; embedded]
 *   [--record]; ASKED times each (default 200)
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import mongoose from 'mongoose';
import { startCluster } from '../scripts/cluster.mjs';
import { serve } from '../test/e2e/support/serve.js';
import { seedMongo, seedSqlite, subjects } from './queries-seed.js';
import { record, rounded } from './record.mjs';

const flag = (name: string) => process.argv[process.argv.indexOf(name) + 1];
const cluster = process.argv.includes('--cluster');
const rows = process.argv.includes('--rows') ? Number(flag('--rows')) : cluster ? 200_000 : 1_000_000;
const asked = Number(process.env.ASKED ?? 200);

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

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bench-queries-'));
const environment = { JIANNUO_RECOGNIZER: 'off' };

interface Unit {
  readonly id: string;
  readonly name: string;
}

/** A service that runs, its units, and the bare query of its store: a unit's commitments that fall due, sorted, 50 rows. */
interface Running {
  readonly url: string;
  readonly units: readonly Unit[];
  bare(unit: string, from: string, to: string): unknown;
  stop(): Promise<unknown>;
}

async function embedded(): Promise<Running> {
  const kept = process.argv.includes('--keep') ? (flag('--keep') ?? '') : '';
  const file = join(folder, 'jiannuo.db');
  if (kept && existsSync(kept)) copyFileSync(kept, file);
  else await seedSqlite(file, rows);
  if (kept && !existsSync(kept)) copyFileSync(file, kept);
  mkdirSync(join(folder, 'originals'), { recursive: true });
  const server = await serve({ ...environment, JIANNUO_LOG_LEVEL: 'silent', JIANNUO_DATA: folder });
  const database = new BetterSqlite(file, { readonly: true });
  const bare = database.prepare(
    `SELECT items.body, items.id FROM item_units CROSS JOIN items ON items.n = item
     WHERE unit_id = ? AND item_units.stance = 'commitment' AND item_units.deadline_up BETWEEN ? AND ?
     ORDER BY item_units.deadline_up LIMIT 50`,
  );
  return {
    url: server.url,
    units: database.prepare('SELECT id, name FROM units ORDER BY id').all() as Unit[],
    bare: (...given) => bare.all(...given),
    async stop() {
      database.close();
      await server.stop();
    },
  };
}

async function clustered(): Promise<Running> {
  const dir = join(folder, 'cluster');
  const servers = await startCluster({ dir, workers: 1, apis: 1, environment });
  const url = servers.env.JIANNUO_MONGODB_URL ?? '';
  await seedMongo(url, rows);
  const connection = await mongoose.createConnection(url).asPromise();
  const items = connection.collection('items');
  const units = await connection
    .collection<{ _id: string; name: string }>('units')
    .find()
    .sort({ _id: 1 })
    .toArray();
  return {
    url: servers.apis[0]?.url ?? '',
    units: units.map(({ _id, name }) => ({ id: _id, name })),
    bare: (unit, from, to) =>
      items
        .find(
          { unitIds: unit, stance: 'commitment', deadlineUp: { $gte: from, $lte: to } },
          { projection: { item: 1 } },
        )
        .sort({ deadlineUp: 1 })
        .limit(50)
        .toArray(),
    async stop() {
      await connection.close();
      await servers.stop();
    },
  };
}

const server = await (cluster ? clustered() : embedded());
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
  const { units } = server;
  const unit = (n: number) => units[(n * 37 + 1) % units.length] ?? { id: '', name: '' };
  const range = 'stance=commitment&deadlineFrom=2025-01-01&deadlineTo=2026-12-31';
  const list = (n: number) => `/commitments?unitId=${unit(n).id}&${range}&limit=50`;
  const figures: Record<string, unknown> = {};
  const tell = (name: string, value: unknown) => {
    figures[name] = value;
    console.log(name, JSON.stringify(value));
  };
  const bare = (n: number) => server.bare(unit(n).id, '2025-01-01', '2026-12-31');
  tell('bare query', timesOf(await timed(asked, bare)));
  tell('list: unit, stance, range', await ask(list));
  // What the machine's other load does to both is seen in the one beside the other.
  tell('bare query, again', timesOf(await timed(asked, bare)));
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
  if (process.argv.includes('--record'))
    record('queries', `npx tsx bench/queries.ts${cluster ? ' --cluster' : ''} --rows ${rows} --record`, {
      profile: cluster ? 'cluster' : 'embedded',
      rows,
      load: loadavg().map(rounded).join(' '),
      figures,
    });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
