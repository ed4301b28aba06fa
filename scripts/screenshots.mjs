#!/usr/bin/env node
/**
 * npm run screenshots: the six pictures of docs/zh/guide.md, taken anew in a real Chromium from a service of its own that has
 * read the sample documents. A Chinese font must be there (Debian: fonts-noto-cjk).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildDist } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { root } from './stale.mjs';

const pictures = join(root, 'docs', 'zh', 'pictures');
const cli = join(root, 'bin', 'jiannuo.js');
const samples = join(root, 'fixtures', 'documents');

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function until(ready, what) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await ready().catch(() => false)) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error(`waited in vain for ${what}`);
}

await buildDist();
const data = mkdtempSync(join(tmpdir(), 'jiannuo-pictures-'));
const env = { ...process.env, JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data, JIANNUO_LOG_LEVEL: 'warn' };
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const get = async (path) => (await fetch(`${url}/api/v1${path}`)).json();

const folders = ['text', 'pdf'].map((format) => join(samples, format, 'sources'));
const read = spawnSync(process.execPath, [cli, 'ingest', ...folders], {
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (read.status !== 0) throw new Error('the samples were not read');
const service = spawn(process.execPath, [cli, 'serve', '--port', String(port)], { env, stdio: 'ignore' });
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

try {
  await until(async () => (await fetch(`${url}/readyz`)).ok, 'the service');
  const { documents } = await get('/documents?limit=100');
  const named = (name) => {
    const found = documents.find((each) => each.name.endsWith(name));
    if (!found) throw new Error(`${name} was not taken in`);
    return found.id;
  };
  const plan = named('luzhu-2025-housing-renewal-plan.pdf');
  const report = named('luzhu-2025-housing-renewal-progress.txt');
  const { rows } = await get('/commitments?stance=commitment&verified=met&limit=1');
  if (!rows[0]) throw new Error('no promise of the samples is met: what the pictures are to show');

  const views = [
    ['ledger', '/ledger'],
    ['document', `/documents/${plan}`],
    ['promise', `/commitments/${rows[0].id}`],
    ['tracking', `/documents/${report}/tracking`],
    ['dashboard', '/dashboard'],
    // Where the samples' deadlines crowd.
    ['calendar', '/calendar?month=2025-12'],
  ];
  mkdirSync(pictures, { recursive: true });
  const page = await browser.newPage({
    baseURL: url,
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  for (const [name, path] of views) {
    await page.goto(path, { waitUntil: 'networkidle' }).catch(() => page.waitForTimeout(3_000));
    if (name === 'document') await page.waitForSelector('canvas', { state: 'visible' });
    await page.waitForTimeout(2_500);
    await page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 70 });
  }
  for (const file of readdirSync(pictures))
    console.log(`${Math.round(statSync(join(pictures, file)).size / 1024)} KiB  docs/zh/pictures/${file}`);
} finally {
  await browser.close();
  service.kill();
  await new Promise((resolve) => service.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}
