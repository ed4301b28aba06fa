#!/usr/bin/env node
/**
 * npm run demo: installs and builds what is missing, reads the fixture documents into a ledger of its own, prints it, says
 * where the time went, and stays to serve. With --once, or where CI is set, it ends after the ledger.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const data = join(root, '.cache', 'demo');
const once = process.argv.includes('--once') || Boolean(process.env.CI);
const times = [];

async function timed(label, step) {
  const since = performance.now();
  const result = await step();
  times.push([label, (performance.now() - since) / 1000]);
  return result;
}

const environment = { ...process.env, JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: data };

function jiannuo(...args) {
  const cli = join(root, 'bin', 'jiannuo.js');
  const run = spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit', env: environment });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

function sources() {
  const folder = join(root, 'fixtures', 'documents');
  return readdirSync(folder).map((format) => relative(root, join(folder, format, 'sources')));
}

/** The first free port from `port` on. */
function freePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      error.code === 'EADDRINUSE' && port < 65_535 ? resolve(freePort(port + 1)) : reject(error),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}

await timed('安装依赖 install', ensureInstalled);
await timed('构建 build', async () => {
  const { buildDist } = await import('./build.mjs');
  await buildDist();
});
rmSync(data, { recursive: true, force: true });
await timed('入库 read and extract', () => jiannuo('ingest', ...sources()));
await timed('查询 query', () => {
  console.log('\n承诺台账（按时限，前 40 条）/ the ledger of commitments, by deadline, first 40\n');
  jiannuo('list', '--stance', 'commitment', '--limit', '40');
});
console.log('\n时间用在 / where the time went');
for (const [label, seconds] of times) console.log(`  ${seconds.toFixed(1).padStart(7)} s  ${label}`);

if (!once) {
  const port = await freePort(8750);
  console.log(
    `\n再查一次 / ask again: npm run -s jiannuo -- list --text 学校 --data ${relative(root, data)}`,
  );
  console.log(`网页 / the web page: http://127.0.0.1:${port}/`);
  const server = spawn(process.execPath, [join(root, 'bin', 'jiannuo.js'), 'serve', '--port', String(port)], {
    cwd: root,
    stdio: 'inherit',
    env: { JIANNUO_LOG_LEVEL: 'warn', ...environment },
  });
  // The terminal sends its signals to both: the server ends itself, and this one with it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (code) => process.exit(code ?? 0));
}
