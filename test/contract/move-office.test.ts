import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unknownIn } from '../../src/adapters/move/known-tables.js';
import { buildServer } from '../../src/api/server.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { checkout, jiannuo } from '../cli/support/cli.js';
import { type Profile, profiles } from '../faults/support/profiles.js';
import { fillOffice, largeOriginal, otherTenant, refusedDelivery } from '../support/full-office.js';
import { sharedExtractor } from '../support/shared-extractor.js';

const tenant = 'default';

/** Figures that are equal come in any order, and the instant of counting is another each time. */
function unordered(figures: unknown): unknown {
  if (Array.isArray(figures)) return figures.map((each) => JSON.stringify(unordered(each))).sort();
  if (figures === null || typeof figures !== 'object') return figures;
  const entries = Object.entries(figures).filter(([key]) => key !== 'countedAt');
  return Object.fromEntries(entries.map(([key, value]) => [key, unordered(value)]));
}

describe('migrate --to-cluster', () => {
  const places: Profile[] = [];
  const opened: Composition[] = [];
  const open = (environment: Record<string, string>) => {
    const composition = compose(readConfig({ ...environment, JIANNUO_RECOGNIZER: 'off' }), {
      extractor: sharedExtractor,
    });
    opened.push(composition);
    return composition;
  };
  const close = async () => {
    for (const composition of opened.splice(0)) await composition.close();
  };
  afterEach(async () => {
    await close();
    for (const each of places.splice(0)) await each.dispose();
  });

  /** Filled once, never moved itself: each test has a copy. */
  let full: Profile;
  let token: string;
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    full = await profiles.embedded();
    token = await fillOffice(open(full.environment), tenant);
    await close();
    before = await everything(full.environment, token);
  });
  afterAll(() => full.dispose());

  /** A full office in a data folder that nobody has open, and an empty cluster. */
  async function begin() {
    const from = await profiles.embedded();
    const to = await profiles.cluster();
    places.push(from, to);
    await cp(full.environment.JIANNUO_DATA ?? '', from.environment.JIANNUO_DATA ?? '', { recursive: true });
    // The profile that the environment names makes no difference.
    const environment = { ...to.environment, JIANNUO_DATA: from.environment.JIANNUO_DATA ?? '' };
    const move = () => jiannuo(['migrate', '--to-cluster'], environment);
    return { from: from.environment, to: to.environment, environment, move };
  }

  /** Every page of the API that reads, as an administrator sees it, and what no page shows. */
  async function everything(environment: Record<string, string>, token: string) {
    const composition = open(environment);
    const app = await buildServer(composition, {
      logger: pino({ level: 'silent' }),
      hosts: [],
      openUntilFirst: true,
    });
    const answers: Record<string, unknown> = {};
    const ask = async (path: string) => {
      const url = `/api/v1${path}`;
      const answer = await app.inject({
        url,
        headers: { host: 'localhost', authorization: `Bearer ${token}` },
      });
      expect([path, answer.statusCode]).toEqual([path, 200]);
      const isJson = String(answer.headers['content-type']).includes('json');
      const told: unknown = isJson ? answer.json() : sha256Hex(answer.rawPayload);
      answers[path] = /facets|statistics/.test(path) ? unordered(told) : told;
      return told as never;
    };
    const { documents } = (await ask('/documents?limit=100')) as {
      documents: { id: string; status: string }[];
    };
    for (const { id, status } of documents) {
      const pages = ['', '/items', '/original', '/links', '/unmentioned'];
      for (const page of status === 'done' ? [...pages, '/text'] : ['', '/original'])
        await ask(`/documents/${id}${page}`);
    }
    const { rows } = (await ask('/commitments?stance=commitment&limit=100')) as { rows: { id: string }[] };
    for (const { id } of rows.slice(0, 12))
      for (const page of ['', '/source', '/evidence', '/decisions', '/claims'])
        await ask(`/commitments/${id}${page}`);
    const { proposals } = (await ask('/proposals')) as { proposals: { id: string }[] };
    for (const { id } of proposals) await ask(`/proposals/${id}`);
    const lists = [
      '/commitments?text=%E5%85%BB%E8%80%81',
      '/commitments?sort=-deadline&limit=7',
      '/commitments/facets',
    ];
    const figures = ['/statistics', '/due', '/audit', '/decisions/lost', '/commitments/export?format=csv'];
    for (const path of [...lists, ...figures, '/users', '/tokens', '/trail?limit=6']) await ask(path);
    const queue = await composition.queue();
    const jobs = await queue.jobs({ limit: 100 });
    const people = await composition.people();
    const beside = {
      jobs: jobs
        // One that was set aside is tried again.
        .map(({ id, kind, status, payload }) => ({
          ...{ id, kind, payload, status: status === 'dead' ? 'waiting' : status },
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      passwords: await Promise.all(['zhang', 'li'].map((login) => people.credentials(tenant, login))),
      sessions: await people.secrets(tenant, 'session'),
      unsent: await (await composition.reminders()).delivery(tenant, refusedDelivery),
      others: (await (await composition.store()).documents(otherTenant, { limit: 10 })).rows,
      large: sha256Hex(Buffer.from((await (await composition.blobs()).get(sha256Hex(largeOriginal))) ?? '')),
    };
    await app.close();
    await close();
    return { answers, beside };
  }

  it('moves all of an office, so that the API says the same', async () => {
    const { to, move } = await begin();
    expect(Object.keys(before.answers).length).toBeGreaterThan(60);
    expect(before.beside.jobs.map(({ kind }) => kind).sort()).toEqual([
      ...['document.extract', 'document.read', 'reminder.deliver'],
    ]);
    expect(before.beside.unsent).toMatchObject({ target: 'office', sentAt: null });
    const moved = await move();
    expect(moved.stderr).toBe('');
    expect(moved.code).toBe(0);
    expect(moved.stdout).toMatch(/逐条核对一致：文档 10 份/);
    expect(moved.stdout).toMatch(/没有做完的任务 3 个/);
    expect(await everything(to, token)).toEqual(before);
    const attempts = (await open(to).people()).noteAttempt(tenant, 'zhang', '2025-01-01T00:00:00.000Z');
    expect(await attempts).toMatchObject({ before: 1 });
    await close();
    // What is there is never written over, and the folder is as it was.
    expect(await move()).toMatchObject({ code: 1, stderr: expect.stringContaining('已有数据') });
  });

  it('moves what lies in the bin, to be taken out there', async () => {
    const { from, to, move } = await begin();
    const store = await open(from).store();
    const [document] = (await store.documents(tenant, { limit: 1, status: 'done' })).rows;
    const id = document?.id ?? '';
    const rows = await store.count(tenant, { documentId: id }, 1_000);
    await store.binDocument(tenant, id, '甲');
    const binned = await store.binnedDocument(tenant, id);
    await close();
    expect(await move()).toMatchObject({ code: 0, stderr: '' });
    const there = await open(to).store();
    expect(await there.binnedDocument(tenant, id)).toEqual(binned);
    await there.restoreDocument(tenant, id);
    expect(await there.count(tenant, { documentId: id }, 1_000)).toBe(rows);
    expect(await there.text(tenant, id)).not.toBeNull();
  });

  it('goes on after it was killed; until it has ended the database is refused', async () => {
    const { to, environment, move } = await begin();
    const child = spawn(process.execPath, [join(checkout, 'bin', 'jiannuo.js'), 'migrate', '--to-cluster'], {
      env: { ...process.env, ...environment, JIANNUO_RECOGNIZER: 'off' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // The first line is told when the originals are there and the records begin.
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    await expect((await open(to).store()).ping()).rejects.toMatchObject({ code: 'store-moving' });
    await close();
    const moved = await move();
    expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining('接着搬') });
    expect(await everything(to, token)).toEqual(before);
  });

  it('refuses a folder that somebody has open, one that is not there, and originals that were changed', async () => {
    const { from, environment, move } = await begin();
    await open(from).store();
    expect(await move()).toMatchObject({ code: 1, stderr: expect.stringContaining('正被另一个进程占用') });
    await close();
    const nowhere = await jiannuo(['migrate', '--to-cluster', '--data', '/tmp/no-such-folder'], environment);
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('找不到') });
    const { rows } = await (await open(from).store()).documents(tenant, { limit: 100 });
    await close();
    const { sha256 } = rows.find(({ name }) => name === 'plan.txt') ?? rows[0] ?? { sha256: '' };
    const folder = join(from.JIANNUO_DATA ?? '', 'originals', sha256.slice(0, 2), sha256.slice(2, 4));
    await writeFile(join(folder, sha256), 'another text');
    expect(await move()).toMatchObject({ code: 1, stderr: expect.stringContaining('内容与名称不符') });
  });

  it('knows every table of the data file', async () => {
    const { from } = await begin();
    const database = new BetterSqlite(join(from.JIANNUO_DATA ?? '', 'jiannuo.db'));
    expect(unknownIn(database)).toEqual([]);
    database.exec('CREATE TABLE notes (id TEXT); ALTER TABLE texts ADD COLUMN later TEXT');
    expect(unknownIn(database).sort()).toEqual(['notes', 'texts.later']);
    database.close();
  });
});
