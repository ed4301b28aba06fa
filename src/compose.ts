import { join } from 'node:path';
import { ensureFolder } from './adapters/shared/ensure-folder.js';
import type { Probes } from './app/doctor/doctor.js';
import type { BlobStore } from './app/ports/blob-store.js';
import type { DataAudit } from './app/ports/data-audit.js';
import type { DataCopy } from './app/ports/data-copy.js';
import type { DocumentReader } from './app/ports/document-reader.js';
import type { Extractor } from './app/ports/extractor.js';
import type { JobQueue } from './app/ports/job-queue.js';
import type { LedgerExporter } from './app/ports/ledger-exporter.js';
import type { LedgerStore, Tokenize } from './app/ports/ledger-store.js';
import type { PasswordHasher, PeopleStore } from './app/ports/people-store.js';
import type { ReminderSender } from './app/ports/reminder-sender.js';
import type { ReminderStore } from './app/ports/reminder-store.js';
import type { TrailStore } from './app/ports/trail-store.js';
import type { Config } from './config.js';
import { JiannuoError } from './domain/errors.js';

/** The ports of one process, each opened at first use and closed together. */
export interface Composition {
  readonly config: Config;
  store(): Promise<LedgerStore>;
  people(): Promise<PeopleStore>;
  hasher(): Promise<PasswordHasher>;
  trail(): Promise<TrailStore>;
  reminders(): Promise<ReminderStore>;
  reminderSender(): Promise<ReminderSender>;
  blobs(): Promise<BlobStore>;
  /** All that the profile keeps, for backup and restore. */
  dataCopy(): Promise<DataCopy>;
  /** The same, to be held against itself. */
  audit(): Promise<DataAudit>;
  queue(): Promise<JobQueue>;
  reader(): Promise<DocumentReader>;
  extractor(): Promise<Extractor>;
  exporter(): Promise<LedgerExporter>;
  /** What the doctor looks at from within a service: its own servers, and the dictionary where it stands already. */
  probes(): Promise<Probes>;
  close(): Promise<void>;
}

interface Closable {
  close(): Promise<void>;
}

/** Opens a port once; a port that could not be opened is tried again at the next call. */
class Opener {
  readonly #opened: Promise<Closable>[] = [];

  lazily<Port extends Closable>(open: () => Promise<Port>): () => Promise<Port> {
    let port: Promise<Port> | undefined;
    return () => {
      if (port) return port;
      const opening = open();
      port = opening;
      this.#opened.push(opening);
      opening.catch(() => {
        port = undefined;
      });
      return opening;
    };
  }

  /** Last opened, first closed. */
  async closeAll(): Promise<void> {
    for (const opening of this.#opened.splice(0).reverse()) {
      const port = await opening.catch(() => null);
      await port?.close();
    }
  }
}

function ledgerFile({ dataFolder }: Config): string {
  try {
    ensureFolder(dataFolder);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new JiannuoError('data-unwritable', { path: dataFolder, reason }, error);
  }
  return join(dataFolder, 'jiannuo.db');
}

/** SQLite with its own queue, originals in a folder. */
const embedded = (config: Config, tokenize: Tokenize) => ({
  dataCopy: async (blobs: () => Promise<BlobStore>) => {
    const { sqliteCopy } = await import('./adapters/backup/sqlite.copy.js');
    return sqliteCopy(join(config.dataFolder, 'jiannuo.db'), join(config.dataFolder, 'originals'), blobs);
  },
  audit: async (blobs: () => Promise<BlobStore>) => {
    const { sqliteAudit } = await import('./adapters/audit/sqlite.audit.js');
    return sqliteAudit(
      join(config.dataFolder, 'jiannuo.db'),
      join(config.dataFolder, 'originals'),
      await blobs(),
    );
  },
  store: async () => {
    const { openSqliteStore } = await import('./adapters/store/sqlite/sqlite.store.js');
    return openSqliteStore({ file: ledgerFile(config), tokenize });
  },
  trail: async () => {
    const { openSqliteTrail } = await import('./adapters/trail/sqlite/sqlite.trail.js');
    return openSqliteTrail({ file: ledgerFile(config) });
  },
  reminders: async () => {
    const { openSqliteReminders } = await import('./adapters/reminders/sqlite/sqlite.reminders.js');
    return openSqliteReminders({ file: ledgerFile(config) });
  },
  people: async () => {
    const { openSqlitePeople } = await import('./adapters/people/sqlite/sqlite.people.js');
    return openSqlitePeople({ file: ledgerFile(config) });
  },
  blobs: async () => {
    const { createFolderBlobs } = await import('./adapters/blobs/folder/folder.store.js');
    return createFolderBlobs(join(config.dataFolder, 'originals'));
  },
  queue: async () => {
    const { openEmbeddedQueue } = await import('./adapters/queue/embedded/embedded.queue.js');
    return openEmbeddedQueue({ file: ledgerFile(config) });
  },
});

