import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLedgerExporter } from '../src/adapters/export/ledger.exporter.js';
import { openSqliteStore } from '../src/adapters/store/sqlite/sqlite.store.js';
import { exportColumns } from '../src/app/export/export-columns.js';
import { type ExportFormat, exportQuerySchema } from '../src/app/export/export-query.js';
import { exportPages } from '../src/app/export/export-rows.js';
import { national } from '../src/app/profiles/national.profile.js';
import { withItemIds } from '../src/domain/identity.js';
import type { Item } from '../src/domain/item.js';
import { record, rounded } from './record.mjs';
import { madeUpEngine, madeUpPlan } from './shared.js';

/** Time and memory of exporting a large ledger on SQLite; each format in a process of its own. */
const count = Number(process.env.ROWS ?? 200_000);
const rowsOfDocument = 50;
const formats = ['xlsx', 'csv', 'json'] as const;
const tenant = 'default';

interface Run {
  readonly seconds: number;
  readonly growthMiB: number;
  readonly fileMiB: number;
  readonly rows: number;
}

function itemsOf(sha256: string, n: number): Item[] {
  const whole = Array.from({ length: rowsOfDocument }, (_, i): Omit<Item, 'id'> => {
    const value = 60 + ((n * 7 + i) % 40);
    const quote = `到${2025 + (i % 3)}年底，第${n}号方案所列第${i}项指标达到${value}%以上，并建立长效机制`;
    return {
      ...{ stance: 'commitment', kind: 'quantity', quote, start: i * 200, end: i * 200 + quote.length },
      ...{ valueText: `${value}%以上`, valueStart: null, valueEnd: null, value, valueMax: null, unit: '%' },
      ...{ comparator: '>=', per: null, change: null, indicator: `第${i}项指标`, strength: 'plain' },
      deadline: { text: '年底', date: `${2025 + (i % 3)}-12-31`, scope: 'clause', inferred: [] },
      responsible: [`市第${i % 20}局`, `市第${(n + i) % 40}局`],
      ...{ hedged: false, missing: [], page: 1 + (i % 9), section: ['一、总体要求'], rules: {} },
    };
  });
  return withItemIds(sha256, whole);
}

async function seed(file: string): Promise<void> {
  const store = openSqliteStore({ file, tokenize: () => [] });
  for (let n = 0; n < count / rowsOfDocument; n++) {
    const sha256 = createHash('sha256').update(String(n)).digest('hex');
    const given = { tenant, place: null, sha256, name: `方案${n}.pdf`, size: 1 };
    const { document } = await store.addDocument(given);
    await store.saveExtraction(tenant, document.id, {
      engine: madeUpEngine,
      meta: madeUpPlan(n),
      items: itemsOf(sha256, n),
      intentions: 0,
    });
  }
  await store.close();
}

async function exportOnce(file: string, format: ExportFormat, target: string, query = {}): Promise<number> {
  const store = openSqliteStore({ file, tokenize: () => [] });
  let rows = 0;
  const pages = (async function* () {
    for await (const page of exportPages(store, tenant, exportQuerySchema.parse({ format, ...query }))) {
      rows += page.length;
      yield page;
    }
  })();
  await createLedgerExporter().write(format, pages, createWriteStream(target), {
    columns: exportColumns,
    language: 'zh',
    linkBase: 'http://127.0.0.1:8750',
    day: '2025-01-01',
    notice: 'urge',
    profile: national,
    standing: async () => null,
  });
  await store.close();
  return rows;
}

/** In a process that has done nothing else but a small export before, which loads the libraries. */
async function measure(file: string, format: ExportFormat): Promise<void> {
  const target = `${file}.${format}`;
  await exportOnce(file, format, target, { proposal: '1' });
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const from = performance.now();
  const rows = await exportOnce(file, format, target);
  clearInterval(watch);
  const run: Run = {
    seconds: rounded((performance.now() - from) / 1000),
    growthMiB: rounded((peak - before) / 2 ** 20),
    fileMiB: rounded(statSync(target).size / 2 ** 20),
    rows,
  };
  process.stdout.write(JSON.stringify(run));
}

const [command, file = '', format] = process.argv.slice(2);
if (command === 'measure') await measure(file, format as ExportFormat);
else {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bench-export-'));
  try {
    const ledger = join(folder, 'ledger.db');
    await seed(ledger);
    const figures: Record<string, Run> = {};
    for (const each of formats) {
      const script = ['--expose-gc', '--import', 'tsx', import.meta.filename, 'measure', ledger, each];
      const { stdout } = spawnSync(process.execPath, script, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      figures[each] = JSON.parse(stdout) as Run;
      console.log(each, figures[each]);
    }
    if (process.argv.includes('--record')) record('export', 'npx tsx bench/export.ts --record', { figures });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
