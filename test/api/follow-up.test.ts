import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { get, settled, upload } from './support/api.js';
import { idle, startTracked, type Tracked } from './support/tracked.js';

let tracked: Tracked;
const reply = (number: number, unit: string) =>
  `答复类别：A类\n\n关于市十五届人大四次会议第${number}号建议的答复\n\n张代表：\n\n到2023年底，新建学校${number}所。（责任单位：${unit}）\n\n澄岚市教育局\n2022年6月1日\n`;
beforeAll(async () => {
  tracked = await startTracked();
  const sent = await upload(tracked.api.app, [
    { name: '12.txt', bytes: reply(12, '市教育局') },
    { name: '13.txt', bytes: reply(13, '市住建局') },
  ]);
  for (const { documentId } of sent.json().files) await settled(tracked.api.app, documentId);
  await idle(tracked.api.app);
}, 60_000);
afterAll(() => tracked.api.close());

const json = async (url: string) => (await get(tracked.api.app, url)).json();

describe('what falls due', () => {
  it('comes as a calendar too, with the same promises', async () => {
    const response = await get(tracked.api.app, '/api/v1/calendar.ics?days=3660');
    expect(response.statusCode, response.body.slice(0, 500)).toBe(200);
    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(response.headers['content-disposition']).toContain('.ics');
    const { rows } = await json('/api/v1/due?days=3660&limit=2000');
    expect(rows.length).toBeGreaterThan(3);
    const ids = [...response.body.matchAll(/^UID:(.+)@jiannuo/gm)].map(([, id]) => id);
    expect(ids.sort()).toEqual(rows.map(({ row }: { row: { id: string } }) => row.id).sort());
    for (const { days, workdays } of rows) expect(Math.abs(workdays)).toBeLessThanOrEqual(Math.abs(days));
    expect((await get(tracked.api.app, '/api/v1/calendar.ics?days=x')).statusCode).toBe(400);
  });
});

describe('what a report says', () => {
  it('stands beside the promises, in the order of the report, page by page', async () => {
    const { lastReport } = tracked.documents;
    const links: { row: { quote: string }; evidence: { start: number; documentId: string }[] }[] = [];
    let cursor: string | null = null;
    do {
      const page = await json(
        `/api/v1/documents/${lastReport}/links?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      links.push(...page.links);
      expect(page.total).toBeGreaterThanOrEqual(4);
      cursor = page.nextCursor;
    } while (cursor);
    const [first] = links;
    expect(first?.row.quote).toContain('60%');
    expect(first?.evidence[0]).toMatchObject({
      documentId: lastReport,
      passage: { quote: expect.stringContaining('61.3%') },
    });
    for (const { evidence } of links)
      for (const { documentId } of evidence) expect(documentId).toBe(lastReport);
    const starts = links.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ start }) => start));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('marks a promise that it changes, and lists those that it leaves out', async () => {
    const { links } = await json(`/api/v1/documents/${tracked.documents.change}/links`);
    expect(links).toMatchObject([{ row: { quote: expect.stringContaining('服务中心') }, changes: true }]);
    const { rows, capped } = await json(`/api/v1/documents/${tracked.documents.change}/unmentioned`);
    expect(capped).toBe(false);
    const quotes = rows.map(({ quote }: { quote: string }) => quote).join('\n');
    for (const word of ['占比', '护理员', '老年大学']) expect(quotes).toContain(word);
    expect(quotes).not.toContain('服务中心');
  });

  it('refuses a document that is not there and a cursor that is none', async () => {
    expect((await get(tracked.api.app, '/api/v1/documents/none/links')).statusCode).toBe(404);
    const bad = await json(`/api/v1/documents/${tracked.documents.change}/links?cursor=x`);
    expect(bad.code).toBe('cursor-invalid');
  });
});

describe('proposals', () => {
  it('are listed, found by a part of their number, and shown with what was promised', async () => {
    const { proposals, total } = await json('/api/v1/proposals');
    expect(total).toBe(2);
    expect(proposals.map(({ number }: { number: string }) => number)).toEqual(['12', '13']);
    const first = await json('/api/v1/proposals?limit=1');
    const second = await json(`/api/v1/proposals?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ proposals: [{ number: '13' }], nextCursor: null });
    expect((await json('/api/v1/proposals?text=13')).total).toBe(1);
    const shown = await json(`/api/v1/proposals/${proposals[0].id}`);
    expect(shown).toMatchObject({
      proposal: { number: '12' },
      documents: [{ name: '12.txt' }],
      promises: [{ row: { quote: expect.stringContaining('12所') }, statuses: { schedule: 'overdue' } }],
      capped: false,
    });
    expect((await get(tracked.api.app, '/api/v1/proposals/none')).statusCode).toBe(404);
  });
});