/** MongoDB and Redis; opening fails, and is tried again at the next use, while the server is away. */
const cluster = (
  { mongodbUrl, redisUrl, queuePrefix }: Config,
  tokenize: Tokenize,
  { impatient }: ComposeOptions,
) => ({
  dataCopy: async () => {
    const { mongoCopy } = await import('./adapters/backup/mongo.copy.js');
    return mongoCopy(mongodbUrl);
  },
  audit: async () => {
    const { mongoAudit } = await import('./adapters/audit/mongo.audit.js');
    return mongoAudit(mongodbUrl);
  },
  store: async () => {
    const { openMongoStore } = await import('./adapters/store/mongo/mongo.store.js');
    return openMongoStore({ url: mongodbUrl, impatient, tokenize });
  },
  trail: async () => {
    const { openMongoTrail } = await import('./adapters/trail/mongo/mongo.trail.js');
    return openMongoTrail({ url: mongodbUrl, impatient });
  },
  reminders: async () => {
    const { openMongoReminders } = await import('./adapters/reminders/mongo/mongo.reminders.js');
    return openMongoReminders({ url: mongodbUrl, impatient });
  },
  people: async () => {
    const { openMongoPeople } = await import('./adapters/people/mongo/mongo.people.js');
    return openMongoPeople({ url: mongodbUrl, impatient });
  },
  blobs: async () => {
    const { openGridFsBlobs } = await import('./adapters/blobs/gridfs/gridfs.store.js');
    return openGridFsBlobs({ url: mongodbUrl, impatient });
  },
  queue: async () => {
    const { openBullmqQueue } = await import('./adapters/queue/bullmq/bullmq.queue.js');
    return openBullmqQueue({ url: redisUrl, prefix: queuePrefix });
  },
});

function recognitionOf({ recognizer, ...config }: Config) {
  if (recognizer === 'off') return null;
  return {
    recognizer,
    seconds: config.recognizeSeconds,
    memoryBytes: config.recognizeMemoryBytes,
    processes: config.recognizers,
  };
}

export interface ComposeOptions {
  /** Somebody waits for each answer: a database that hangs is told of as away within two seconds. A worker waits longer. */
  readonly impatient?: boolean;
  /** Shared with other compositions of this process, whatever the configuration says of its limits; whoever gives it closes it. */
  readonly extractor?: Extractor;
}

/** Wires the adapters of the profile that the configuration names. */
export function compose(config: Config, options: ComposeOptions = {}): Composition {
  const opener = new Opener();
  const given = options.extractor;
  const ownExtractor = opener.lazily<Extractor>(async () => {
    const { createIsolatedExtractor } = await import('./adapters/extractor/isolated-extractor.js');
    return createIsolatedExtractor({
      seconds: config.extractSeconds,
      memoryBytes: config.extractMemoryBytes,
      processes: config.extractors,
    });
  });
  const extractor = given ? async () => given : ownExtractor;
  /** The same words at writing and at asking. */
  const tokenize: Tokenize = async (text) => (await extractor()).words(text);
  const ports = (config.profile === 'cluster' ? cluster : embedded)(config, tokenize, options);
  const blobs = opener.lazily<BlobStore>(ports.blobs);
  const store = opener.lazily<LedgerStore>(ports.store);
  const queue = opener.lazily<JobQueue>(ports.queue);
  return {
    config,
    store,
    people: opener.lazily<PeopleStore>(ports.people),
    trail: opener.lazily<TrailStore>(ports.trail),
    reminders: opener.lazily<ReminderStore>(ports.reminders),
    reminderSender: async () => {
      const { createReminderSender } = await import('./adapters/reminders/send/reminder.sender.js');
      return createReminderSender(config.publicUrl);
    },
    hasher: async () => {
      const { argon2Hasher } = await import('./adapters/passwords/argon2.hasher.js');
      return argon2Hasher;
    },
    blobs,
    dataCopy: opener.lazily<DataCopy>(() => ports.dataCopy(blobs)),
    audit: opener.lazily<DataAudit>(() => ports.audit(blobs)),
    queue,
    reader: opener.lazily<DocumentReader>(async () => {
      const { createIsolatedReader } = await import('./adapters/readers/isolated/isolated-reader.js');
      return createIsolatedReader({
        maxFileBytes: config.maxFileBytes,
        seconds: config.readSeconds,
        memoryBytes: config.readMemoryBytes,
        processes: config.readers,
        recognition: recognitionOf(config),
      });
    }),
    extractor,
    exporter: async () => {
      const { createLedgerExporter } = await import('./adapters/export/ledger.exporter.js');
      return createLedgerExporter();
    },
    probes: async () => {
      const { machineProbes } = await import('./adapters/doctor/machine-probes.js');
      const pings = {
        mongodb: async () => (await store()).ping(),
        redis: async () => (await queue()).ping(),
      };
      return machineProbes(config, {
        segmenter: async () => {
          const { segmentation, fallbackReason } = await (await extractor()).engine();
          return { id: segmentation, fallbackReason };
        },
        pings: config.profile === 'cluster' ? pings : null,
      });
    },
    close: () => opener.closeAll(),
  };
}
