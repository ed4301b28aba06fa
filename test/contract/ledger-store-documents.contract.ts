import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { stampOf } from '../../src/app/jobs/document-track.job.js';
import type { LedgerStore } from '../../src/app/ports/ledger-store.js';
import { documentSchema, type StoredDocument } from '../../src/domain/document.js';
import { documentId, sha256Hex } from '../../src/domain/identity.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';
import { arrive, retrack } from '../support/tracked-ledger.js';
import { addDocument, addDone, newTenant, sha } from './ledger-fixtures.js';

export function documentCases(store: () => LedgerStore): void {
  it('takes a file once: the same bytes again are the first document, under its first name', async () => {
    const tenant = newTenant();
    const file = { tenant, place: '澄岚市', sha256: sha('one'), name: '答复.txt', size: 9 };
    const first = await store().addDocument(file);
    const again = await store().addDocument({ ...file, name: '副本.txt', place: null });
    expect(first.created).toBe(true);
    expect(again).toEqual({ document: first.document, created: false });
    expect(documentSchema.parse(first.document)).toMatchObject({
      id: documentId(tenant, file.sha256),
      status: 'received',
      place: '澄岚市',
      meta: null,
    });
  });

  it('takes a file that comes fifty times at once, once', async () => {
    const tenant = newTenant();
    const file = { tenant, place: null, sha256: sha('many'), name: 'a.txt', size: 1 };
    const all = await Promise.all(Array.from({ length: 50 }, () => store().addDocument(file)));
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(all.map(({ document }) => document.id)).size).toBe(1);
    expect((await store().documents(tenant, { limit: 10 })).rows).toHaveLength(1);
  });

  it('lists newest first, page by page, by status', async () => {
    const tenant = newTenant();
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.push((await addDocument(store(), tenant, `d${n}`)).id);
    for (const id of ids.slice(0, 3)) await store().fail(tenant, id, { code: 'file-empty', message: '空' });
    const listed = [];
    let cursor: string | undefined;
    do {
      const page = await store().documents(tenant, { limit: 3, cursor });
      expect(page.rows.length).toBeLessThanOrEqual(3);
      listed.push(...page.rows);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(listed.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const instants = listed.map(({ receivedAt }) => receivedAt);
    expect(instants).toEqual([...instants].sort().reverse());
    const failed = await store().documents(tenant, { limit: 3, status: 'failed' });
    expect(failed.rows.map(({ id }) => id).sort()).toEqual(ids.slice(0, 3).sort());
    expect(failed.nextCursor).toBeNull();
  });

  it('remembers what is not queued yet', async () => {
    const tenant = newTenant();
    const [a, b] = [await addDocument(store(), tenant, 'a'), await addDocument(store(), tenant, 'b')];
    const open = async () =>
      (await store().unqueued(100_000)).filter((d) => d.tenant === tenant).map(({ id }) => id);
    expect((await open()).sort()).toEqual([a.id, b.id].sort());
    await store().markQueued(tenant, a.id);
    await store().markQueued(tenant, a.id);
    expect(await open()).toEqual([b.id]);
    expect(await store().unqueued(1)).toHaveLength(1);
    await store().fail(tenant, b.id, { code: 'file-empty', message: '空' });
    expect(await open()).toEqual([]);
  });

  it('finds what is under way and has not moved, the longest first, page by page', async () => {
    const tenant = newTenant();
    const documents: StoredDocument[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) documents.push(await addDocument(store(), tenant, name));
    const [a, b, c, d, e] = documents.map(({ id }) => id);
    await pause(5);
    await store().saveText(tenant, b ?? '', plainSource('读过'));
    await store().fail(tenant, c ?? '', { code: 'file-empty', message: '空' });
    await store().markQueued(tenant, d ?? '');
    const done = await addDone(store(), tenant, 'done', [{}]);
    const later = new Date(Date.now() + 60_000).toISOString();
    const found = async (before: string, batch: number) => {
      const pages: (readonly StoredDocument[])[] = [];
      for (let after: StoredDocument | undefined; ; after = pages.at(-1)?.at(-1)) {
        const page = await store().unfinished(before, batch, after);
        pages.push(page);
        if (page.length < batch) break;
      }
      expect(pages.every((page) => page.length <= batch)).toBe(true);
      return pages.flat().filter((each) => each.tenant === tenant);
    };
    const all = await found(later, 3);
    expect(all.map(({ id }) => id)).not.toContain(done);
    expect(all.map(({ id }) => id).sort()).toEqual([a, b, d, e].sort());
    // The one that was read has moved since it came.
    expect(all.at(-1)).toMatchObject({ id: b, status: 'read' });
    expect(all.map(({ updatedAt }) => updatedAt)).toEqual(all.map(({ updatedAt }) => updatedAt).sort());
    expect(await found(later, 1_000)).toEqual(all);
    const before = all.at(-1)?.updatedAt ?? '';
    expect((await found(before, 3)).map(({ id }) => id).sort()).toEqual([a, d, e].sort());
  });

  it('finds what is done and not held against others as it is read now', async () => {
    const tenant = newTenant();
    const untracked = async () => {
      const later = new Date(Date.now() + 60_000).toISOString();
      const found: StoredDocument[] = [];
      for (let after: StoredDocument | undefined; ; after = found.at(-1)) {
        const page = await store().untracked(later, 2, after);
        found.push(...page);
        if (page.length < 2) return found.filter((each) => each.tenant === tenant).map(({ name }) => name);
      }
    };
    await addDocument(store(), tenant, 'received');
    await addDone(store(), tenant, 'done', [{}]);
    const arrival = { tenant, name: 'plan', text: '到2026年底，建成10个社区服务中心。' };
    await arrive(store(), arrival);
    expect(await untracked()).toHaveLength(1);
    // Read anew by other rules: what was held before says nothing of it any more.
    const id = await arrive(store(), { ...arrival, rules: 'rules@1' });
    expect(await untracked()).toHaveLength(1);
    const source = plainSource(arrival.text);
    const again = extract(source, sha256Hex(Buffer.from(arrival.text)), loadSegmenter().segmenter);
    await store().saveExtraction(tenant, id, again, source);
    const old = stampOf({ ...again.engine, rules: 'rules@1' });
    expect(await store().saveHeld(tenant, id, new Map([[id, old]]), [])).toBe(true);
    expect(await untracked()).toContain('plan');
    await retrack(store(), tenant, id);
    expect(await untracked()).not.toContain('plan');
  });

  it('keeps a text whole, with its places and warnings', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'text');
    expect(await store().text(tenant, id)).toBeNull();
    const text = {
      ...plainSource('到2025年底，\f建成𠮷祥小学2所。'),
      format: 'pdf' as const,
      pages: [{ start: 0, end: 8, number: 1 }],
      lines: [
        { start: 0, end: 7, page: 1, box: [72, 90.5, 300.25, 104] as [number, number, number, number] },
      ],
      warnings: [
        {
          code: 'page-no-text',
          message: '第2页没有文字',
          page: 2,
          parameters: { page: 2, what: { zh: '页', en: 'page' } },
        },
      ],
    };
    await store().saveText(tenant, id, text);
    expect(await store().text(tenant, id)).toEqual(text);
    expect(await store().document(tenant, id)).toMatchObject({
      status: 'read',
      format: 'pdf',
      characters: text.text.length,
      warnings: text.warnings,
    });
    await store().saveText(tenant, id, plainSource('新'));
    expect((await store().text(tenant, id))?.text).toBe('新');
  });

  it('keeps the longest text that is taken', async () => {
    const tenant = newTenant();
    const { id } = await addDocument(store(), tenant, 'long');
    // Hard to pack, so that it does not fit into one record of a store that has a limit.
    const text = randomBytes(10_000_000)
      .toString('utf16le')
      .replace(/[^\u4e00-\u9fff]/g, '承');
    await store().saveText(tenant, id, plainSource(text));
    const kept = await store().text(tenant, id);
    expect(kept?.text === text).toBe(true);
  });

  it('says why a document failed, keeps the items of an earlier success, and forgets the fault when it is read', async () => {
    const tenant = newTenant();
    const id = await addDone(store(), tenant, 'fails', [{}, {}]);
    const fault = { code: 'file-time-limit', message: '读取超过 30 秒' };
    await store().fail(tenant, id, fault);
    expect(await store().document(tenant, id)).toMatchObject({ status: 'failed', fault });
    expect((await store().rows(tenant, {}, { sort: 'deadline', limit: 10 })).rows).toHaveLength(2);
    await store().saveText(tenant, id, plainSource('x'));
    expect(await store().document(tenant, id)).toMatchObject({ status: 'read', fault: null });
  });

  it('knows no document that it was not given', async () => {
    const tenant = newTenant();
    expect(await store().document(tenant, 'none')).toBeNull();
    expect(await store().text(tenant, 'none')).toBeNull();
    expect((await store().documents(tenant, { limit: 5 })).rows).toEqual([]);
    const missing = { code: 'not-found' };
    await expect(store().markQueued(tenant, 'none')).rejects.toMatchObject(missing);
    await expect(store().saveText(tenant, 'none', plainSource('x'))).rejects.toMatchObject(missing);
    await expect(store().fail(tenant, 'none', { code: 'a', message: 'b' })).rejects.toMatchObject(missing);
    expect(await store().text(tenant, 'none')).toBeNull();
  });

  it('answers, and has nothing left to migrate', async () => {
    await store().ping();
    expect(await store().migrate()).toEqual([]);
  });
}
