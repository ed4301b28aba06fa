#!/usr/bin/env node
/**
 * npm run bundle: one archive for networks without registries, Linux on x86-64: the built program, its packages, Node.js,
 * PDFium and the recognition model, samples, documents, licences, SBOM, sums. Written to .cache/bundle; `--keep` leaves the
 * folder that was packed beside it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDist } from '../build.mjs';
import { ensureInstalled } from '../ensure-installed.mjs';
import { root } from '../stale.mjs';
import { copyModules } from './modules.mjs';
import { betterSqlite, needs } from './native.mjs';
import { writeLicences, writeSbom, writeSums } from './papers.mjs';
import { cache, longTermNode, nodeVersion } from './runtime.mjs';

const own = join(dirname(fileURLToPath(import.meta.url)), 'files');
const newer = (a, b) => (a.localeCompare(b, 'en', { numeric: true }) > 0 ? a : b);

function assertSystem() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `The bundle for Linux on x86-64 is built there, not on ${process.platform} ${process.arch}.`,
  );
}

/** The parts that every file of the program lies in, below app/. */
function copyProgram(app) {
  const program = (path) =>
    !/\.map$|[/\\]\.built$/.test(path) && !path.startsWith(join(root, 'dist', 'types'));
  mkdirSync(app, { recursive: true });
  for (const folder of ['bin', 'dist'])
    cpSync(join(root, folder), join(app, folder), { recursive: true, filter: program });
  for (const format of readdirSync(join(root, 'fixtures', 'documents'))) {
    const sources = join('fixtures', 'documents', format, 'sources');
    if (existsSync(join(root, sources))) cpSync(join(root, sources), join(app, sources), { recursive: true });
  }
  copyFileSync(join(root, 'package.json'), join(app, 'package.json'));
  copyFileSync(join(root, 'LICENSE'), join(app, 'LICENSE'));
}

/** The oldest C library that everything compiled in the folder runs on. */
function oldestLibc(folder) {
  let glibc = '0';
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.node$|\/bin\/node$/.test(file) || /musl/.test(file)) continue;
    glibc = newer(glibc, needs(file).glibc ?? '0');
  }
  return glibc;
}

assertSystem();
ensureInstalled();
await buildDist();
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = `jiannuo-${version}-linux-x64`;
const folder = join(cache, name);
const runtime = longTermNode();
const native = betterSqlite(runtime);

rmSync(folder, { recursive: true, force: true });
const app = join(folder, 'app');
copyProgram(app);
const packages = copyModules(app);
const addon = join(app, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
mkdirSync(dirname(addon), { recursive: true });
copyFileSync(native, addon);
spawnSync('strip', ['--strip-debug', addon]);
mkdirSync(join(folder, 'node', 'bin'), { recursive: true });
copyFileSync(runtime.node, join(folder, 'node', 'bin', 'node'));
copyFileSync(join(runtime.folder, 'LICENSE'), join(folder, 'node', 'LICENSE'));
for (const file of readdirSync(own)) copyFileSync(join(own, file), join(folder, file));
for (const file of ['install.sh', 'uninstall.sh', 'demo.sh', 'jiannuo', 'node/bin/node'])
  chmodSync(join(folder, file), 0o755);
cpSync(join(root, 'docs'), join(folder, 'docs'), { recursive: true });
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
copyFileSync(join(root, 'README.zh-CN.md'), join(folder, 'README.zh-CN.md'));
copyFileSync(join(root, '.env.example'), join(folder, 'env.example'));
writeFileSync(join(folder, 'VERSION'), `${version}\n`);
writeFileSync(join(folder, 'GLIBC'), `${oldestLibc(folder)}\n`);
writeLicences(folder, packages);
const bill = writeSbom(folder, packages, runtime.node);
const files = writeSums(folder);

// Nothing of this machine's Node.js or packages helps it: it starts from its own folder alone.
const told = execFileSync(join(folder, 'jiannuo'), ['--version'], {
  cwd: '/',
  env: { PATH: '/usr/bin:/bin' },
  encoding: 'utf8',
});
if (told.trim() !== version) throw new Error(`the bundle says version ${told}`);

const archive = `${folder}.tar.gz`;
const owner = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner'];
execFileSync('tar', [...owner, '-C', cache, '-cf', archive, '-I', 'gzip -6', name], { stdio: 'inherit' });
const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
writeFileSync(`${archive}.sha256`, `${sum}  ${name}.tar.gz\n`);
if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true });
const mebibytes = (statSync(archive).size / 2 ** 20).toFixed(0);
console.log(
  `${archive}\n${mebibytes} MiB, ${files} files, ${bill.components.length} parts, Node.js ${nodeVersion}\nSHA-256 ${sum}`,
);
