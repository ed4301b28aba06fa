import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundRecognizer } from './adapters/readers/shared/recognition/found-recognizer.js';
import { ensureFolder } from './adapters/shared/ensure-folder.js';
import type { Probes } from './app/doctor/doctor.js';
import { compose } from './compose.js';
import type { Config } from './config.js';
import { loadSegmenter } from './text/segment/segmenter.js';
import { oldestNode } from './version.js';

/** A connection string as it may be shown: no user, no password, no options. */
function shownUrl(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
}

/** Real probes for the doctor. */
export function composeProbes(config: Config): Probes {
  const pinged = async (port: 'store' | 'queue') => {
    const composition = compose({ ...config, profile: 'cluster' });
    try {
      await (await composition[port]()).ping();
    } finally {
      await composition.close();
    }
  };
  return {
    profile: config.profile,
    dataFolder: config.dataFolder,
    nodeVersion: process.version,
    oldestNode: oldestNode(),
    segmenter: () => {
      const { segmenter, fallbackReason } = loadSegmenter();
      return { id: segmenter.id, fallbackReason };
    },
    recognizer: () => foundRecognizer(config.recognizer),
    sqlite: async () => {
      const { default: Database } = await import('better-sqlite3');
      const database = new Database(':memory:');
      const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { version: string };
      database.close();
      return version;
    },
    writeData: async () => {
      ensureFolder(config.dataFolder);
      const probe = join(config.dataFolder, `.doctor-${process.pid}`);
      await writeFile(probe, 'x');
      await rm(probe);
    },
    freeBytes: async () => {
      const { bavail, bsize } = await statfs(config.dataFolder);
      return bavail * bsize;
    },
    mongodb: { where: shownUrl(config.mongodbUrl), ping: () => pinged('store') },
    redis: { where: shownUrl(config.redisUrl), ping: () => pinged('queue') },
  };
}
