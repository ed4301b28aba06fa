/**
 * Builds web/ into dist/web with vite, aside first: a page that is being read meanwhile is whole. Every file of text also
 * lies there compressed, so that the service need not do it at each answer.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, webFolder, webStamp } from './stale.mjs';

const compressed = new Set(['.js', '.css', '.svg', '.mjs', '.wasm', '.json']);

export async function buildWeb() {
  const { build } = await import('vite');
  const started = new Date();
  const aside = join(root, '.cache', `web-${process.pid}`);
  // Under a test runner it says `test`, and React would be built for development.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    configFile: join(root, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: aside },
  }).finally(() => {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  });
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressed.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  mkdirSync(dirname(webFolder), { recursive: true });
  rmSync(webFolder, { recursive: true, force: true });
  renameSync(aside, webFolder);
  writeFileSync(webStamp, '');
  utimesSync(webStamp, started, started);
}
