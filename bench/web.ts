/**
 * The page on a ledger of 200,000 rows, by the browser's own clock and beside the API of the same run: the first useful view
 * of the ledger, from a filter to its rows, and opening a PDF of 200 pages at an item; and what the first visit loads.
 * usage: npx tsx bench/web.ts [--rows N] [--keep FILE: seeded once, used again] [--record]; ASKED times each (default 7)
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { chromium, type Page } from 'playwright-core';
import { buildDist } from '../scripts/build.mjs';
import { ensureChromium } from '../scripts/chromium.mjs';
import { firstLoad } from '../scripts/first-load.mjs';
import { serve } from '../test/e2e/support/serve.js';
import { seedSqlite } from './queries-seed.js';
import { record, rounded } from './record.mjs';

const flag = (name: string) => process.argv[process.argv.indexOf(name) + 1] ?? '';
const rows = process.argv.includes('--rows') ? Number(flag('--rows')) : 200_000;
const asked = Number(process.env.ASKED ?? 7);
const pages = 200;

const median = (spent: readonly number[]): number =>
  rounded([...spent].sort((a, b) => a - b)[Math.floor(spent.length / 2)] ?? 0);

async function times(work: () => Promise<number>): Promise<number> {
  await work();
  const spent: number[] = [];
  for (let n = 0; n < asked; n += 1) spent.push(await work());
  return median(spent);
}

/** A fixture's pages over and over. */
async function longPdf(): Promise<Blob> {
  const fixture = join('fixtures', 'documents', 'pdf', 'sources', 'luzhu-2025-housing-renewal-plan.pdf');
  const source = await PDFDocument.load(readFileSync(join(import.meta.dirname, '..', fixture)));
  const whole = await PDFDocument.create();
  const indices = source.getPageIndices();
  while (whole.getPageCount() < pages)
    for (const page of await whole.copyPages(source, indices)) whole.addPage(page);
  while (whole.getPageCount() > pages) whole.removePage(pages);
  return new Blob([await whole.save()]);
}

async function takeIn(url: string, bytes: Blob): Promise<string> {
  const form = new FormData();
  form.append('files', bytes, '方案.pdf');
  const answer = await fetch(`${url}/api/v1/documents`, { method: 'POST', body: form });
  const { files } = (await answer.json()) as { files: { documentId: string }[] };
  const id = files[0]?.documentId ?? '';
  for (;;) {
    const { status, fault } = (await (await fetch(`${url}/api/v1/documents/${id}`)).json()) as {
      status: string;
      fault: unknown;
    };
    if (status === 'done') return id;
    if (status === 'failed') throw new Error(JSON.stringify(fault));
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

/** By the clock of the page, from its navigation on, when what is looked for is first drawn. */
const drawnAt = (page: Page, selector: string): Promise<number> =>
  page
    .waitForSelector(selector)
    .then(() => page.evaluate(() => new Promise<number>((at) => setTimeout(() => at(performance.now())))));

await buildDist();
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-bench-web-'));
const kept = process.argv.includes('--keep') ? flag('--keep') : '';
const file = join(folder, 'jiannuo.db');
if (kept && existsSync(kept)) copyFileSync(kept, file);
else await seedSqlite(file, rows);
if (kept && !existsSync(kept)) copyFileSync(file, kept);
mkdirSync(join(folder, 'originals'), { recursive: true });
const server = await serve({ JIANNUO_DATA: folder, JIANNUO_RECOGNIZER: 'off', JIANNUO_LOG_LEVEL: 'silent' });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const document = await takeIn(server.url, await longPdf());
  const context = await browser.newContext({ baseURL: server.url, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const api = (path: string) =>
    times(async () => {
      const from = performance.now();
      await (await fetch(`${server.url}/api/v1${path}`)).text();
      return performance.now() - from;
    });
  const { items } = (await (
    await fetch(`${server.url}/api/v1/documents/${document}/items?limit=2000&boxes=true`)
  ).json()) as {
    items: { row: { id: string }; boxes: unknown[] }[];
  };
  const last = items.filter(({ boxes }) => boxes.length > 0).at(-1)?.row.id ?? '';
  const figures = {
    ...{ rows, asked, load: rounded(loadavg()[0] ?? 0), unit: 'ms, median' },
    ledger: await times(async () => {
      await page.goto('/ledger');
      return drawnAt(page, '.ledger-row');
    }),
    ledgerApi: await api('/commitments?stance=commitment&limit=50'),
    filter: await times(async () => {
      await page.goto('/ledger');
      const facet = page.getByRole('region', { name: '责任单位' }).getByRole('button').first();
      await facet.waitFor();
      const before = await page.locator('.ledger-row').first().textContent();
      const from = await page.evaluate(() => performance.now());
      await facet.click();
      await page.waitForFunction((text) => {
        const { document: shown } = globalThis as unknown as {
          document: { querySelector(selector: string): { textContent: string } | null };
        };
        const row = shown.querySelector('.ledger-row');
        return row !== null && row.textContent !== text;
      }, before);
      return (await page.evaluate(() => performance.now())) - from;
    }),
    filterApi: await api(
      `/commitments?stance=commitment&limit=50&unitId=${encodeURIComponent(await firstUnit(server.url))}`,
    ),
    pdf: await times(async () => {
      await page.goto(`/documents/${document}?item=${last}`);
      return drawnAt(page, `.pdf-page a.item-selected[data-item="${last}"]`);
    }),
    pdfApi: await api(`/documents/${document}/items?limit=2000&boxes=true`),
    ...firstLoad(),
  };
  const { later, ...rest } = figures;
  const told = { ...rest, later: later.slice(0, 5) };
  console.log(JSON.stringify(told, null, 2));
  if (process.argv.includes('--record')) record('web', 'npx tsx bench/web.ts', told);
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function firstUnit(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/commitments/facets?stance=commitment`);
  const { facets } = (await answer.json()) as { facets: { unit: { values: { value: string }[] } } };
  return facets.unit.values[0]?.value ?? '';
}
