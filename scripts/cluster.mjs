#!/usr/bin/env node
/**
 * The topology of docker-compose.yml from native processes: mongod (rs0), redis-server (AOF), workers, APIs.
 * `node scripts/cluster.mjs --workers 2 --apis 1 --dir FOLDER --port 8750` runs until it is told to end.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder } from './servers/fetch.mjs';
import { databaseUrl, freePort, startMongod, startRedis } from './servers/index.mjs';
import { startProcess, untilReady } from './servers/spawn.mjs';

const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'jiannuo.js');

/** Starts everything and waits until it answers; what was started ends with this process, however that ends. */
export async function startCluster({ workers = 2, apis = 1, dir, port, environment = {} }) {
  mkdirSync(dir, { recursive: true });
  const started = [];
  const stop = async () => {
    // APIs first, servers last: nobody is cut off in the middle.
    for (const each of started.splice(0).reverse()) await each.stop();
  };
  const keep = (each) => {
    started.push(each);
    return each;
  };
  try {
    const [mongod, redis] = await Promise.all([
      startMongod({ dir: join(dir, 'mongod') }).then(keep),
      startRedis({ dir: join(dir, 'redis') }).then(keep),
    ]);
    const env = {
      JIANNUO_PROFILE: 'cluster',
      JIANNUO_MONGODB_URL: databaseUrl(mongod.url, 'jiannuo'),
      JIANNUO_REDIS_URL: redis.url,
      ...environment,
    };
    migrate(env);
    const place = { dir, env, keep };
    const workerProcesses = await Promise.all(
      Array.from({ length: workers }, (_, n) => startWorker(n, place)),
    );
    const apiProcesses = await Promise.all(
      Array.from({ length: apis }, async (_, n) => startApi(n, port ? port + n : await freePort(), place)),
    );
    return { mongod, redis, env, workers: workerProcesses, apis: apiProcesses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** By command, once; it also brings the build up to date before several processes would. */
function migrate(env) {
  const run = spawnSync(process.execPath, [bin, 'migrate'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) throw new Error(`migrate failed: ${run.stderr || run.stdout}`);
}

async function startWorker(n, { dir, env, keep }) {
  const log = join(dir, `worker-${n}.log`);
  const worker = keep(
    startProcess({ command: process.execPath, args: [bin, 'work'], log, cache: cacheFolder(), env }),
  );
  await untilReady(`worker ${n}`, worker, () => readFileSync(log, 'utf8').includes('"worker started"'));
  return { pid: worker.pid, log, stop: worker.stop, kill: worker.kill };
}

async function startApi(n, port, { dir, env, keep }) {
  const log = join(dir, `api-${n}.log`);
  const args = [bin, 'serve', '--port', String(port)];
  const api = keep(startProcess({ command: process.execPath, args, log, cache: cacheFolder(), env }));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`API ${n}`, api, async () => (await fetch(`${url}/readyz`)).ok);
  return { pid: api.pid, url, log, stop: api.stop, kill: api.kill };
}

async function main() {
  const { values } = parseArgs({
    options: {
      workers: { type: 'string', default: '2' },
      apis: { type: 'string', default: '1' },
      dir: { type: 'string', default: mkdtempSync(join(tmpdir(), 'jiannuo-cluster-')) },
      port: { type: 'string', default: '8750' },
    },
  });
  const [workers, apis, port] = [values.workers, values.apis, values.port].map(Number);
  const cluster = await startCluster({ workers, apis, port, dir: values.dir });
  const { mongod, redis } = cluster;
  console.log(
    [
      ...cluster.apis.map(({ url, pid }) => `api     ${url}  pid ${pid}`),
      ...cluster.workers.map(({ pid }) => `worker  pid ${pid}`),
      `mongod  ${mongod.url}  pid ${mongod.pid}`,
      `redis   ${redis.url}  pid ${redis.pid}`,
      `files   ${values.dir}`,
    ].join('\n'),
  );
  const keepAlive = setInterval(() => {}, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, async () => {
      clearInterval(keepAlive);
      await cluster.stop();
    });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
