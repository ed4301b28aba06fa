import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueSecret } from '../../src/app/people/secrets.js';
import { national } from '../../src/app/profiles/national.profile.js';
import { dayAfter, dayOf } from '../../src/domain/day.js';
import type { Profile } from '../../src/domain/profile.js';
import { jiannuo } from '../cli/support/cli.js';
import { arrive } from '../support/tracked-ledger.js';
import { get, startApi } from './support/api.js';

const tenant = 'default';
const due = dayAfter(dayOf(new Date()), 10);
const [year, month, day] = due.split('-').map(Number);
const text = `浔岭县人民政府关于第7号建议的答复

${year}年${month}月${day}日前，将新建公办幼儿园3所（责任单位：县教育局）。
`;
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
  await arrive(await api.store(), { tenant, name: '答复.txt', text });
}, 60_000);
afterAll(() => api.close());

const put = (profile: unknown, headers: object = {}) =>
  api.app.inject({
    ...{ method: 'PUT', url: '/api/v1/practice', payload: { profile } },
    headers: { host: 'localhost', 'x-jiannuo-request': '1', ...headers },
  });
const ours: Profile = { ...national, id: 'ours', name: { zh: '本单位', en: 'ours' } };
const dueSoon = async () => (await get(api.app, '/api/v1/statistics')).json().totals.dueSoon;
const row = async () => (await get(api.app, '/api/v1/commitments?stance=commitment')).json().rows[0].statuses;

it('is changed by the administrator, and lights, figures, lists and the bin follow at once', async () => {
  const before = await get(api.app, '/api/v1/practice');
  expect(before.headers.etag).toBe('"0"');
  expect(before.json()).toMatchObject({ from: 'program', version: 0, setBy: null, profile: national });
  expect(before.json().offered.map(({ id }: Profile) => id)).toContain('three-class');
  expect(await row()).toMatchObject({ schedule: 'due_soon', light: 'yellow' });
  expect(await dueSoon()).toBe(1);

  const lights: Profile['lights'] = [{ light: 'red', schedule: ['not_due'] }, { light: 'green' }];
  const changed = await put({ ...ours, dueSoonDays: 3, lights }, { 'if-match': '"0"' });
  expect(changed.statusCode).toBe(200);
  expect(changed.headers.etag).toBe('"1"');
  expect(changed.json()).toMatchObject({ from: 'office', version: 1, setBy: 'local' });
  expect((await get(api.app, '/api/v1/practice')).json()).toEqual(changed.json());
  expect(await row()).toMatchObject({ schedule: 'not_due', light: 'red' });
  expect((await get(api.app, '/api/v1/commitments?light=red')).json().rows).toHaveLength(1);
  expect(await dueSoon()).toBe(0);
  const told = await jiannuo(['list', '--light', 'red', '--format', 'jsonl'], { JIANNUO_DATA: api.folder });
  expect(told.stdout.trim().split('\n')).toHaveLength(1);

  const back = await put(null, { 'if-match': '"1"' });
  expect(back.json()).toMatchObject({ from: 'program', version: 2, setBy: 'local', profile: national });
  expect(await row()).toMatchObject({ schedule: 'due_soon', light: 'yellow' });
  const { entries } = (await get(api.app, '/api/v1/trail?limit=500')).json();
  const noted = (entries as { action: string }[]).filter(({ action }) => action === 'PUT /api/v1/practice');
  expect(noted).toHaveLength(4);

  await put({ ...ours, binDays: 5 });
  const { id } = (await get(api.app, '/api/v1/documents')).json().documents[0];
  const headers = { host: 'localhost', 'x-jiannuo-request': '1' };
  const binned = await api.app.inject({ method: 'DELETE', url: `/api/v1/documents/${id}`, headers });
  const { removableFrom, binnedAt } = binned.json();
  expect(Date.parse(removableFrom) - Date.parse(binnedAt)).toBe(5 * 86_400_000);
});

it('is not changed by who saw another version, nor to what is no practice', async () => {
  const { version } = (await get(api.app, '/api/v1/practice')).json();
  const late = await put(ours, { 'if-match': `"${version + 1}"` });
  expect([late.statusCode, late.json().code]).toEqual([412, 'edit-conflict']);
  for (const [wrong, parameter] of [
    [{ ...ours, dueSoonDays: -1 }, 'dueSoonDays'],
    [{ ...ours, lights: [] }, 'lights'],
    [{ ...ours, lights: [{ light: 'blue' }] }, 'light'],
    [{ ...ours, replyMonths: { npc: [6, 3], cppcc: [3, 6] } }, 'replyMonths'],
    [{ ...ours, resultClasses: { E: 'solved' } }, 'resultClasses'],
    [{ ...ours, more: 1 }, 'more'],
    [undefined, 'profile'],
  ] as const) {
    const refused = await put(wrong);
    expect([refused.statusCode, refused.json().code], parameter).toEqual([400, 'query-invalid']);
    expect(refused.json().detail).toContain(parameter);
  }
  expect((await get(api.app, '/api/v1/practice')).json().version).toBe(version);
});

it('is for administrators alone', async () => {
  const people = await api.people();
  const secret = { kind: 'token', tenant, personId: null, name: 'a', lifeMs: null } as const;
  for (const role of ['viewer', 'editor', 'auditor'] as const) {
    const { handedOut } = await issueSecret(people, { ...secret, role });
    const refused = await put(ours, { authorization: `Bearer ${handedOut}` });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'not-permitted']);
  }
});