describe('following up', () => {
  it('lists what is overdue, the most urgent first, and says where there is more', async () => {
    const { rows, capped } = await json('/api/v1/due?days=10');
    expect(capped).toBe(false);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows[0]).toMatchObject({ due: '2023-12-31', statuses: { schedule: 'overdue', light: 'red' } });
    const days = rows.map((row: { days: number }) => row.days);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(await json('/api/v1/due?days=10&limit=1')).toMatchObject({ rows: [rows[0]], capped: true });
    expect((await json('/api/v1/due?days=-1')).code).toBe('query-invalid');
  });

  it('finds what a reply calls solved and nothing shows', async () => {
    const { findings } = await json('/api/v1/audit');
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'solved-but-open', resultClass: 'A', proposalNumber: '12' }),
        expect.objectContaining({ kind: 'look-back', row: expect.objectContaining({ kind: 'quantity' }) }),
      ]),
    );
    expect(await json('/api/v1/audit?limit=1')).toMatchObject({ capped: true });
  });

  it('gives the series of an indicator', async () => {
    const { points } = await json(
      `/api/v1/indicators/series?indicator=${encodeURIComponent('养老机构护理型床位占比')}`,
    );
    expect(points.map((point: { what: string; value: number }) => [point.what, point.value])).toEqual(
      expect.arrayContaining([
        ['result', 52],
        ['result', 61.3],
        ['target', 60],
      ]),
    );
  });

  it('knows when a proposal was handed over, who is how satisfied, and by when it is answered again', async () => {
    const [proposal] = (await json('/api/v1/proposals?text=13')).proposals;
    expect(proposal.followUp).toMatchObject({
      handedOver: null,
      reply: 'done',
      resultClass: 'A',
      redo: null,
    });
    const note = (payload: object, id = proposal.id) =>
      tracked.api.app.inject({
        ...{ method: 'POST', url: `/api/v1/proposals/${id}/notes`, payload },
        headers: { host: 'localhost' },
      });
    const handed = await note({ note: { kind: 'handover', day: '2022-03-01' } });
    expect(handed.statusCode).toBe(201);
    expect(handed.json().followUp).toMatchObject({ handedOver: '2022-03-01', replyBy: '2022-06-01' });
    const rating = { kind: 'rate', process: 'satisfied', result: 'unsatisfied', comment: '还没有建' };
    await note({ note: rating, by: '李代表' });
    const { followUp } = await json(`/api/v1/proposals/${proposal.id}`);
    expect(followUp.ratings).toMatchObject([{ by: '李代表', process: 'satisfied', result: 'unsatisfied' }]);
    expect(followUp.redo).toMatchObject({ answeredOn: null, overdue: false });
    expect((await note({ note: rating }, 'none')).statusCode).toBe(404);
    for (const bad of [{}, { note: { kind: 'handover', day: 'x' } }, { note: { kind: 'rate' } }])
      expect((await note(bad)).statusCode).toBe(400);
  });

  it('audits one kind alone where that is asked for', async () => {
    const all = (await json('/api/v1/audit?limit=2000')).findings;
    for (const kind of ['solved-but-open', 'look-back', 'planned-nothing']) {
      const found = (await json(`/api/v1/audit?limit=2000&kind=${kind}`)).findings;
      expect(found).toEqual(all.filter((each: { kind: string }) => each.kind === kind));
    }
    expect(all.some(({ kind }: { kind: string }) => kind === 'look-back')).toBe(true);
  });

  it('shows a deputy and a unit their own alone', async () => {
    const people = await tracked.api.people();
    await addPerson(people, 'default', { login: 'first', name: 'x', role: 'administrator' });
    const store = await tracked.api.store();
    const mine = (await store.proposals('default')).find(({ number }) => number === '12');
    const asked = async (role: 'deputy' | 'unit', bindings: object, url: string) => {
      const token = {
        kind: 'token',
        tenant: 'default',
        personId: null,
        name: 't',
        role,
        lifeMs: null,
      } as const;
      const { handedOut } = await issueSecret(people, { ...token, ...bindings });
      const headers = { host: 'localhost', authorization: `Bearer ${handedOut}` };
      return (await tracked.api.app.inject({ url, headers })).json();
    };
    const deputy = { proposalIds: [mine?.id ?? ''] };
    expect((await asked('deputy', deputy, '/api/v1/proposals')).total).toBe(1);
    const other = (await store.proposals('default')).find(({ number }) => number === '13');
    expect((await asked('deputy', deputy, `/api/v1/proposals/${other?.id}`)).code).toBe('not-found');
    const rates = async (id: string, note: object, more: object = {}) => {
      const token = {
        kind: 'token',
        tenant: 'default',
        personId: null,
        name: '王代表',
        role: 'deputy',
        lifeMs: null,
      } as const;
      const { handedOut } = await issueSecret(people, { ...token, ...deputy });
      return tracked.api.app.inject({
        ...{ method: 'POST', url: `/api/v1/proposals/${id}/notes`, payload: { note, ...more } },
        headers: { host: 'localhost', authorization: `Bearer ${handedOut}` },
      });
    };
    const satisfied = { kind: 'rate', process: 'satisfied', result: 'satisfied' };
    const own = await rates(mine?.id ?? '', satisfied);
    expect(own.json().followUp.ratings).toMatchObject([{ by: '王代表', comment: '' }]);
    expect((await rates(other?.id ?? '', satisfied)).statusCode).toBe(404);
    expect((await rates(mine?.id ?? '', satisfied, { by: '别人' })).statusCode).toBe(403);
    expect((await rates(mine?.id ?? '', { kind: 'handover', day: '2022-01-01' })).statusCode).toBe(403);
    for (const [role, bindings] of [
      ['deputy', deputy],
      ['unit', { units: ['市教育局'] }],
    ] as const) {
      const { rows } = await asked(role, bindings, '/api/v1/due');
      expect(rows.map(({ row }: { row: { quote: string } }) => row.quote)).toEqual([
        expect.stringContaining('12所'),
      ]);
    }
  });
});
