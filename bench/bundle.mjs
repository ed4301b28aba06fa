#!/usr/bin/env node
/**
 * Proves the offline bundle that `npm run bundle` wrote: unpacks it, installs it, runs its demo and its service, each in a
 * namespace without network (only a loopback of its own) and with nothing of this machine's Node.js in the way; removes it
 * again and looks whether the data stayed. `--record` keeps size and times in results/bundle.json.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { record, rounded } from './record.mjs';

const bundles = fileURLToPath(new URL('../.cache/bundle', import.meta.url));
const archive = readdirSync(bundles).find((name) => name.endsWith('-linux-x64.tar.gz'));
if (!archive) throw new Error('no bundle: npm run bundle');
const work = mkdtempSync(join(tmpdir(), 'jiannuo-bundle-'));
const prefix = join(work, 'prefix');
const data = join(work, 'data');

/** In a namespace whose only interface is its own loopback, with an environment of its own. */
function offline(script) {
  const run = spawnSync('unshare', ['-rn', 'sh', '-ec', `ip link set lo up\n${script}`], {
    cwd: work,
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: work, LANG: 'C.UTF-8' },
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`${run.stderr}\n${run.stdout.slice(-2000)}`);
  return run.stdout;
}

function timed(step) {
  const since = performance.now();
  const result = step();
  return { result, seconds: rounded((performance.now() - since) / 1000) };
}

/** Starts the service and asks it for the page and the ledger; gives the milliseconds until it was ready. */
const asking = `
import { spawn } from 'node:child_process';
const since = performance.now();
const service = spawn(${JSON.stringify(join(prefix, 'bin', 'jiannuo'))}, ['serve'], { stdio: 'ignore' });
const at = 'http://127.0.0.1:8750';
const asked = (path) => fetch(at + path).then((answer) => (answer.ok ? answer.text() : null), () => null);
while ((await asked('/readyz')) === null) {
  if (service.exitCode !== null || performance.now() - since > 120_000) throw new Error('the service did not start');
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const ready = performance.now() - since;
const page = await asked('/');
const rows = JSON.parse(await asked('/api/v1/commitments?limit=200'));
const outside = await fetch('https://example.org').then(() => true, () => false);
service.kill();
await new Promise((resolve) => service.on('exit', resolve));
console.log(JSON.stringify({ ready, page: page.includes('<script'), rows: rows.rows.length, outside }));
`;

try {
  const unpacked = timed(() => execFileSync('tar', ['-xzf', join(bundles, archive), '-C', work]));
  const folder = join(work, archive.replace(/\.tar\.gz$/, ''));
  const installed = timed(() => offline(`'${folder}/install.sh' --prefix '${prefix}' --data '${data}'`));
  const shown = timed(() => offline(`'${folder}/demo.sh' --once`));
  const samples = join(prefix, 'current/app/fixtures/documents/pdf/sources');
  offline(`'${prefix}/bin/jiannuo' ingest '${samples}'`);
  const served = JSON.parse(
    offline(`'${prefix}/current/node/bin/node' --input-type=module <<'END'\n${asking}\nEND`).trim(),
  );
  offline(`'${prefix}/current/uninstall.sh'`);
  const kept = existsSync(join(data, 'jiannuo.db')) && !existsSync(join(prefix, 'versions'));
  const read = shown.result.match(/^共 .*失败 (\d+)/mu)?.[1];
  const demoRows = shown.result.split('\n').filter((line) => /^[0-9a-f]{20} /.test(line)).length;
  if (!served.page || served.rows === 0 || served.outside || !kept || demoRows === 0 || read !== '0')
    throw new Error(JSON.stringify({ ...served, kept, demoRows, read }));
  const figures = {
    archive,
    archiveMiB: rounded(statSync(join(bundles, archive)).size / 2 ** 20),
    unpackedMiB: rounded(Number(execFileSync('du', ['-sm', folder], { encoding: 'utf8' }).split('\t')[0])),
    oldestGlibc: readFileSync(join(folder, 'GLIBC'), 'utf8').trim(),
    unpackSeconds: unpacked.seconds,
    installSeconds: installed.seconds,
    demoSeconds: shown.seconds,
    demoRows,
    startSeconds: rounded(served.ready / 1000),
  };
  console.log(figures);
  if (process.argv.includes('--record')) record('bundle', 'node bench/bundle.mjs --record', figures);
} finally {
  rmSync(work, { recursive: true, force: true });
}
