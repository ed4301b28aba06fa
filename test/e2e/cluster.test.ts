import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Cluster, startCluster } from '../../scripts/cluster.mjs';
import { buildServer } from '../../src/api/server.js';
import { type Composition, compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { startWorker, workerLog } from '../../workers/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Real replies and plans stand beside the checkout or nowhere; where they do, none may be missing. */
const corpus = join(root, '..', 'shared', 'corpus', 'docs');
const real = !existsSync(corpus)
  ? []
  : [
      'taicang-2020-motion-report',
      'siping-2025-cppcc-reply-13',
      'fenyang-2023-npc-reply-10',
      'yangzhou-action-plan-excerpt',
      'xinhui-2017-action-plan',
    ].map((name) => join(corpus, `${name}.txt`));
const fixtures = ['text', 'markdown', 'pdf', 'docx'].flatMap((format) => {
  const folder = join(root, 'fixtures', 'documents', format, 'sources');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
});
const files = [...fixtures.sort(), ...real];

/** What a person would ask; each with its order, since the order is part of the answer. */
const queries = [
  '',
  'sort=-deadline',
  'sort=document',
  'stance=commitment',
  'stance=achievement&sort=document',
  'kind=quantity',
  'kind=coverage',
  'kind=milestone',
  'strength=binding',
  'strength=best_effort&hedged=true',
  'unit=局',
  'authority=政府',
  'indicator=率',
  'text=建设',
  'text=服务中心&stance=commitment',
  'text=建设&sort=relevance',
  'deadlineFrom=2025-01-01&deadlineTo=2025-12-31',
  'noDeadline=true&sort=document',
  'noDeadline=false&stance=commitment',
  'documentKind=reply',
  'documentKind=action_plan&kind=quantity',
];

interface Answer {
  readonly rows: readonly { readonly id: string; readonly quote: string; readonly documentId: string }[];
  readonly nextCursor: string | null;
}
type Get = (path: string) => Promise<unknown>;

/** All pages of a query; a small page, so that cursors are used. */
async function allRows(get: Get, query: string): Promise<Answer['rows']> {
  const rows: Answer['rows'][number][] = [];
  for (let cursor = ''; ; ) {
    const answer = (await get(`/api/v1/commitments?limit=40&${query}${cursor}`)) as Answer;
    rows.push(...answer.rows);
    if (answer.nextCursor === null) return rows;
    cursor = `&cursor=${encodeURIComponent(answer.nextCursor)}`;
  }
}

describe('the cluster from native processes', () => {
  let folder: string;
  let cluster: Cluster;
  let embedded: Composition;
  const uploads = new Map<string, { documentId: string; jobId: string | null }>();
  const url = () => cluster.apis[0]?.url ?? '';
  const get: Get = async (path) => (await fetch(url() + path)).json();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-e2e-'));
    cluster = await startCluster({ dir: join(folder, 'cluster'), workers: 2, apis: 1 });
  });
  afterAll(async () => {
    await cluster?.stop();
    await embedded?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const settled = async (read: Get) =>
    vi.waitFor(
      async () => {
        const states = await Promise.all(
          [...uploads.values()].map(async ({ documentId }) => {
            const { status, fault, name } = (await read(`/api/v1/documents/${documentId}`)) as {
              [field: string]: unknown;
            };
            return { name, status, fault };
          }),
        );
        expect(states.filter(({ status }) => status !== 'done')).toEqual([]);
        // Held against each other too, which says where promises stand. A job is asked for just after its document is done.
        for (let look = 0; look < 2; look += 1) {
          if (look > 0) await pause(500);
          for (const status of ['waiting', 'delayed', 'running'])
            expect(await read(`/api/v1/jobs?status=${status}&limit=1`)).toEqual({ jobs: [] });
        }
      },
      { timeout: 110_000, interval: 300 },
    );

  it('takes real files in through the API and works them by two processes', async () => {
    console.log(
      `${fixtures.length} fixtures, ${real.length} real files${real.length > 0 ? '' : ': ../shared is not beside this checkout'}`,
    );
    expect(real.filter((file) => !existsSync(file))).toEqual([]);
    expect(fixtures.length).toBeGreaterThanOrEqual(8);
    for (const file of files) {
      const form = new FormData();
      form.append('files', new Blob([readFileSync(file)]), basename(file));
      const response = await fetch(`${url()}/api/v1/documents`, { method: 'POST', body: form });
      expect(response.status).toBe(202);
      const answer = (await response.json()) as { files: { documentId: string; jobId: string | null }[] };
      for (const uploaded of answer.files) uploads.set(file, uploaded);
    }
    expect(uploads.size).toBe(files.length);
    await settled(get);
    const worked = cluster.workers.map(({ log }) => readFileSync(log, 'utf8').split('"job done"').length - 1);
    console.log(`jobs by worker: ${worked.join(' and ')}`);
    expect(Math.min(...worked)).toBeGreaterThan(0);
    for (const { jobId } of uploads.values())
      expect(await get(`/api/v1/jobs/${jobId}`)).toMatchObject({ status: 'done' });
  });

  it('gives the same documents for the same bytes', async () => {
    const [file, first] = [...uploads][0] ?? ['', undefined];
    const form = new FormData();
    form.append('files', new Blob([readFileSync(file)]), 'again.txt');
    const response = await fetch(`${url()}/api/v1/documents`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({
      files: [{ documentId: first?.documentId, created: false, firstName: basename(file) }],
    });
  });

  it('gives the same rows for the same filters as SQLite', async () => {
    embedded = compose(readConfig({ JIANNUO_DATA: join(folder, 'embedded') }));
    const app = await buildServer(embedded, {
      logger: pino({ level: 'silent' }),
      hosts: [],
      openUntilFirst: true,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const local = `http://127.0.0.1:${port}`;
    const getLocal: Get = async (path) => (await fetch(local + path)).json();
    const worker = await startWorker(embedded, workerLog('silent'));
    try {
      for (const file of files) {
        const form = new FormData();
        form.append('files', new Blob([readFileSync(file)]), basename(file));
        expect((await fetch(`${local}/api/v1/documents`, { method: 'POST', body: form })).status).toBe(202);
      }
      await settled(getLocal);
      const found: Record<string, number> = {};
      for (const query of queries) {
        const rows = await allRows(get, query);
        expect(rows, query).toEqual(await allRows(getLocal, query));
        found[query] = rows.length;
      }
      console.log(`rows by query: ${JSON.stringify(found)}`);
      expect(found['']).toBeGreaterThan(50);
      expect(Object.values(found).filter((count) => count > 0).length).toBeGreaterThan(queries.length / 2);

      const texts = new Map<string, string>();
      for (const row of await allRows(get, 'sort=document')) {
        if (!texts.has(row.documentId)) {
          const { text } = (await get(`/api/v1/documents/${row.documentId}/text`)) as { text: string };
          texts.set(row.documentId, text);
        }
        const { start, end } = row as unknown as { start: number; end: number };
        expect(texts.get(row.documentId)?.slice(start, end)).toBe(row.quote);
      }
    } finally {
      await worker.drain();
      await app.close();
    }
  });
});
