import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Probes } from '../../app/doctor/doctor.js';
import { isBundle, oldestNode } from '../../version.js';
import { foundRecognizer } from '../readers/shared/recognition/found-recognizer.js';
import { ensureFolder } from '../shared/ensure-folder.js';
import { freeBytes } from '../shared/free-bytes.js';
import { loadWorkCalendar } from '../work-calendar/load-work-calendar.js';

interface Examined {
  readonly profile: Probes['profile'];
  readonly dataFolder: string;
  readonly recognizer: Parameters<typeof foundRecognizer>[0];
  readonly holidays: string | null;
  readonly mongodbUrl: string;
  readonly redisUrl: string;
}

interface Asked {
  /** The segmenter in use, and why it is not nodejieba (or null), by whoever has its dictionary loaded. */
  segmenter: Probes['segmenter'];
  /** null: the servers are not looked for. */
  readonly pings: { mongodb(): Promise<void>; redis(): Promise<void> } | null;
}

/** A connection string as it may be shown: no user, no password, no options. */
function shownUrl(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
}

/** What the doctor looks at, on the machine of this process. */
export function machineProbes(config: Examined, { segmenter, pings }: Asked): Probes {
  return {
    profile: config.profile,
    dataFolder: config.dataFolder,
    nodeVersion: process.version,
    oldestNode: oldestNode(),
    segmenter: async () => {
      // The bundle leaves nodejieba out on purpose, and there is nothing to compile it with.
      const { id, fallbackReason } = await segmenter();
      return { id, fallbackReason: isBundle() ? null : fallbackReason };
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
      const probe = join(config.dataFolder, `.doctor-${randomUUID()}`);
      await writeFile(probe, 'x');
      await rm(probe, { force: true });
    },
    freeBytes: () => freeBytes(config.dataFolder),
    mongodb: pings && { where: shownUrl(config.mongodbUrl), ping: pings.mongodb },
    redis: pings && { where: shownUrl(config.redisUrl), ping: pings.redis },
  };
}
