import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFolderBlobs } from '../../src/adapters/blobs/folder/folder.store.js';
import { openEmbeddedQueue } from '../../src/adapters/queue/embedded/embedded.queue.js';
import { openSqliteStore } from '../../src/adapters/store/sqlite/sqlite.store.js';
import { officeTurns } from '../../src/app/ingest/turns.js';
import { documentExtractJob } from '../../src/app/jobs/document-extract.job.js';
import { documentReadJob } from '../../src/app/jobs/document-read.job.js';
import { extractDocument } from '../../src/app/pipeline/extract-document.js';
import { failDocument } from '../../src/app/pipeline/fail-document.js';
import { readDocument } from '../../src/app/pipeline/read-document.js';
import { queueDocument, relayUnqueued } from '../../src/app/pipeline/relay-unqueued.js';
import { requeueLost } from '../../src/app/pipeline/requeue-lost.js';
import { trackDocument } from '../../src/app/pipeline/track-document.js';
import type { BlobStore } from '../../src/app/ports/blob-store.js';
import type { FileToRead } from '../../src/app/ports/document-reader.js';
import type { TextToExtract } from '../../src/app/ports/extractor.js';
import type { JobQueue, JobView } from '../../src/app/ports/job-queue.js';
import type { Extraction, LedgerStore } from '../../src/app/ports/ledger-store.js';
import { JiannuoError } from '../../src/domain/errors.js';
import { sha256Hex } from '../../src/domain/identity.js';
import type { SourceText } from '../../src/domain/source-text.js';
import { extract } from '../../src/extract/extractor.js';
import { documentExtractWorker } from '../../workers/document-extract.worker.js';
import { documentReadWorker } from '../../workers/document-read.worker.js';
import { documentRecognizeWorker } from '../../workers/document-recognize.worker.js';
import { documentTrackWorker } from '../../workers/document-track.worker.js';
import { plainSource } from '../support/plain-source.js';
import { inProcess } from '../support/tracked-ledger.js';

const tenant = 't';
const turnOf = officeTurns();
const segmenter = { id: 'letters@0', cut: (text: string) => [...text], tag: () => [] };

/** Extracts in this process; a text that says so is over a limit. */
const extractor = {
  extracts: 0,
  rules: 'rules@0',
  async engine() {
    return { segmentation: segmenter.id, rules: this.rules, fallbackReason: null };
  },
  async extract({ name, sha256, source }: TextToExtract): Promise<Extraction> {
    this.extracts += 1;
    if (source.text === 'too long') throw new JiannuoError('extract-time-limit', { file: name, seconds: 1 });
    const extraction = extract(source, sha256, segmenter);
    return { ...extraction, engine: { ...extraction.engine, rules: this.rules } };
  },
};

/** A reader of plain UTF-8 text; a file that says so is at fault, is a scan, or shows a defect of ours. */
const reader = {
  reads: 0,
  async readWritten(file: FileToRead): Promise<SourceText | null> {
    return Buffer.from(file.bytes).toString('utf8').startsWith('scan') ? null : this.read(file);
  },
  async read({ name, bytes }: FileToRead): Promise<SourceText> {
    this.reads += 1;
    const text = Buffer.from(bytes).toString('utf8');
    if (text === 'encrypted') throw new JiannuoError('file-encrypted', { file: name });
    if (text === 'defect') throw new TypeError('boom');
    return plainSource(text, 'text@0');
  },
};

