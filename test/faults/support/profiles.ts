import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { databaseUrl } from '../../../scripts/servers/index.mjs';

export interface Profile {
  readonly environment: Record<string, string>;
  dispose(): Promise<void>;
}

/** The environment of a place of its own: a data folder, or a database and a prefix on the real servers. */
export const profiles: Record<'embedded' | 'cluster', () => Promise<Profile>> = {
  async embedded() {
    const folder = await mkdtemp(join(tmpdir(), 'jiannuo-faults-'));
    return {
      environment: { JIANNUO_PROFILE: 'embedded', JIANNUO_DATA: folder },
      dispose: () => rm(folder, { recursive: true, force: true }),
    };
  },
  async cluster() {
    const name = `faults-${randomUUID().slice(0, 8)}`;
    return {
      environment: {
        JIANNUO_PROFILE: 'cluster',
        // Nothing may be kept beside the servers.
        JIANNUO_DATA: '/dev/null/none',
        JIANNUO_MONGODB_URL: databaseUrl(inject('mongodbUrl'), name),
        JIANNUO_REDIS_URL: inject('redisUrl'),
        JIANNUO_QUEUE_PREFIX: name,
      },
      dispose: async () => {},
    };
  },
};
