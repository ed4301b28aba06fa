import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { dayAfter, dayOf } from '../../src/domain/day.js';
import { arrive } from '../support/tracked-ledger.js';
import { get, startApi } from './support/api.js';

const tenant = 'default';
const [year, month, day] = dayAfter(dayOf(new Date()), 10).split('-').map(Number);
const by = `${year}年${month}月${day}日前`;
const text = `浔岭县人民政府关于第7号建议的答复

${by}，将新建公办幼儿园3所（责任单位：县教育局）。

${by}，将新建停车场2座（责任单位：县住建局）。
`;
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  api = await startApi();
  await arrive(await api.store(), { tenant, name: '答复.txt', text });
  await (await api.people()).migrate();
}, 60_000);
afterAll(() => api.close());

const as = (session: string | null, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  api.app.inject({
    ...{ method, url: `/api/v1${url}`, ...(payload && { payload }) },
    headers: {
      host: 'localhost',
      'x-jiannuo-request': '1',
      ...(session !== null && { cookie: `jiannuo=${session}` }),
    },
  });

/** Somebody who is signed in. */
async function signedIn(login: string, role: 'administrator' | 'unit', units: string[] = []) {
  const people = await api.people();
  const { id } = await addPerson(people, tenant, { login, name: login, role, units, proposalIds: [] });
  const given = { kind: 'session', tenant, personId: id, name: login, role, lifeMs: 60_000 } as const;
  return { id, session: (await issueSecret(people, given)).handedOut };
}
const made = async (session: string, name: string) => {
  const response = await as(session, 'POST', '/session/calendars', { name });
  expect(response.statusCode).toBe(201);
  const { calendar, url } = response.json() as { calendar: { id: string; name: string }; url: string };
  return { ...calendar, path: url.slice(url.indexOf('/api/v1')), token: url.split('token=')[1] ?? '' };
};

/** As it was before its long lines were folded. */
const calendar = async (path: string) => (await get(api.app, path)).body.replaceAll(/\r\n[ \t]/g, '');

it('is for accounts: before there are any there is nobody to own an address', async () => {
  const refused = await as(null, 'POST', '/session/calendars', { name: '手机' });
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'account-needed']);
});

it('is read by its address, with what its owner may see, until it is taken back', async () => {
  const boss = await signedIn('boss', 'administrator');
  const school = await signedIn('school', 'unit', ['县教育局']);
  const phone = await made(school.session, '手机');
  const office = await made(boss.session, '办公室');
  expect((await get(api.app, phone.path)).headers['content-type']).toContain('text/calendar');
  const [mine, all] = [await calendar(phone.path), await calendar(office.path)];
  expect(mine).toContain('幼儿园');
  expect(mine).not.toContain('停车场');
  expect(all).toContain('停车场');
  expect(await calendar(`${phone.path}&days=3`)).not.toContain('幼儿园');

  const listed = (await as(school.session, 'GET', '/session/calendars')).json().calendars;
  expect(listed).toEqual([{ id: phone.id, name: '手机', createdAt: expect.any(String) }]);
  expect(JSON.stringify(listed)).not.toContain(phone.token);
  expect(api.log.join('')).not.toContain(phone.token);
  const other = await as(boss.session, 'DELETE', `/session/calendars/${phone.id}`);
  expect([other.statusCode, other.json().code]).toEqual([404, 'not-found']);

  // Rights are those of now.
  await (await api.people()).changePerson(tenant, school.id, { units: ['县住建局'] });
  expect(await calendar(phone.path)).not.toContain('幼儿园');
  expect(await calendar(phone.path)).toContain('停车场');
  await (await api.people()).changePerson(tenant, school.id, { disabled: true });
  expect((await get(api.app, phone.path)).statusCode).toBe(401);

  expect((await as(boss.session, 'DELETE', `/session/calendars/${office.id}`)).statusCode).toBe(204);
  expect((await get(api.app, office.path)).statusCode).toBe(401);
});

it('opens nothing else, and nothing else opens it', async () => {
  const { id, session } = await signedIn('second', 'administrator');
  const { token, path } = await made(session, 'Outlook');
  for (const url of [
    '/commitments',
    '/session',
    '/due',
    '/session/calendars',
    '/commitments/export?format=csv',
  ]) {
    const sign = url.includes('?') ? '&' : '?';
    expect((await get(api.app, `/api/v1${url}${sign}token=${token}`)).statusCode, url).toBe(401);
    const bearer = { host: 'localhost', authorization: `Bearer ${token}` };
    expect((await api.app.inject({ url: `/api/v1${url}`, headers: bearer })).statusCode, url).toBe(401);
    expect((await as(token, 'GET', url)).statusCode, url).toBe(401);
  }
  const bearer = { host: 'localhost', authorization: `Bearer ${token}` };
  expect((await api.app.inject({ url: '/api/v1/calendar.ics', headers: bearer })).statusCode).toBe(401);
  const posted = await api.app.inject({ method: 'POST', url: path, headers: { host: 'localhost' } });
  expect(posted.statusCode).toBe(405);

  const people = await api.people();
  const plain = { tenant, personId: null, name: 'a', role: 'administrator', lifeMs: null } as const;
  const { handedOut } = await issueSecret(people, { ...plain, kind: 'token' });
  for (const wrong of [handedOut, session, 'x', ''])
    expect((await get(api.app, `/api/v1/calendar.ics?token=${wrong}`)).statusCode, wrong).toBe(401);
  expect((await get(api.app, `${path}&token=${token}`)).statusCode).toBe(401);
  const asProgram = { host: 'localhost', authorization: `Bearer ${handedOut}` };
  const refused = await api.app.inject({
    ...{ method: 'POST', url: '/api/v1/session/calendars', payload: { name: 'x' }, headers: asProgram },
  });
  expect(refused.json().code).toBe('account-needed');

  const { entries } = (await as(session, 'GET', '/trail?limit=500&order=newest')).json();
  expect(entries).toContainEqual(
    expect.objectContaining({
      actor: `person:${id}`,
      action: 'POST /api/v1/session/calendars',
      outcome: '201',
    }),
  );
});