describe('the two steps of a document', () => {
  let folder: string;
  let store: LedgerStore;
  let blobs: BlobStore;
  let queue: JobQueue;
  beforeEach(async () => {
    reader.reads = 0;
    extractor.extracts = 0;
    extractor.rules = 'rules@0';
    folder = await mkdtemp(join(tmpdir(), 'jiannuo-pipeline-'));
    const file = join(folder, 'ledger.db');
    store = openSqliteStore({ file, tokenize: (text) => [...text] });
    blobs = createFolderBlobs(join(folder, 'originals'));
    queue = openEmbeddedQueue({ file });
  });
  afterEach(async () => {
    await queue.close();
    await Promise.all([store.close(), blobs.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const accept = async (text: string, withBlob = true) => {
    const bytes = Buffer.from(text, 'utf8');
    const sha256 = sha256Hex(bytes);
    if (withBlob) await blobs.put(sha256, bytes);
    const given = { tenant, place: null, sha256, name: `${text.slice(0, 9)}.txt`, size: bytes.length };
    return (await store.addDocument(given)).document;
  };
  const quick = { attempts: 2, backoffMs: 20 };
  const reading = (together = false) => ({
    ...{ store, blobs, queue, reader },
    extractor: together ? extractor : null,
  });
  const work = ({ together = false } = {}) => {
    const read = documentReadWorker(reading(together));
    const extraction = documentExtractWorker({ store, extractor, queue });
    const tracking = documentTrackWorker({ store, extractor: inProcess });
    const recognition = documentRecognizeWorker(reading(together));
    return queue.work(
      [
        { ...read, definition: { ...read.definition, ...quick } },
        { ...recognition, definition: { ...recognition.definition, ...quick } },
        { ...extraction, definition: { ...extraction.definition, ...quick } },
        { ...tracking, definition: { ...tracking.definition, ...quick } },
      ],
      { concurrency: 2, onDead: (job: JobView) => failDocument(store, job) },
    );
  };
  const settles = (id: string, status: string) =>
    vi.waitFor(async () => {
      const document = await store.document(tenant, id);
      expect(document?.status).toBe(status);
      return document;
    });

  it('takes a document from accepted to done', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    expect(await relayUnqueued({ store, queue, turnOf })).toBe(1);
    expect(await relayUnqueued({ store, queue, turnOf })).toBe(0);
    await work();
    const document = await settles(id, 'done');
    expect(document?.engine).toMatchObject({ reader: 'text@0', segmentation: 'letters@0' });
    await vi.waitFor(async () =>
      expect(await queue.counts()).toMatchObject({ done: 3, waiting: 0, running: 0 }),
    );
  });

  it('hands a scan on to a job of its own, which only the recognising worker takes', async () => {
    const { id } = await accept('scan：到2026年底，建成10个社区服务中心。');
    await relayUnqueued({ store, queue, turnOf });
    await work({ together: true });
    await settles(id, 'done');
    expect((await store.text(tenant, id))?.text).toContain('社区服务中心');
    await vi.waitFor(async () => {
      const jobs = await queue.jobs({ limit: 9 });
      const done = jobs.filter(({ status }) => status === 'done').map(({ kind }) => kind);
      expect(done.filter((kind) => kind !== 'document.track').sort()).toEqual([
        'document.read',
        'document.recognize',
      ]);
    });
  });

  it('does both steps in one job where the worker does both', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    await relayUnqueued({ store, queue, turnOf });
    await work({ together: true });
    await settles(id, 'done');
    await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ done: 2, waiting: 0 }));
    expect((await store.text(tenant, id))?.text).toContain('社区服务中心');
    expect(
      (await store.rows(tenant, {}, { sort: 'document', limit: 9, cursor: undefined })).rows,
    ).toHaveLength(1);
  });

  it('goes on from the text that a worker of one step has left', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    await readDocument(reading(), { tenant, documentId: id });
    await queue.enqueue(documentReadJob, { tenant, documentId: id });
    await work({ together: true });
    await settles(id, 'done');
    expect(reader.reads).toBe(1);
    expect(extractor.extracts).toBe(1);
  });

  it('relays in batches, each document once', async () => {
    for (let n = 0; n < 7; n += 1) await accept(`第${n}件`);
    expect(await relayUnqueued({ store, queue, turnOf }, 3)).toBe(7);
    expect((await queue.counts()).waiting).toBe(7);
  });

  it('gives what it relays, or queues again, turns of its office', async () => {
    const other = 'another office';
    for (const [office, name] of [...'123'].flatMap(
      (n) =>
        [
          [tenant, n],
          [other, n],
        ] as const,
    )) {
      const sha256 = sha256Hex(Buffer.from(office + name));
      await store.addDocument({ ...{ tenant: office, place: null, sha256, size: 1 }, name: `${name}.txt` });
    }
    const asked: [string, number | undefined][] = [];
    const seen: Pick<JobQueue, 'enqueue' | 'pending'> = {
      pending: queue.pending,
      enqueue: (definition, payload, options) => {
        asked.push([(payload as { tenant: string }).tenant, options?.priority]);
        return queue.enqueue(definition, payload, options);
      },
    };
    const deps = () => ({ store, queue: seen, turnOf: officeTurns(() => 0) });
    const turns = [1, 2, 3].flatMap((turn) => [other, tenant].map((office) => [office, turn]));
    expect(await relayUnqueued(deps(), 2)).toBe(6);
    expect([...asked].sort()).toEqual([...turns].sort());
    asked.length = 0;
    const emptied = { ...deps(), queue: { ...seen, pending: async () => new Set<string>() } };
    expect(await requeueLost(emptied, new Date(Date.now() + 1_000).toISOString())).toBe(6);
    expect([...asked].sort()).toEqual([...turns].sort());
  });

  it('queues again what waits for a job that the queue does not know, at the step where it stands', async () => {
    const received = await accept('没有任务');
    const read = await accept('读过，没有任务');
    await store.saveText(tenant, read.id, plainSource('读过'));
    const queued = await accept('有任务');
    await queueDocument({ store, queue, turnOf }, queued);
    const failed = await accept('失败');
    await store.fail(tenant, failed.id, new JiannuoError('file-empty', { file: 'x' }).toJSON());
    const later = new Date(Date.now() + 1_000).toISOString();
    expect(await requeueLost({ store, queue, turnOf }, '2000-01-01T00:00:00.000Z')).toBe(0);
    expect(await requeueLost({ store, queue, turnOf }, later, 1)).toBe(2);
    const jobs = await queue.jobs({ limit: 9 });
    expect(jobs.map(({ kind, key }) => [kind, key]).sort()).toEqual(
      [
        ['document.read', `${tenant}/${received.id}`],
        ['document.read', `${tenant}/${queued.id}`],
        ['document.extract', `${tenant}/${read.id}`],
      ].sort(),
    );
    expect(await requeueLost({ store, queue, turnOf }, later)).toBe(0);
    await work();
    for (const { id } of [received, read, queued]) await settles(id, 'done');
    expect(await requeueLost({ store, queue, turnOf }, later)).toBe(0);
  });

  it('queues the holding against others again where its job is lost', async () => {
    const document = await accept('到2026年底，建成10个社区服务中心。');
    const lossy = { ...queue, enqueue: async () => ({}) as JobView };
    await readDocument({ ...reading(), queue: lossy }, { tenant, documentId: document.id });
    await extractDocument({ store, extractor, queue: lossy }, { tenant, documentId: document.id });
    await work();
    const later = new Date(Date.now() + 1_000).toISOString();
    expect(await requeueLost({ store, queue, turnOf }, later)).toBe(1);
    await vi.waitFor(async () => {
      const [job] = await queue.jobs({ kind: 'document.track', limit: 9 });
      expect(job).toMatchObject({ status: 'done' });
    });
    expect(await requeueLost({ store, queue, turnOf }, later)).toBe(0);
  });

  it('leaves a document alone whose job ended between the look at it and the answer of the queue', async () => {
    const document = await accept('刚刚做完');
    await queueDocument({ store, queue, turnOf }, document);
    const slow = {
      enqueue: queue.enqueue,
      pending: async (ids: readonly string[]) => {
        const worker = await work();
        await settles(document.id, 'done');
        await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ running: 0, waiting: 0 }));
        await worker.drain();
        return queue.pending(ids);
      },
    };
    const later = new Date(Date.now() + 1_000).toISOString();
    expect(await requeueLost({ store, queue: slow, turnOf }, later)).toBe(0);
    expect((await queue.counts()).waiting).toBe(0);
  });

  it('ends the job of a file that cannot be read; the document tells why', async () => {
    const document = await accept('encrypted');
    await queueDocument({ store, queue, turnOf }, document);
    await work();
    const failed = await settles(document.id, 'failed');
    expect(failed?.fault).toEqual(new JiannuoError('file-encrypted', { file: 'encrypted.txt' }).toJSON());
    await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ done: 1, dead: 0 }));
    expect(reader.reads).toBe(1);
  });

  it('tries a defect of ours again, then sets the job aside and says so at the document', async () => {
    const document = await accept('defect');
    await queueDocument({ store, queue, turnOf }, document);
    await work();
    const failed = await settles(document.id, 'failed');
    expect(failed?.fault?.code).toBe('internal');
    await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ dead: 1 }));
    expect(reader.reads).toBe(2);
  });

  it('says when the original is missing', async () => {
    const document = await accept('gone', false);
    await queueDocument({ store, queue, turnOf }, document);
    await work();
    expect((await settles(document.id, 'failed'))?.fault?.code).toBe('original-missing');
  });

  it('goes on from the text where an earlier run had got that far, and leaves a done one alone', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    const job = { tenant, documentId: id };
    const deps = reading();
    await readDocument(deps, job);
    await readDocument(deps, job);
    expect(reader.reads).toBe(1);
    expect((await queue.jobs({ limit: 9 })).map(({ kind }) => kind)).toEqual(['document.extract']);
    await work();
    await settles(id, 'done');
    await readDocument(deps, job);
    expect((await store.document(tenant, id))?.status).toBe('done');
    expect(reader.reads).toBe(1);
  });

  it('leaves a document that the same engine has done, and does it again with another', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    const job = { tenant, documentId: id };
    await readDocument(reading(), job);
    await extractDocument({ store, extractor, queue }, job);
    const done = await store.document(tenant, id);
    await extractDocument({ store, extractor, queue }, job);
    expect(extractor.extracts).toBe(1);
    expect(await store.document(tenant, id)).toEqual(done);
    extractor.rules = 'rules@1';
    await extractDocument({ store, extractor, queue }, job);
    expect(extractor.extracts).toBe(2);
    expect((await store.document(tenant, id))?.engine?.rules).toBe('rules@1');
  });

  it.each([
    { together: true, jobs: 1 },
    { together: false, jobs: 2 },
  ])(
    'ends the job of a text that takes too long; the document tells why (%j)',
    async ({ together, jobs }) => {
      const { id } = await accept('too long');
      await queueDocument({ store, queue, turnOf }, { tenant, id });
      await work({ together });
      expect((await settles(id, 'failed'))?.fault?.code).toBe('extract-time-limit');
      await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ done: jobs, dead: 0 }));
      expect(extractor.extracts).toBe(1);
      expect((await store.text(tenant, id))?.text).toBe('too long');
    },
  );

  it('revives an extraction that was set aside when the document is read anew', async () => {
    const { id } = await accept('文');
    const job = { tenant, documentId: id };
    const worker = await queue.work(
      [
        {
          definition: { ...documentExtractJob, attempts: 1 },
          run: async () => {
            throw new TypeError('boom');
          },
        },
      ],
      { concurrency: 1, onDead: (dead) => failDocument(store, dead) },
    );
    await readDocument(reading(), job);
    await settles(id, 'failed');
    await worker.drain();
    await queue.enqueue(documentReadJob, job);
    await work();
    await settles(id, 'done');
  });

  it('sets a job aside whose document is gone', async () => {
    const { id } = await queue.enqueue(documentReadJob, { tenant, documentId: 'none' });
    await work();
    await vi.waitFor(async () => expect((await queue.job(id))?.fault?.code).toBe('not-found'));
  });

  it('tracks what was read, and asks again after a worker was killed before it could ask', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    const job = { tenant, documentId: id };
    await readDocument(reading(true), job);
    const waiting = async () => (await queue.jobs({ kind: 'document.track', limit: 9 })).length;
    expect(await waiting()).toBe(1);
    await readDocument(reading(true), job);
    await extractDocument({ store, extractor, queue }, job);
    expect(await waiting()).toBe(1);
    await work();
    const row = (await store.rows(tenant, {}, { sort: 'document', limit: 9, cursor: undefined })).rows[0];
    await vi.waitFor(async () =>
      expect(await store.standing(tenant, row?.id ?? '')).toMatchObject({ state: { ahead: 'no_evidence' } }),
    );
  });

  it('leaves a tracking job of an older engine, and a document that cannot be tracked stays done', async () => {
    const { id } = await accept('到2026年底，建成10个社区服务中心。');
    await readDocument(reading(true), { tenant, documentId: id });
    await trackDocument({ store, extractor: inProcess }, { tenant, documentId: id, stamp: 'older' });
    expect(await store.heads(tenant, [id])).toEqual([]);
    const [job] = await queue.jobs({ kind: 'document.track', limit: 1 });
    if (!job) throw new Error('not queued');
    await failDocument(store, { ...job, status: 'dead' });
    expect((await store.document(tenant, id))?.status).toBe('done');
  });
});
