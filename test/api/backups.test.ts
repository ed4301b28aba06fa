import { mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restoreBackup, writeBackup } from '../../src/adapters/backup/backup-file.js';
import { listBackups, writeIntoFolder } from '../../src/adapters/backup/backup-folder.js';
import { sqliteCopy } from '../../src/adapters/backup/sqlite.copy.js';
import { openDatabase } from '../../src/adapters/sqlite/database.js';
import type { DataCopy, Frame } from '../../src/app/ports/data-copy.js';
import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { buildApi, get, type Server, settled, startApi, upload } from './support/api.js';

let folder: string;
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiannuo-backups-'));
  api = await startApi({ JIANNUO_BACKUPS: join(folder, 'kept') });
}, 60_000);
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const make = (app: Server, payload?: object) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/backups',
    headers: { host: 'localhost' },
    ...(payload && { payload }),
  });
async function listed(): Promise<{
  backups: { name: string; bytes: number }[];
  folder: string;
  freeBytes: number | null;
  job: { status: string };
}> {
  for (;;) {
    const answer = (await get(api.app, '/api/v1/backups')).json();
    if (answer.job === null || answer.job.status === 'done' || answer.job.status === 'dead') return answer;
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

it('is made by a job, listed with its size, readable by its owner alone, and restores what was there', async () => {
  const [taken] = (await upload(api.app, [{ name: '答复.txt', bytes: '到2027年底，建成公园5个。' }])).json()
    .files;
  await settled(api.app, taken.documentId);
  expect(await listed()).toMatchObject({ backups: [], job: null });
  const asked = await make(api.app);
  expect(asked.statusCode).toBe(202);
  expect(asked.json()).toMatchObject({ kind: 'backup.make', documentId: null });
  const { backups, freeBytes } = await listed();
  expect(freeBytes).toBeGreaterThan(0);
  expect(backups).toHaveLength(1);
  const file = join(folder, 'kept', backups[0]?.name ?? '');
  const { size, mode } = await stat(file);
  expect(backups[0]?.bytes).toBe(size);
  expect(mode & 0o077).toBe(0);
  const restored = compose(readConfig({ JIANNUO_DATA: join(folder, 'restored') }));
  try {
    await restoreBackup(await restored.dataCopy(), file, false);
    expect(await (await restored.store()).document('default', taken.documentId)).toMatchObject({
      name: '答复.txt',
    });
  } finally {
    await restored.close();
  }
  const { entries } = (await get(api.app, '/api/v1/trail')).json();
  const actions = entries.map(({ action }: { action: string }) => action);
  expect(actions).toContain('POST /api/v1/backups');
});

it('lists whole backups alone, and takes no name or path from who asks', async () => {
  for (const name of ['jiannuo-20260101T000000Z.backup.part', 'notes.txt', 'other.backup'])
    await writeFile(join(folder, 'kept', name), 'x');
  const before = await readdir(folder);
  expect(
    (await make(api.app, { name: '../../outside.backup', path: '/tmp/outside.backup' })).statusCode,
  ).toBe(202);
  const { backups } = await listed();
  for (const { name } of backups) expect(name).toMatch(/^jiannuo-\d{8}T\d{6}Z\.backup$/);
  expect((await readdir(folder)).sort()).toEqual(before.sort());
});

it('says why it was not made, and is tried anew when it is asked for again', async () => {
  await rm(join(folder, 'kept'), { recursive: true });
  await writeFile(join(folder, 'kept'), 'a file where the folder should be');
  await make(api.app);
  expect((await get(api.app, '/api/v1/backups')).statusCode).toBe(422);
  const dead = async () => (await get(api.app, '/api/v1/jobs?status=dead')).json().jobs;
  await expect.poll(dead, { timeout: 20_000 }).toMatchObject([{ fault: { code: 'output-unwritable' } }]);
  await rm(join(folder, 'kept'));
  const given = Date.now();
  // Two who ask at once are told of the same job.
  const both = await Promise.all([make(api.app), make(api.app)]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([202, 202]);
  for (const answer of both) expect(answer.json().status).not.toBe('dead');
  await expect.poll(async () => (await listed()).backups.length).toBe(1);
  // Named by when it was made, not by when the one that failed was asked for.
  const [{ name } = { name: '' }] = (await listed()).backups;
  const digits = name.replace(/\D/g, '').replace(/^(\d{4})(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  expect(Date.parse(digits)).toBeGreaterThanOrEqual(given - 1_000);
});

it('is refused where no folder is named', async () => {
  const app = await buildApi({});
  const answer = await make(app);
  expect(answer.statusCode).toBe(409);
  expect(answer.json().code).toBe('backups-unset');
  await app.close();
});

const frame = (text: string): Frame => ({ name: 'ledger', bytes: Buffer.from(text) });
const copyOf = (frames: () => AsyncIterable<Frame>, bytes = 1): DataCopy => ({
  ...{ kind: 'sqlite', isEmpty: async () => true, load: async () => {}, close: async () => {} },
  ...{ size: async () => bytes, dump: frames },
});

it('of one job, by a writer that lost it and one that took it over, is written by each alone', async () => {
  const place = await mkdtemp(join(folder, 'writers-'));
  const path = join(place, 'jiannuo-20260101T000000Z.backup');
  const resume: (() => void)[] = [];
  const halted = new Promise<void>((go) => resume.push(go));
  const first = writeBackup(
    copyOf(async function* () {
      yield frame('of the first');
      await halted;
      yield frame('the rest of the first');
    }),
    path,
  );
  const second = writeBackup(
    copyOf(async function* () {
      yield frame('of the second');
    }),
    path,
  );
  await second;
  const whole = await readFile(path);
  for (const go of resume) go();
  await first;
  const restored: string[] = [];
  const reader: DataCopy = {
    ...copyOf(async function* () {}),
    load: async (frames) => {
      for await (const { bytes } of frames) restored.push(bytes.toString());
    },
  };
  await restoreBackup(reader, path, true);
  expect(restored).toEqual(['of the first', 'the rest of the first']);
  await writeFile(path, whole);
  await restoreBackup(reader, path, true);
  expect(restored.slice(2)).toEqual(['of the second']);
});

it('stops, leaving nothing, when its job was given to another', async () => {
  const place = await mkdtemp(join(folder, 'stopped-'));
  const stopper = new AbortController();
  const reason = new Error('taken over');
  const written: string[] = [];
  const stopped = copyOf(async function* () {
    for (const text of ['a', 'b', 'c']) {
      written.push(text);
      yield frame(text);
      stopper.abort(reason);
    }
  });
  const options = { jobId: 'backup.make-1', signal: stopper.signal };
  await expect(writeIntoFolder(stopped, place, options)).rejects.toBe(reason);
  expect(written).toEqual(['a', 'b']);
  const atTheEnd = new AbortController();
  const late = copyOf(async function* () {
    yield frame('a');
    setImmediate(() => atTheEnd.abort(reason));
  });
  await expect(writeIntoFolder(late, place, { ...options, signal: atTheEnd.signal })).rejects.toBe(reason);
  expect(await readdir(place)).toEqual([]);
});

it('takes away what killed writers left, of its own job or long still, and nothing else', async () => {
  const place = await mkdtemp(join(folder, 'swept-'));
  const signal = new AbortController().signal;
  const left: string[] = [];
  const killed = copyOf(async function* () {
    yield frame('a');
    while (left.length === 0) left.push(...(await readdir(place)));
  });
  await writeIntoFolder(killed, place, { jobId: 'backup.make-1', signal });
  const [mine = ''] = left;
  expect(mine).toMatch(/^jiannuo-\d{8}T\d{6}Z\.backup\.[\da-f-]+\.part$/);
  const another = 'jiannuo-20260102T000000Z.backup.0123456789abcdef-00.part';
  const old = 'jiannuo-20260101T000000Z.backup.part';
  for (const name of [mine, another, old, 'notes.part']) await writeFile(join(place, name), 'x');
  const day = new Date('2026-01-01');
  for (const name of [old, 'notes.part']) await utimes(join(place, name), day, day);
  await writeIntoFolder(
    copyOf(async function* () {}),
    place,
    { jobId: 'backup.make-1', signal },
  );
  const names = await readdir(place);
  expect(names.filter((name) => name.endsWith('.part')).sort()).toEqual([another, 'notes.part']);
});

it('is refused where there is no room for it', async () => {
  const place = await mkdtemp(join(folder, 'full-'));
  const copy = copyOf(async function* () {}, 2 ** 60);
  const options = { jobId: 'backup.make-1', signal: new AbortController().signal };
  await expect(writeIntoFolder(copy, place, options)).rejects.toMatchObject({ code: 'backups-no-room' });
  expect(await readdir(place)).toEqual([]);
});

it('is listed by when it was whole, though another goes away meanwhile', async () => {
  const place = await mkdtemp(join(folder, 'listed-'));
  const [early, late] = ['jiannuo-20260101T000000Z.backup', 'jiannuo-20260102T000000Z.backup'];
  for (const [name, day] of [
    [early, '2026-03-03'],
    [late, '2026-02-02'],
  ] as const) {
    await writeFile(join(place, name), 'x');
    await utimes(join(place, name), new Date(day), new Date(day));
  }
  // There when the folder is read, and gone when it is looked at.
  await symlink(join(place, 'gone'), join(place, 'jiannuo-20260103T000000Z.backup'));
  expect((await listBackups(place)).map(({ name }) => name)).toEqual([early, late]);
});

it('copies the ledger page by page, as it stood when that began, while others write all the time', async () => {
  const place = await mkdtemp(join(folder, 'pages-'));
  const file = join(place, 'jiannuo.db');
  const writer = openDatabase(file, { synchronous: 'NORMAL' });
  writer.exec('CREATE TABLE a (x BLOB); CREATE TABLE b (x INTEGER)');
  const fill = writer.prepare('INSERT INTO a VALUES (zeroblob(1000000))');
  for (let rows = 0; rows < 16; rows += 1) fill.run();
  let turns = 0;
  let writing = true;
  const write = () => {
    if (!writing) return;
    turns += 1;
    writer.exec('BEGIN; INSERT INTO a VALUES (zeroblob(9000)); INSERT INTO b VALUES (1); COMMIT');
    setImmediate(write);
  };
  const copy = sqliteCopy(file, join(place, 'originals'), () => Promise.reject(new Error('none is put')));
  expect(await copy.size()).toBeGreaterThan(16_000_000);
  const pieces: Buffer[] = [];
  setImmediate(write);
  for await (const { bytes } of copy.dump()) {
    // What was written while the pages were copied, before the first of them was read.
    writing = false;
    pieces.push(bytes);
  }
  expect(turns).toBeGreaterThan(10);
  await writeFile(join(place, 'copy.db'), Buffer.concat(pieces));
  writer.close();
  const copied = openDatabase(join(place, 'copy.db'));
  const count = (table: string) => copied.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  expect(copied.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(count('a') - 16).toBe(count('b'));
  expect(count('b')).toBeLessThan(turns - 5);
  copied.close();
});

it('of the ledger is given up in the middle when its job is over', async () => {
  const place = await mkdtemp(join(folder, 'given-up-'));
  const file = join(place, 'jiannuo.db');
  const writer = openDatabase(file);
  writer.exec('CREATE TABLE a (x BLOB); INSERT INTO a VALUES (zeroblob(8000000))');
  writer.close();
  const copy = sqliteCopy(file, join(place, 'originals'), () => Promise.reject(new Error('none is put')));
  const reason = new Error('taken over');
  const first = copy.dump(AbortSignal.abort(reason))[Symbol.asyncIterator]();
  await expect(first.next()).rejects.toBe(reason);
});
