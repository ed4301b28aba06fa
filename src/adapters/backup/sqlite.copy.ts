import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { BlobStore } from '../../app/ports/blob-store.js';
import type { DataCopy, Frame } from '../../app/ports/data-copy.js';
import { JiannuoError } from '../../domain/errors.js';
import { isSha256 } from '../blobs/shared/sha256.js';
import { ensureFolder } from '../shared/ensure-folder.js';
import { assertAlone } from '../sqlite/alone.js';
import { isDamaged, sqliteFault } from '../sqlite/fault.js';

const pieceBytes = 4 * 1024 * 1024;
/** Copied at one go, between which the process has time for others: 1 MiB of pages of the usual size. */
const stepPages = 256;
const ledger = 'ledger';
const original = 'original/';

async function* piecesOf(name: string, path: string): AsyncGenerator<Frame> {
  const file = await open(path, 'r');
  try {
    for (let pieces = 0; ; pieces += 1) {
      const piece = Buffer.alloc(pieceBytes);
      const { bytesRead } = await file.read(piece, 0, pieceBytes);
      // An empty original is one all the same.
      if (bytesRead === 0 && pieces > 0) return;
      yield { name, bytes: piece.subarray(0, bytesRead) };
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}

/** Paths of the originals in their folder. */
async function originalsIn(folder: string): Promise<{ sha256: string; path: string }[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isSha256(entry.name))
    .map(({ name, parentPath }) => ({ sha256: name, path: join(parentPath, name) }));
}

/**
 * Copies the data file as it stands now, some pages at a time. The connection keeps a read transaction open meanwhile, so
 * that what others write, in this process or another, neither shows in the copy nor makes it begin again.
 */
async function copyPages(file: string, image: string, signal?: AbortSignal): Promise<void> {
  const database = new BetterSqlite(file, { readonly: true });
  try {
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    await database.backup(image, {
      progress: () => {
        signal?.throwIfAborted();
        return stepPages;
      },
    });
  } finally {
    database.close();
  }
}

/** Pieces in a row of one name as one. */
async function* wholes(
  frames: AsyncIterable<Frame>,
): AsyncGenerator<{ name: string; piece: Frame; last: boolean }> {
  let held: Frame | null = null;
  for await (const frame of frames) {
    if (held) yield { name: held.name, piece: held, last: held.name !== frame.name };
    held = frame;
  }
  if (held) yield { name: held.name, piece: held, last: true };
}

/**
 * The data folder of the embedded profile. SQLite's own online backup gives the file as it stands at one instant while
 * others write; the originals that its rows name were there before them, and none is ever taken away.
 * @param file the data file
 * @param folder of the originals
 */
export function sqliteCopy(file: string, folder: string, blobs: () => Promise<BlobStore>): DataCopy {
  const guarded = async <T>(step: () => Promise<T>): Promise<T> => {
    try {
      return await step();
    } catch (error) {
      throw sqliteFault(file, error);
    }
  };

  /** Puts a file that is no readable database aside, under a name that says so. */
  const putAside = async () => {
    const damaged = `.damaged-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
    for (const part of ['', '-wal', '-shm'])
      if (existsSync(`${file}${part}`)) await rename(`${file}${part}`, `${file}${damaged}${part}`);
  };

  /** Throws `data-locked` where a service, a worker or a command has the file open. A damaged one is what a backup is for. */
  const takeAway = async () => {
    try {
      assertAlone(file);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      await putAside();
    }
  };

  /** The data file aside, the originals where they belong. */
  const write = async (frames: AsyncIterable<Frame>, draft: string) => {
    const store = await blobs();
    const out = await open(draft, 'w', 0o600);
    try {
      let pieces: Buffer[] = [];
      for await (const { name, piece, last } of wholes(frames)) {
        if (name === ledger) await out.writeFile(piece.bytes);
        else if (name.startsWith(original)) {
          pieces.push(piece.bytes);
          if (last) await store.put(name.slice(original.length), Buffer.concat(pieces));
          if (last) pieces = [];
        }
      }
      await out.sync();
    } finally {
      await out.close();
    }
  };

  return {
    kind: 'sqlite',
    isEmpty: () =>
      guarded(async () => {
        if (!existsSync(file)) return true;
        const database = new BetterSqlite(file, { readonly: true });
        try {
          const tables = database
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .pluck()
            .all();
          return ['documents', 'people'].every(
            (table) => !tables.includes(table) || !database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get(),
          );
        } catch (error) {
          if (isDamaged(error)) return false;
          throw error;
        } finally {
          database.close();
        }
      }),

    async size() {
      let bytes = 0;
      const originals = await originalsIn(folder);
      for (const path of [file, `${file}-wal`, ...originals.map((each) => each.path)])
        bytes += (await stat(path).catch(() => null))?.size ?? 0;
      return bytes;
    },

    async *dump(signal) {
      if (!existsSync(file)) throw new JiannuoError('file-not-found', { file });
      const place = await mkdtemp(join(tmpdir(), 'jiannuo-backup-'));
      try {
        const image = join(place, 'jiannuo.db');
        await guarded(() => copyPages(file, image, signal));
        yield* piecesOf(ledger, image);
      } finally {
        await rm(place, { recursive: true, force: true });
      }
      for (const { sha256, path } of await originalsIn(folder)) yield* piecesOf(`${original}${sha256}`, path);
    },

    load: (frames) =>
      guarded(async () => {
        ensureFolder(dirname(file));
        await takeAway();
        const draft = `${file}.restoring`;
        try {
          await write(frames, draft);
          // Writing took its time: nobody has come meanwhile.
          await takeAway();
          for (const left of ['-wal', '-shm']) await rm(`${file}${left}`, { force: true });
          await rename(draft, file);
        } finally {
          await rm(draft, { force: true });
        }
      }),

    async close() {},
  };
}
