import { existsSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foundRecognizer } from './adapters/readers/shared/recognition/found-recognizer.js';
import { ensureFolder } from './adapters/shared/ensure-folder.js';
import { loadWorkCalendar } from './adapters/work-calendar/load-work-calendar.js';
import type { Probes } from './app/doctor/doctor.js';
import { compose } from './compose.js';
import type { Config } from './config.js';
import { loadSegmenter } from './text/segment/segmenter.js';
import { isBundle, oldestNode } from './version.js';

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
      // The bundle leaves nodejieba out on purpose, and there is nothing to compile it with.
      return { id: segmenter.id, fallbackReason: isBundle() ? null : fallbackReason };
    },
    recognizer: () => foundRecognizer(config.recognizer),
    sqlite: async () => {
      const { default: Database } = await import('better-sqlite3');
      const database = new Database(':memory:');
      const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { version: string };
      database.close();
      return version;
    },
    isSqliteCompiledHere: () => {
      const manifest = createRequire(import.meta.url).resolve('better-sqlite3/package.json');
      // Left by node-gyp; who takes the compiled file from elsewhere (npm's prebuilt one, the bundle) has none.
      return existsSync(join(dirname(manifest), 'build', 'config.gypi'));
    },
    holidays:
      config.holidays === null
        ? null
        : { path: config.holidays, load: () => void loadWorkCalendar(config.holidays) },
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
