import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restoreBackup } from '../../src/adapters/backup/backup-file.js';
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
  const { backups } = await listed();
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
  expect((await make(api.app)).json().status).not.toBe('dead');
  await expect.poll(async () => (await listed()).backups.length).toBe(1);
});

it('is refused where no folder is named', async () => {
  const app = await buildApi({});
  const answer = await make(app);
  expect(answer.statusCode).toBe(409);
  expect(answer.json().code).toBe('backups-unset');
  await app.close();
});
