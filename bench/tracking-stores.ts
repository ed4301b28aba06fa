/**
 * A new report of 300 achievements held against the open commitments of a whole store: seconds, and facts that the store's
 * index gave to be looked at, on SQLite and on MongoDB. Figures and names as in tracking.ts; documents of 500 promises, each
 * of a place of its own. Extraction is not in it.
 * `--million` goes on to a million commitments; `--minutes` gives up seeding that takes longer, and says so.
 * Usage: npx tsx bench/tracking-stores.ts [--million | --sizes 10000,100000] [--profiles sqlite,mongo] [--minutes 10] [--record]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { databaseUrl, startMongod } from '../scripts/servers/index.mjs';
import { openMongoStore } from '../src/adapters/store/mongo/mongo.store.js';
import { openSqliteStore } from '../src/adapters/store/sqlite/sqlite.store.js';
import type { LedgerStore } from '../src/app/ports/ledger-store.js';
import type { TrackedHead } from '../src/app/ports/tracking-store.js';
import { holdDocument } from '../src/app/track/hold-document.js';
import { sha256Hex } from '../src/domain/identity.js';
import type { DocumentFacts, StoredFact } from '../src/track/ledger/document-facts.js';
import { nameKeys } from '../src/track/ledger/name-keys.js';
import { record, rounded } from './record.mjs';
import { nameOf, names, perPlace, pick, reports, targets } from './tracked-facts.js';

const flag = (name: string, otherwise: string): string[] => {
  const at = process.argv.indexOf(name);
  return (at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)).split(',');
};
const usual = process.argv.includes('--million') ? '10000,100000,1000000' : '10000,100000';
const sizes = flag('--sizes', usual).map(Number);
const minutes = Number(flag('--minutes', '10')[0]);
/** Documents that are written at once while a store is filled: each is of a place of its own. */
const seedsAtOnce = 4;
const profiles = flag('--profiles', 'sqlite,mongo');
const tenant = 'bench';
const stamp = 'bench|1';
const achievements = 300;

const subject = { proposalNumber: null, body: null, core: '', opening: '' };

function factOf(side: 'target' | 'report', n: number, key: string, id: string): StoredFact {
  const { view: _, ...fact } = side === 'target' ? pick(targets, n) : pick(reports, n);
  const item = { ...fact.item, id, rules: {}, section: [], missing: [] };
  return {
    itemId: id,
    keys: nameKeys(key, 'name'),
    body: { ...fact, item, key, topic: null, side } as StoredFact['body'],
  };
}

async function documentOf(store: LedgerStore, name: string, place: string, day: string, made: StoredFact[]) {
  const { document } = await store.addDocument({
    ...{ tenant, place, sha256: sha256Hex(Buffer.from(name)), name, size: 1 },
  });
  const head: TrackedHead = { documentId: document.id, file: name, stamp, place, day, subject };
  const facts: DocumentFacts = { place, day, subject, marks: [], facts: made };
  await store.saveFacts(tenant, head, facts);
  return { head, facts };
}

async function seed(store: LedgerStore, from: number, to: number): Promise<void> {
  const until = performance.now() + minutes * 60_000;
  let next = from;
  const fill = async (): Promise<void> => {
    for (let at = next; at < to; at = next) {
      next += perPlace;
      if (performance.now() > until)
        throw new Error(`${at} of ${to} commitments after ${minutes} minutes: more with --minutes`);
      const made = Array.from({ length: perPlace }, (_, i) =>
        factOf('target', at + i, nameOf(((at + i) * 7919) % names), `p${at + i}`),
      );
      await documentOf(store, `plan-${at}`, `第${at / perPlace}县`, '2024-01-10', made);
    }
  };
  await Promise.all(Array.from({ length: seedsAtOnce }, fill));
}

/** The store, with what its index gives counted. */
function counting(store: LedgerStore) {
  const looked = { facts: 0 };
  const counted: LedgerStore = {
    ...store,
    async factsLike(...asked) {
      const found = await store.factsLike(...asked);
      looked.facts += found.length;
      return found;
    },
  };
  return { counted, looked };
}

async function hold(store: LedgerStore, run: number) {
  const made = Array.from({ length: achievements }, (_, i) =>
    factOf('report', i, nameOf((i * 104_729) % names), `r${run}-${i}`),
  );
  const place = '第3县';
  const { counted, looked } = counting(store);
  const cpu = process.cpuUsage();
  const began = performance.now();
  const { head, facts } = await documentOf(counted, `report-${run}`, place, '2025-01-10', made);
  const extractor = { news: async () => [] };
  const { held, stamps } = await holdDocument({ store: counted, extractor }, tenant, head, facts);
  await counted.saveHeld(tenant, head.documentId, stamps, held);
  const wall = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1e6, looked: looked.facts, held: held.length };
}

async function measure(profile: string, store: LedgerStore, rest: () => Promise<number>) {
  const rows: object[] = [];
  let there = 0;
  for (const size of sizes) {
    const began = performance.now();
    await seed(store, there, size);
    const seedSeconds = (performance.now() - began) / 1000;
    const seededPerSecond = Math.round((size - there) / seedSeconds);
    there = size;
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await hold(store, size + run));
    const [first] = runs.sort((a, b) => a.wall - b.wall);
    if (!first) continue;
    rows.push({
      ...{ profile, commitments: size, achievements, lookedAt: first.looked, held: first.held },
      shareOfAllPairs: rounded(first.looked / (size * achievements)),
      seconds: rounded(first.wall),
      cpuSeconds: rounded(first.cpu),
      seededPerSecond,
      dataMiB: await rest(),
    });
    console.log(JSON.stringify(rows.at(-1)));
  }
  return rows;
}

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bench-tracking-'));
const all: object[] = [];
try {
  if (profiles.includes('sqlite')) {
    const file = join(folder, 'jiannuo.db');
    const store = openSqliteStore({ file, tokenize: () => [] });
    all.push(...(await measure('sqlite', store, async () => rounded(statSync(file).size / 2 ** 20))));
    await store.close();
  }
  if (profiles.includes('mongo')) {
    const mongod = await startMongod({ dir: join(folder, 'mongod') });
    try {
      const store = await openMongoStore({ url: databaseUrl(mongod.url, 'bench'), tokenize: () => [] });
      await store.migrate();
      const beside = await createConnection(databaseUrl(mongod.url, 'bench')).asPromise();
      const onDisk = async () => {
        const { storageSize, indexSize } = (await beside.db?.stats()) ?? {};
        return rounded((Number(storageSize) + Number(indexSize)) / 2 ** 20);
      };
      all.push(...(await measure('mongo', store, onDisk)));
      await beside.close();
      await store.close();
    } finally {
      await mongod.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (process.argv.includes('--record'))
  record('tracking-stores', 'npx tsx bench/tracking-stores.ts [--million] --record', { rows: all });
