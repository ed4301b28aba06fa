import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMongod, startRedis } from '../../scripts/servers/index.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A replica set; names no database: each suite takes its own with `databaseUrl`. */
    mongodbUrl: string;
    /** AOF, no eviction; each suite takes its own key prefix. */
    redisUrl: string;
  }
}

/** One real mongod and one real redis-server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'jiannuo-servers-'));
  const mongod = await startMongod({ dir: join(folder, 'mongod') });
  const redis = await startRedis({ dir: join(folder, 'redis') });
  project.provide('mongodbUrl', mongod.url);
  project.provide('redisUrl', redis.url);
  return async () => {
    await Promise.all([mongod.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
