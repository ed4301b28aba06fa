import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseUrl, startMongod, startRedis } from '../../../scripts/servers/index.mjs';
import { type Composition, compose } from '../../../src/compose.js';
import { readConfig } from '../../../src/config.js';
import { type Served, serve } from '../../e2e/support/serve.js';
import { type Line, startProxy, type TcpProxy } from './proxy.js';
import { WorkerProcess } from './worker-process.js';

/** What can be done to a running system. Each resolves when what was killed runs again, or the line is whole. */
export type Fault = (awayMs: number) => Promise<void>;

/** The whole service in processes of its own, from the build, with whatever it needs. */
export interface System {
  /** Where the API listens now. */
  url(): string;
  readonly faults: ReadonlyMap<string, Fault>;
  /** Ports on the same data, for looking. */
  readonly composition: Composition;
  stop(): Promise<void>;
}

type Ending = () => Promise<unknown>;

class Running {
  api: Served | undefined;
  readonly workers: WorkerProcess[] = [];
  readonly endings: Ending[] = [];
  readonly faults = new Map<string, Fault>();

  constructor(readonly environment: Record<string, string>) {}

  async startApi(): Promise<void> {
    this.api = await serve(this.environment);
  }

  async killApi(): Promise<void> {
    const { pid } = this.api ?? {};
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await this.startApi();
  }

  /** Kills each in turn. */
  async killWorker(turn: number): Promise<void> {
    const at = turn % this.workers.length;
    await this.workers[at]?.started();
    await this.workers[at]?.end('SIGKILL');
    this.workers[at] = new WorkerProcess(this.environment);
  }

  async migrated(): Promise<Composition> {
    const composition = compose(readConfig(this.environment));
    this.endings.push(() => composition.close());
    for (const component of [composition.store, composition.people, composition.trail])
      await (await component()).migrate();
    return composition;
  }

  async begin(workers: number): Promise<System> {
    const composition = await this.migrated();
    await this.startApi();
    for (let n = 0; n < workers; n += 1) this.workers.push(new WorkerProcess(this.environment));
    this.faults.set('API killed', () => this.killApi());
    let turn = 0;
    if (workers > 0) this.faults.set('worker killed', () => this.killWorker(turn++));
    return {
      url: () => this.api?.url ?? '',
      faults: this.faults,
      composition,
      stop: () => this.stop(),
    };
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.end('SIGKILL')));
    const { pid } = this.api ?? {};
    try {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    for (const end of this.endings.reverse()) await end();
  }
}

const common = { JIANNUO_READERS: '1', JIANNUO_CONCURRENCY: '3', JIANNUO_RECOGNIZER: 'off' };

async function temporary(): Promise<[string, Ending]> {
  const folder = await mkdtemp(join(tmpdir(), 'jiannuo-storm-'));
  return [folder, () => rm(folder, { recursive: true, force: true })];
}

/** `serve` with its worker, and a second worker process on the same file. */
export async function embeddedSystem(): Promise<System> {
  const [folder, remove] = await temporary();
  const running = new Running({ ...common, JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: folder });
  running.endings.push(remove);
  return running.begin(1);
}

const through =
  (proxy: TcpProxy, line: Line): Fault =>
  async (awayMs) => {
    proxy.set(line);
    await pause(awayMs);
    proxy.set('pass');
  };

/**
 * An API and two workers on servers of their own: a replica set of three, whose primary can be killed, or one member and
 * Redis behind lines that can be cut.
 */
export async function clusterSystem({ members }: { members: 1 | 3 }): Promise<System> {
  const [folder, remove] = await temporary();
  const endings: Ending[] = [remove];
  const mongod = await startMongod({ dir: join(folder, 'mongod'), members });
  endings.push(() => mongod.kill());
  const redisFolder = join(folder, 'redis');
  let redis = await startRedis({ dir: redisFolder });
  endings.push(() => redis.kill());
  const behind = members === 1 ? await Promise.all([startProxy(mongod.port), startProxy(redis.port)]) : null;
  const [mongoLine, redisLine] = behind ?? [];
  const running = new Running({
    ...common,
    JIANNUO_PROFILE: 'cluster',
    JIANNUO_DATA: '/dev/null/none',
    JIANNUO_MONGODB_URL: mongoLine
      ? `mongodb://127.0.0.1:${mongoLine.port}/storm?directConnection=true`
      : databaseUrl(mongod.url, 'storm'),
    JIANNUO_REDIS_URL: redisLine ? `redis://127.0.0.1:${redisLine.port}/0` : redis.url,
    JIANNUO_REQUEUE_SECONDS: '5',
  });
  running.endings.push(...endings);
  for (const proxy of behind ?? []) running.endings.push(() => proxy.close());
  running.faults.set('Redis killed, restarted from its AOF', async (awayMs) => {
    await redis.kill();
    await pause(awayMs);
    redis = await startRedis({ dir: redisFolder, port: redis.port });
  });
  if (members === 3)
    running.faults.set('MongoDB primary killed', async (awayMs) => {
      const again = await mongod.killPrimary();
      await pause(awayMs);
      await again();
    });
  for (const [name, proxy] of [
    ['MongoDB', mongoLine],
    ['Redis', redisLine],
  ] as const) {
    if (!proxy) continue;
    running.faults.set(`line to ${name} cut`, through(proxy, 'cut'));
    running.faults.set(`line to ${name} slow`, through(proxy, 'slow'));
    running.faults.set(`line to ${name} silent`, through(proxy, 'silent'));
  }
  return running.begin(2);
}
