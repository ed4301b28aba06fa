import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { DataCopy, Frame } from '../../app/ports/data-copy.js';
import { JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import { packageVersion } from '../../version.js';

/*
 * One gzip stream of frames: the length of a head (4 bytes, big-endian), the head as JSON (name, size, SHA-256), the bytes.
 * The first frame says what it is a backup of, the last how many there are: a file that was cut short has none.
 */
const aboutSchema = z.object({
  format: z.literal(1),
  kind: z.enum(['sqlite', 'mongodb']),
  madeAt: z.string(),
  madeBy: z.string(),
});
const headSchema = z.object({
  name: z.string().max(200),
  size: z
    .int()
    .nonnegative()
    .max(64 * 1024 * 1024),
  sha256: z.string(),
});
const endSchema = z.object({ frames: z.int() });
const longestHead = 4_096;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

interface WriteOptions {
  /** Ends the writing, with its reason: nothing appears then. */
  readonly signal?: AbortSignal | undefined;
  /** In the name of the file while it is not whole. No two writers may share one. */
  readonly mark?: string;
}

/** Writes a backup. The file appears under its name when it is whole and on the disk. Gives how many bytes it has inside. */
export async function writeBackup(
  copy: DataCopy,
  path: string,
  { signal, mark = randomUUID() }: WriteOptions = {},
): Promise<{ bytes: number }> {
  const part = `${path}.${mark}.part`;
  let bytes = 0;
  let frames = 0;
  const zip = createGzip({ level: 1 });
  const file = createWriteStream(part, { mode: 0o600, flags: 'wx' });
  try {
    const written = finished(zip.pipe(file));
    written.catch(() => {});
    const failed = written.then(() => Promise.reject(new Error('ended early')));
    failed.catch(() => {});
    const put = async ({ name, bytes: body }: Frame) => {
      const head = json({ name, size: body.length, sha256: sha256(body) });
      const length = Buffer.alloc(4);
      length.writeUInt32BE(head.length);
      if (!zip.write(Buffer.concat([length, head, body])))
        await Promise.race([once(zip, 'drain', { signal }), failed]);
      signal?.throwIfAborted();
      frames += 1;
      bytes += body.length;
    };
    const about = { format: 1, kind: copy.kind, madeAt: new Date().toISOString(), madeBy: packageVersion() };
    await put({ name: 'about', bytes: json(about) });
    for await (const frame of copy.dump(signal)) await put(frame);
    await put({ name: 'end', bytes: json({ frames }) });
    zip.end();
    await written;
    const handle = await open(part, 'r+');
    await handle.sync();
    await handle.close();
    signal?.throwIfAborted();
    await rename(part, path);
  } catch (thrown) {
    zip.destroy();
    file.destroy();
    await rm(part, { force: true });
    signal?.throwIfAborted();
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw thrown;
    throw new JiannuoError('output-unwritable', { path, reason: code }, thrown);
  }
  return { bytes };
}

const damaged = (path: string, reason: Phrase, cause?: unknown) =>
  new JiannuoError('backup-damaged', { path, reason }, cause);

/** Takes exactly so many bytes at a time out of a stream. */
class Taker {
  private held: Buffer[] = [];
  private length = 0;

  constructor(private readonly source: AsyncIterator<Buffer>) {}

  /** null at the end; undefined where it comes in the middle. */
  async take(size: number): Promise<Buffer | null | undefined> {
    while (this.length < size) {
      const { value, done } = await this.source.next();
      if (done) return this.length === 0 ? null : undefined;
      this.held.push(value);
      this.length += value.length;
    }
    const all = Buffer.concat(this.held);
    this.held = size < all.length ? [all.subarray(size)] : [];
    this.length = all.length - size;
    return all.subarray(0, size);
  }
}

/** Frames of a backup, each checked. Faults: `file-not-found`, `backup-damaged`, `backup-foreign`. */
export async function* readBackup(path: string, kind: DataCopy['kind']): AsyncGenerator<Frame> {
  const cut = phrase('文件不完整', 'it is cut short');
  const unzip = createGunzip();
  const file = createReadStream(path);
  file.on('error', (error) => unzip.destroy(error));
  file.pipe(unzip);
  const from = new Taker(unzip[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
  try {
    for (let frames = 0; ; frames += 1) {
      const length = await from.take(4);
      if (!length) throw damaged(path, cut);
      const headLength = length.readUInt32BE();
      const head = headLength <= longestHead ? await from.take(headLength) : undefined;
      if (!head) throw damaged(path, phrase('不是践诺的备份文件', 'it is no backup of jiannuo'));
      const { name, size, sha256: digest } = headSchema.parse(JSON.parse(head.toString('utf8')));
      const bytes = size === 0 ? Buffer.alloc(0) : await from.take(size);
      if (!bytes) throw damaged(path, cut);
      if (sha256(bytes) !== digest) throw damaged(path, phrase('内容被改动', 'its content was changed'));
      if (name === 'about') {
        const about = aboutSchema.parse(JSON.parse(bytes.toString('utf8')));
        if (about.kind !== kind)
          throw new JiannuoError('backup-foreign', { path, found: about.kind, wanted: kind });
      } else if (frames === 0)
        throw damaged(path, phrase('不是践诺的备份文件', 'it is no backup of jiannuo'));
      else if (name === 'end') {
        if (endSchema.parse(JSON.parse(bytes.toString('utf8'))).frames !== frames) throw damaged(path, cut);
        return;
      } else yield { name, bytes };
    }
  } catch (thrown) {
    if (thrown instanceof JiannuoError) throw thrown;
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT')
      throw new JiannuoError('file-not-found', { file: path }, thrown);
    throw damaged(path, phrase('文件损坏', 'it is damaged'), thrown);
  } finally {
    file.destroy();
    unzip.destroy();
  }
}

/** Puts a backup back. It is read to its end first: a damaged one changes nothing. Faults: `restore-not-empty`, those of `readBackup`. */
export async function restoreBackup(
  copy: DataCopy,
  path: string,
  force: boolean,
): Promise<{ bytes: number }> {
  let bytes = 0;
  for await (const frame of readBackup(path, copy.kind)) bytes += frame.bytes.length;
  if (!force && !(await copy.isEmpty())) throw new JiannuoError('restore-not-empty');
  await copy.load(readBackup(path, copy.kind));
  return { bytes };
}
