import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '../../app/ingest/byte-size.js';
import type { DataCopy } from '../../app/ports/data-copy.js';
import { type Backup, backupName, backupNameSchema } from '../../domain/backup.js';
import { JiannuoError } from '../../domain/errors.js';
import { ensureFolder } from '../shared/ensure-folder.js';
import { freeBytes } from '../shared/free-bytes.js';
import { writeBackup } from './backup-file.js';

/** What is left free beside a backup that would come out as large as the data. */
const marginBytes = 64 * 1024 * 1024;
const share = 1.2;
/** A writer adds to its file all the time: one that has stood still so long has none any more. */
const staleMs = 3_600_000;

const isGone = (thrown: unknown): boolean => (thrown as NodeJS.ErrnoException).code === 'ENOENT';

/** Null where somebody has taken it away meanwhile. */
async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (thrown) {
    if (isGone(thrown)) return null;
    throw thrown;
  }
}

/** The whole backups in a folder, the newest first; none where it is not there. Fault: `backups-unreadable`. */
export async function listBackups(folder: string): Promise<Backup[]> {
  try {
    const names = (await readdir(folder)).filter((name) => backupNameSchema.safeParse(name).success);
    const backups = await Promise.all(
      names.map(async (name): Promise<Backup[]> => {
        const found = await statOf(join(folder, name));
        return found ? [{ name, bytes: found.size, madeAt: found.mtime.toISOString() }] : [];
      }),
    );
    const order = ({ madeAt, name }: Backup) => `${madeAt} ${name}`;
    return backups.flat().sort((a, b) => (order(a) < order(b) ? 1 : -1));
  } catch (thrown) {
    if (isGone(thrown)) return [];
    const { code = 'EIO' } = thrown as NodeJS.ErrnoException;
    throw new JiannuoError('backups-unreadable', { path: folder, reason: code }, thrown);
  }
}

/** Bytes that the service may still write there; null where the folder is not there or does not say. */
export const freeBytesIn = (folder: string): Promise<number | null> => freeBytes(folder).catch(() => null);

/** Takes away what earlier writers left: those of this job, which is given to one at a time, and those that stand still. */
async function sweep(folder: string, owner: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, backup = '', of] = /^(.+\.backup)\.(?:([0-9a-f]+)-[0-9a-f-]+\.)?part$/.exec(name) ?? [];
    if (!backupNameSchema.safeParse(backup).success) continue;
    const path = join(folder, name);
    const found = await statOf(path);
    if (found && (of === owner || Date.now() - found.mtimeMs > staleMs)) await rm(path, { force: true });
  }
}

/**
 * Writes a backup into the folder, which is made where it is not there, under the name of this instant.
 * @param jobId of the job that it is made for: at most one writer at a time holds it
 * Faults: `output-unwritable`, `backups-no-room`.
 */
export async function writeIntoFolder(
  copy: DataCopy,
  folder: string,
  { jobId, signal }: { readonly jobId: string; readonly signal: AbortSignal },
): Promise<void> {
  const path = join(folder, backupName(new Date()));
  const owner = createHash('sha256').update(jobId).digest('hex').slice(0, 16);
  try {
    ensureFolder(folder);
    await sweep(folder, owner);
  } catch (thrown) {
    const { code = 'EIO' } = thrown as NodeJS.ErrnoException;
    throw new JiannuoError('output-unwritable', { path, reason: code }, thrown);
  }
  const needed = share * (await copy.size()) + marginBytes;
  const free = await freeBytesIn(folder);
  if (free !== null && free < needed) {
    const told = { path: folder, free: formatBytes(free), needed: formatBytes(needed) };
    throw new JiannuoError('backups-no-room', told);
  }
  await writeBackup(copy, path, { signal, mark: `${owner}-${randomUUID()}` });
}
