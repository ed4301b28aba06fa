import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import type { Role } from '../../src/domain/people.js';
import { get, multipart } from './support/api.js';
import { startTracked, type Tracked, texts } from './support/tracked.js';

let tracked: Tracked;
beforeAll(async () => {
  tracked = await startTracked();
}, 60_000);
afterAll(() => tracked.api.close());

const post = (url: string, payload: object, headers: object = {}) =>
  tracked.api.app.inject({ method: 'POST', url, payload, headers: { host: 'localhost', ...headers } });
const evidenceOf = async (id: string) =>
  (await get(tracked.api.app, `/api/v1/commitments/${id}/evidence`)).json();

describe('items of a document', () => {
  it('come in the order of the text, page by page, with where they stand', async () => {
    const { plan } = tracked.documents;
    const items: { row: { start: number; quote: string }; statuses: object | null }[] = [];
    let cursor: string | null = null;
    do {
      const url: string = `/api/v1/documents/${plan}/items?limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const page = (await get(tracked.api.app, url)).json();
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(items.length).toBeGreaterThan(4);
    const starts = items.map(({ row }) => row.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { row, statuses } of items) {
      expect(texts.plan).toContain(row.quote);
      expect(statuses).toMatchObject({ claimed: 'none', light: expect.any(String) });
    }
  });

  it('are not there for a document that is not', async () => {
    expect((await get(tracked.api.app, '/api/v1/documents/none/items')).statusCode).toBe(404);
  });
});

describe('evidence of a promise', () => {
  it('says the verdict, why, and the words on both sides', async () => {
    const { id } = await tracked.promise('占比');
    const { standing, evidence, passage, explained } = await evidenceOf(id);
    expect(standing).toMatchObject({ verdict: 'met', verified: 'met', version: 0 });
    expect(standing.reasons.join()).toContain('61.3');
    expect(explained.map(({ field }: { field: string }) => field)).toContain('indicator');
    expect(passage.quote).toContain('60%');
    expect(evidence[0]).toMatchObject({
      documentId: tracked.documents.lastReport,
      value: 61.3,
      said: null,
      passage: { quote: expect.stringContaining('61.3%') },
    });
  });

  it('tells in English where that is asked for', async () => {
    const { id } = await tracked.promise('占比');
    const answer = await tracked.api.app.inject({
      url: `/api/v1/commitments/${id}/evidence`,
      headers: { host: 'localhost', 'accept-language': 'en' },
    });
    expect(answer.json().standing.reasons.join()).toMatch(/[a-z]{4}/);
  });

  it('counts a denied link no more, shows it as denied, and takes it in again', async () => {
    const { id } = await tracked.promise('占比');
    const decisions = `/api/v1/commitments/${id}/decisions`;
    const before = await evidenceOf(id);
    const [best] = before.evidence;
    const version = `"${before.standing.version}"`;
    const denied = await post(
      decisions,
      { kind: 'deny', evidence: best.id, reason: '口径不同' },
      { 'if-match': version },
    );
    expect(denied.statusCode).toBe(201);
    expect(denied.json().standing.verdict).not.toBe('met');
    const late = await post(decisions, { kind: 'close', reason: '已办结' }, { 'if-match': version });
    expect(late.statusCode).toBe(409);
    expect(late.json().code).toBe('decision-conflict');
    expect((await evidenceOf(id)).denied).toMatchObject([{ id: best.id, quote: best.quote }]);
    await post(decisions, { kind: 'confirm', evidence: best.id, reason: '核实后口径一致' });
    const after = await evidenceOf(id);
    expect(after).toMatchObject({ denied: [], standing: { verdict: 'met', version: 2 } });
    expect(after.evidence[0].said).toBe('confirm');
    const listed = await get(tracked.api.app, decisions);
    expect(listed.headers.etag).toBe('"2"');
    expect(listed.json().decisions).toMatchObject([
      { body: { kind: 'deny' }, reason: '口径不同', madeBy: 'local', carried: true },
      { body: { kind: 'confirm' } },
    ]);
  });

  it('keeps what was looked over: accepted, rejected, corrected', async () => {
    const { id } = await tracked.promise('护理员');
    const url = `/api/v1/commitments/${id}/decisions`;
    const said = async (body: object) => (await post(url, { reason: '审核', ...body })).json().standing;
    const ids = async (reviewed: boolean) =>
      (await get(tracked.api.app, `/api/v1/commitments?limit=500&reviewed=${reviewed}`))
        .json()
        .rows.map((row: { id: string }) => row.id);
    expect(await ids(false)).toContain(id);
    expect(await said({ kind: 'accept' })).toMatchObject({ review: 'accepted', vague: false });
    expect(await ids(false)).not.toContain(id);
    expect(await ids(true)).toContain(id);
    const rejected = await said({ kind: 'reject' });
    expect(rejected).toMatchObject({ review: 'rejected', vague: true, schedule: 'no_deadline' });
    expect(await said({ kind: 'correct', fields: { value: 650 } })).toMatchObject({
      ...{ review: 'accepted', vague: false, fields: { value: 650 } },
    });
  });

  it('refuses what a decision lacks', async () => {
    const { id } = await tracked.promise('护理员');
    const url = `/api/v1/commitments/${id}/decisions`;
    for (const day of ['9999-10-01', '0001-01-01', '1989-12-31', '2200-01-01']) {
      for (const [sent, field] of [
        [{ kind: 'extend', due: day }, 'due'],
        [{ kind: 'correct', fields: { deadline: day } }, 'fields.deadline'],
        [{ kind: 'adjust', fields: { deadline: day } }, 'fields.deadline'],
      ] as const) {
        const refused = await post(url, { ...sent, reason: '工期顺延' });
        expect(refused.statusCode).toBe(400);
        expect(refused.json().code).toBe('query-invalid');
        expect(refused.json().detail).toContain(`${field} 不对：应当在 1990-01-01 到 2199-12-31 之间`);
      }
    }
    const lacking = await post(url, { kind: 'extend', reason: '工期顺延' });
    expect(lacking.json()).toMatchObject({ code: 'query-invalid', detail: expect.stringContaining('due') });
    expect((await post(url, { kind: 'close' })).json().detail).toContain('reason');
    expect((await post(url, { kind: 'close', reason: 'x', by: '别人' })).statusCode).toBe(400);
    expect(
      (await post('/api/v1/commitments/none/decisions', { kind: 'close', reason: 'x' })).statusCode,
    ).toBe(404);
    expect((await get(tracked.api.app, '/api/v1/decisions/lost')).json()).toEqual({ lost: [] });
  });
});

describe('claims', () => {
  const form = (fields: Record<string, string>, file?: { name: string; bytes: string }) => {
    const { payload, headers } = multipart(file ? [file] : []);
    const boundary = /boundary=(.*)$/.exec(headers['content-type'])?.[1] ?? '';
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    return { payload: Buffer.concat([...parts, payload]), headers };
  };

  it('are taken with files, which come back as they were sent', async () => {
    const { id } = await tracked.promise('老年大学');
    const url = `/api/v1/commitments/${id}/claims`;
    const sent = await tracked.api.app.inject({
      ...{ method: 'POST', url },
      ...form({ state: 'done', text: '已投入使用', unit: '县民政局' }, { name: '验收单.txt', bytes: '合格' }),
    });
    expect(sent.statusCode).toBe(201);
    expect(sent.json().standing.claimed).toBe('done');
    const [claim] = (await get(tracked.api.app, url)).json().claims;
    expect(claim).toMatchObject({ state: 'done', unit: '县民政局', madeBy: 'local' });
    const file = `/api/v1/commitments/${id}/files/${claim.files[0].sha256}`;
    const back = await get(tracked.api.app, file);
    expect(back.body).toBe('合格');
    expect(back.headers['content-disposition']).toContain(encodeURIComponent('验收单.txt'));
    const other = await tracked.promise('护理员');
    expect((await get(tracked.api.app, file.replace(id, other.id))).statusCode).toBe(404);
  });

  it('are taken as JSON, and refused when they say nothing', async () => {
    const { id } = await tracked.promise('老年大学');
    const url = `/api/v1/commitments/${id}/claims`;
    expect((await post(url, { state: 'under_way', text: '正在装修' })).json().standing.claimed).toBe(
      'under_way',
    );
    expect((await post(url, { state: 'finished', text: 'x' })).json().detail).toContain('state');
    const empty = await tracked.api.app.inject({ method: 'POST', url, ...form({ state: 'done' }) });
    expect(empty.json().detail).toContain('text');
  });
});

describe('one decision on many promises', () => {
  it('is made on each or not, and the answer says which and why', async () => {
    const [one, other] = await Promise.all([tracked.promise('占比'), tracked.promise('护理员')]);
    const version = async (id: string) => (await evidenceOf(id)).standing.version;
    const [seen, otherSeen] = [await version(one.id), await version(other.id)];
    const rows = [
      { id: one.id, version: seen },
      { id: other.id, version: otherSeen + 1 },
      { id: 'none' },
      { id: one.id, version: seen },
    ];
    const answer = await post('/api/v1/decisions', { decision: { kind: 'accept', reason: '核对' }, rows });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().outcomes).toEqual([
      { id: one.id, version: seen + 1, fault: null },
      { id: other.id, version: null, fault: { code: 'decision-conflict', message: expect.any(String) } },
      { id: 'none', version: null, fault: { code: 'not-found', message: expect.any(String) } },
    ]);
    expect([await version(one.id), await version(other.id)]).toEqual([seen + 1, otherSeen]);
    const bad = await post('/api/v1/decisions', { decision: { kind: 'merge', reason: '同' }, rows });
    expect(bad.statusCode).toBe(400);
    const many = Array.from({ length: 501 }, (_, n) => ({ id: `r${n}` }));
    const over = await post('/api/v1/decisions', {
      decision: { kind: 'accept', reason: '核对' },
      rows: many,
    });
    expect(over.statusCode).toBe(400);
  });
});

describe('people with rows of their own', () => {
  const asked = async (role: Role, bindings: object = {}) => {
    const { handedOut } = await issueSecret(await tracked.api.people(), {
      ...{ kind: 'token', tenant: 'default', personId: null, name: `a ${role}`, role, lifeMs: null },
      ...bindings,
    });
    return { authorization: `Bearer ${handedOut}`, host: 'localhost' };
  };
  beforeAll(async () => {
    await addPerson(await tracked.api.people(), 'default', {
      login: 'first',
      name: 'x',
      role: 'administrator',
    });
  });

  it('see nothing of other rows', async () => {
    const headers = await asked('unit', { units: ['县教育局'] });
    const store = await tracked.api.store();
    const [row] = (await store.rows('default', { stance: 'commitment' }, { sort: 'document', limit: 1 }))
      .rows;
    for (const part of ['evidence', 'decisions', 'claims', 'files/0'])
      expect(
        (await tracked.api.app.inject({ url: `/api/v1/commitments/${row?.id}/${part}`, headers })).statusCode,
      ).toBe(404);
    const items = `/api/v1/documents/${row?.documentId}/items`;
    expect((await tracked.api.app.inject({ url: items, headers })).statusCode).toBe(404);
    const claim = { method: 'POST', url: `/api/v1/commitments/${row?.id}/claims`, headers } as const;
    expect(
      (await tracked.api.app.inject({ ...claim, payload: { state: 'done', text: 'x' } })).statusCode,
    ).toBe(404);
  });

  it('only those who answer for it close a promise; who reviews may correct it', async () => {
    const headers = await asked('editor');
    const store = await tracked.api.store();
    const { rows } = await store.rows('default', { stance: 'commitment' }, { sort: 'document', limit: 1 });
    const url = `/api/v1/commitments/${rows[0]?.id}/decisions`;
    const say = (kind: string) =>
      tracked.api.app.inject({ method: 'POST', url, headers, payload: { kind, reason: '看过' } });
    expect((await say('close')).json().code).toBe('not-permitted');
    expect((await say('accept')).statusCode).toBe(201);
  });
});
