import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { change, firstReport, lastReport, plan } from '../support/river-county.js';
import { arrive } from '../support/tracked-ledger.js';
import { get, startApi } from './support/api.js';

let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
  const store = await api.store();
  for (const [name, text] of Object.entries({ plan, firstReport, change, lastReport }))
    await arrive(store, { tenant: 'default', name, text, place: '浔岭县' });
  const duties = `浔岭县人民政府关于第7号建议的答复

2025年底前，新建公办幼儿园3所（责任单位：县教育局）。2025年底前，改造老旧小区12个（责任单位：县住建局）。
`;
  await arrive(store, { tenant: 'default', name: 'duties', text: duties, place: '石湾县' });
}, 60_000);
afterAll(() => api.close());

const list = async (query: string) => (await get(api.app, `/api/v1/commitments?limit=500&${query}`)).json();
const facets = async (query = '') => (await get(api.app, `/api/v1/commitments/facets?${query}`)).json();

interface Listed {
  quote: string;
  marks: { quote: { start: number; end: number }[] };
  statuses: { light: string; schedule: string; verified: string };
  state: { due: string | null; doubleOf: string | null } | null;
}
interface Found {
  values: { value: string | null; label: string | null; count: number }[];
  more: number;
}

const parameterOf: Record<string, string> = { unit: 'unitId', document: 'documentId' };

describe('GET /commitments/facets', () => {
  it('counts, for each value, the rows that the list then shows', async () => {
    const { rows, capped, facets: found } = await facets();
    expect(rows).toBe((await list('')).rows.length);
    expect(capped).toBe(false);
    for (const [name, { values, more }] of Object.entries<Found>(found)) {
      expect(more).toBe(0);
      for (const { value, count } of values) {
        if (value === null || name === 'month') continue;
        const query = new URLSearchParams({ [parameterOf[name] ?? name]: value });
        expect((await list(query.toString())).rows, `${name}=${value}`).toHaveLength(count);
      }
    }
    const labels = found.unit.values.map(({ label }: { label: string | null }) => label);
    expect(labels).toEqual(expect.arrayContaining(['县教育局', '县住建局', null]));
    expect(found.place.values.map(({ value }: { value: string }) => value).sort()).toEqual(
      ['浔岭县', '石湾县'].sort(),
    );
  });

  it('takes the filters of the list, statuses too, and no other', async () => {
    const query = 'stance=commitment&verified=met';
    expect((await facets(query)).rows).toBe((await list(query)).rows.length);
    expect((await facets(query)).rows).toBeGreaterThan(0);
    const refused = await get(api.app, '/api/v1/commitments/facets?sort=deadline');
    expect(refused.json()).toMatchObject({ status: 400, code: 'query-invalid' });
  });
});

describe('the list', () => {
  it('tells statuses of promises, and marks the words that were asked for', async () => {
    const { rows } = await list('stance=commitment&text=护理员');
    expect(rows.length).toBeGreaterThan(0);
    for (const { quote, marks, statuses } of rows as Listed[]) {
      expect(
        marks.quote.map(({ start, end }: { start: number; end: number }) => quote.slice(start, end)).join(''),
      ).toContain('护理员');
      expect(['green', 'yellow', 'red', 'none']).toContain(statuses.light);
    }
    const [plain] = (await list('stance=achievement')).rows;
    expect(plain).toMatchObject({ marks: null, statuses: null });
  });
});

describe('GET /statistics', () => {
  const statistics = async () => (await get(api.app, '/api/v1/statistics')).json();

  it('adds up to what the list shows', async () => {
    const told = await statistics();
    const promises = (await list('stance=commitment')).rows.filter((row: Listed) => !row.state?.doubleOf);
    const count = (is: (row: Listed) => boolean) => promises.filter(is).length;
    expect(told.totals).toMatchObject({
      promises: promises.length,
      overdue: count(({ statuses }) => statuses.schedule === 'overdue'),
      met: count(({ statuses }) => statuses.verified === 'met'),
    });
    const { pastDue, metOfPastDue, metRate } = told.totals;
    expect(metRate).toBe(metOfPastDue / pastDue);
    expect(pastDue).toBe(count(({ state }) => (state?.due ?? '9') <= told.today));
    const sum = (groups: { promises: number }[]) => groups.reduce((all, group) => all + group.promises, 0);
    for (const groups of [told.byPlace, told.byMonth, told.byStrength])
      expect(sum(groups)).toBe(promises.length);
    for (const counts of ['light', 'verified', 'schedule', 'claimed'])
      expect(Object.values<number>(told.byStatus[counts]).reduce((a, b) => a + b)).toBe(promises.length);
    const months = told.byMonth.map(({ value }: { value: string | null }) => value ?? '~');
    expect(months).toEqual([...months].sort());
  });

  it('are counted anew after what was done, not after what was refused', async () => {
    // Counting takes long, and then no time goes by: what is told again was kept.
    let [now, step] = [performance.now(), 1_000];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += step;
      return now;
    });
    const { countedAt } = await statistics();
    step = 0;
    const decide = (payload: object) =>
      api.app.inject({
        ...{ method: 'POST', url: `/api/v1/commitments/${id}/decisions`, payload },
        headers: { host: 'localhost', 'x-jiannuo-request': '1' },
      });
    const [{ id }] = (await list('stance=commitment')).rows;
    await new Promise((resume) => setTimeout(resume, 5));
    expect((await decide({ kind: 'nonsense' })).statusCode).toBe(400);
    expect((await statistics()).countedAt).toBe(countedAt);
    expect((await decide({ kind: 'close', reason: '已办结' })).statusCode).toBeLessThan(300);
    expect((await statistics()).countedAt).not.toBe(countedAt);
    clock.mockRestore();
  });

  it('shows a unit its own promises and no more, as the list does', async () => {
    const people = await api.people();
    await addPerson(people, 'default', { login: 'first', name: 'x', role: 'administrator' });
    const { handedOut } = await issueSecret(people, {
      ...{ tenant: 'default', kind: 'token', personId: null, name: 't', role: 'unit', lifeMs: null },
      units: ['县教育局'],
    });
    const headers = { host: 'localhost', authorization: `Bearer ${handedOut}` };
    const told = (await api.app.inject({ url: '/api/v1/statistics', headers })).json();
    expect(told.totals.promises).toBe(1);
    expect(told.byUnit.map(({ label }: { label: string }) => label)).toEqual(['县教育局']);
    const found = (await api.app.inject({ url: '/api/v1/commitments/facets', headers })).json();
    expect(found.rows).toBe(1);
    expect((await get(api.app, '/api/v1/statistics')).statusCode).toBe(401);
  });
});
