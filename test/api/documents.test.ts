import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMail } from '../adapters/readers/support/make-mail.js';
import { makeZip } from '../adapters/readers/support/make-zip.js';
import { get, multipart, settled, startApi, upload } from './support/api.js';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const bad = async (name: string) => ({ name, bytes: await readFile(join(fixtures, 'bad', name)) });
const text = async (name: string, as = name) => ({
  name: as,
  bytes: await readFile(join(fixtures, 'documents', 'text', 'sources', name)),
});

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi({ JIANNUO_MAX_FILE_BYTES: '50000' });
});
afterAll(() => api.close());

interface Uploaded {
  name: string;
  documentId: string;
  created: boolean;
  firstName: string;
  jobId: string | null;
  status: string;
  error?: { code: string; message: string };
}
const filesOf = (response: { json(): unknown }) => (response.json() as { files: Uploaded[] }).files;

describe('uploading', () => {
  it('takes a file, works it, and serves document, text, rows and job', async () => {
    const response = await upload(api.app, [await text('hetang-2025-npc-reply-8.txt', '答复 "8号".txt')]);
    expect(response.statusCode).toBe(202);
    const [file] = filesOf(response);
    expect(file).toMatchObject({ name: '答复 "8号".txt', created: true, status: 'received' });
    const id = file?.documentId ?? '';
    expect((await get(api.app, `/api/v1/jobs/${file?.jobId}`)).json()).toMatchObject({ documentId: id });
    expect(await settled(api.app, id)).toMatchObject({ status: 'done', fault: null });

    const source = (await get(api.app, `/api/v1/documents/${id}/text`)).json() as { text: string };
    const { rows } = (await get(api.app, `/api/v1/commitments?documentId=${id}&limit=500`)).json() as {
      rows: { id: string; quote: string; start: number; end: number }[];
    };
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(source.text.slice(row.start, row.end)).toBe(row.quote);
    const one = (await get(api.app, `/api/v1/commitments/${rows[0]?.id}`)).json() as {
      passage: { before: string; quote: string; after: string };
      anchor: { paragraph: number | null };
    };
    expect(one.passage.quote).toBe(rows[0]?.quote);
    expect(one.anchor.paragraph).toBeGreaterThan(1);
    expect(source.text).toContain(one.passage.before + one.passage.quote + one.passage.after);
  });

  it('gives the first document for the same bytes under another name', async () => {
    const response = await upload(api.app, [await text('hetang-2025-npc-reply-8.txt', '副本.txt')]);
    expect(response.statusCode).toBe(202);
    expect(filesOf(response)).toMatchObject([
      { name: '副本.txt', created: false, firstName: '答复 "8号".txt' },
    ]);
  });

  it('takes the good ones beside the bad ones, each with its code', async () => {
    const names = ['scan.pdf', 'encrypted.pdf', 'truncated.docx', 'garbled.pdf', 'binary.bin'];
    const response = await upload(api.app, [
      await bad('empty.txt'),
      { name: 'big.txt', bytes: '大'.repeat(20_000) },
      ...(await Promise.all(names.map(bad))),
      await text('songbei-2023-cppcc-reply-5.txt'),
    ]);
    expect(response.statusCode).toBe(202);
    const [empty, big, ...rest] = filesOf(response);
    expect(empty?.error?.code).toBe('file-empty');
    expect(big?.error).toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('58.6 KiB'),
    });
    const documents = await Promise.all(rest.map(({ documentId }) => settled(api.app, documentId)));
    expect(documents.map(({ fault }) => fault?.code ?? null)).toEqual([
      'file-no-text',
      'file-encrypted',
      'file-damaged',
      'file-garbled',
      'file-type-unknown',
      null,
    ]);
  });

  it('takes the documents of an archive and a mail one by one, the bad ones named', async () => {
    const { bytes } = await text('songbei-2023-cppcc-reply-5.txt');
    const response = await upload(api.app, [
      {
        name: '答复.zip',
        bytes: makeZip([
          { name: '提案/5号.txt', bytes },
          { name: '../坏.txt', bytes: 'x' },
          { name: '空.txt', bytes: '' },
        ]),
      },
      { name: '来信.eml', bytes: makeMail([{ type: 'text/plain', bytes: Buffer.from('2025年底前办结。') }]) },
      { name: '套.zip', bytes: makeZip([]) },
    ]);
    expect(response.statusCode).toBe(202);
    expect(filesOf(response).map(({ name, error }) => [name, error?.code])).toEqual([
      ['答复.zip/提案/5号.txt', undefined],
      ['答复.zip/../坏.txt', 'container-path-unsafe'],
      ['答复.zip/空.txt', 'file-empty'],
      ['来信.eml/正文.txt', undefined],
      ['套.zip', 'container-empty'],
    ]);
    for (const { documentId } of filesOf(response).filter(({ error }) => !error))
      expect(await settled(api.app, documentId)).toMatchObject({ status: 'done', fault: null });
    const mail = filesOf(response)[3]?.documentId;
    expect((await get(api.app, `/api/v1/documents/${mail}`)).json()).toMatchObject({
      name: '来信.eml/正文.txt',
    });
  });

  it('refuses a request without any good file', async () => {
    const response = await upload(api.app, [await bad('empty.txt')]);
    expect(response.statusCode).toBe(422);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({
      status: 422,
      code: 'file-empty',
      files: [{ name: 'empty.txt', error: { code: 'file-empty' } }],
    });
  });

  it.each([
    ['no body', {}, 'upload-empty'],
    ['JSON', { payload: '{}', headers: { 'content-type': 'application/json' } }, 'upload-empty'],
    ['no part', multipart([]), 'upload-empty'],
    ['another field', multipart([{ name: 'a.txt', bytes: 'x' }], 'file'), 'upload-empty'],
    [
      'a part cut short',
      {
        payload: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nabc',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      },
      'upload-damaged',
    ],
  ])('refuses %s', async (_what, request, code) => {
    const response = await api.app.inject({ method: 'POST', url: '/api/v1/documents', ...request });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code });
  });

  it('takes a hundred files in one request', async () => {
    const files = Array.from({ length: 100 }, (_, n) => ({
      name: `${n}.txt`,
      bytes: `第${n}号，到2025年底新建学校${n}所。`,
    }));
    const response = await upload(api.app, files);
    expect(response.statusCode).toBe(202);
    expect(filesOf(response).map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  it('logs no file name and no query', async () => {
    await get(api.app, '/api/v1/commitments?text=绝密词');
    const log = api.log.join('');
    expect(log).toContain('"route":"/api/v1/commitments"');
    expect(log).not.toMatch(/绝密|8号|副本|empty\.txt|%E7/);
  });
});

describe('lists', () => {
  it('pages through documents', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = (
        await get(
          api.app,
          `/api/v1/documents?limit=40${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        )
      ).json() as { documents: { id: string }[]; nextCursor: string | null };
      seen.push(...page.documents.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(108);
  });

  it('filters, counts and pages rows', async () => {
    const query = '/api/v1/commitments?stance=commitment&text=学校&count=true&limit=10';
    const page = (await get(api.app, query)).json() as {
      rows: { stance: string; quote: string }[];
      nextCursor: string | null;
      total: { count: number };
    };
    expect(page.total.count).toBeGreaterThan(10);
    expect(page.rows).toHaveLength(10);
    expect(page.nextCursor).not.toBeNull();
    for (const row of page.rows) expect(row.stance).toBe('commitment');
  });

  it('lists jobs by status', async () => {
    const { jobs } = (await get(api.app, '/api/v1/jobs?status=done&limit=5')).json() as {
      jobs: { status: string }[];
    };
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) expect(job.status).toBe('done');
  });
});
