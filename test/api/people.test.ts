import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeRights } from '../../src/api/access/rights.js';
import { addPerson, inviteFirst } from '../../src/app/people/invitations.js';
import { issueSecret } from '../../src/app/people/secrets.js';
import { type DecisionRequest, decideOn } from '../../src/app/standing/decide.js';
import { type Role, roles } from '../../src/domain/people.js';
import { type Server, settled, startApi, upload } from './support/api.js';

const header = { host: 'localhost', 'x-jiannuo-request': '1' };
const password = '一个够长的密码1234';
type Api = Awaited<ReturnType<typeof startApi>>;

const send = (app: Server, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, more: object = {}) => {
  const { headers, ...rest } = more as { headers?: object };
  return app.inject({ method, url, ...rest, headers: { host: 'localhost', ...headers } });
};
const cookieOf = (response: { headers: Record<string, unknown> }) =>
  String([response.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';

async function setUp(api: Api, code: string, fields: Record<string, string>) {
  return send(api.app, 'POST', `/setup?code=${code}`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}
const signIn = (api: Api, login: string, given = password, headers: object = header) =>
  send(api.app, 'POST', '/api/v1/session', { headers, payload: { login, password: given } });

describe('the first administrator', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  }, 60_000);
  afterAll(() => api.close());

  it('comes before anybody else, or nobody could let anybody in', async () => {
    const add = (role: Role) =>
      send(api.app, 'POST', '/api/v1/users', { payload: { login: `first-${role}`, name: '张三', role } });
    for (const role of roles.filter((each) => each !== 'administrator')) {
      const refused = await add(role);
      expect(refused.statusCode).toBe(409);
      expect(refused.json().code).toBe('administrator-first');
    }
    expect((await send(api.app, 'GET', '/api/v1/session')).json().via).toBe('local');
  });

  it('makes the open service a closed one, by a link that works once', async () => {
    const { app } = api;
    const me = await send(app, 'GET', '/api/v1/session');
    expect(me.json()).toMatchObject({ role: 'administrator', via: 'local' });
    const code = (await inviteFirst(await api.people(), 'default')) ?? '';
    const page = await send(app, 'GET', `/setup?code=${code}`);
    expect(page.body).toContain('name="login"');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const english = await send(app, 'GET', `/setup?code=${code}`, { headers: { 'accept-language': 'en' } });
    expect(english.body).toContain('User name');
    expect(english.body).not.toMatch(/\p{Script=Han}/u);
    const short = await setUp(api, code, { login: 'Admin', name: '管理员', password: 'short' });
    expect(short.statusCode).toBe(400);
    expect(short.body).toContain('参数 password 不对');
    const done = await setUp(api, code, { login: 'Admin', name: '管理员', password });
    expect(done.statusCode).toBe(200);
    for (const again of [
      await setUp(api, code, { login: 'other', name: 'x', password }),
      await send(app, 'GET', `/setup?code=${code}`),
    ]) {
      expect(again.statusCode).toBe(410);
      expect(again.headers['content-type']).toContain('text/html');
      expect(again.body).toContain('已用过或已过期');
    }
    const inEnglish = await send(app, 'GET', `/setup?code=${code}`, {
      headers: { 'accept-language': 'en-GB' },
    });
    expect(inEnglish.body).toContain('<html lang="en">');
    expect(inEnglish.body).toContain('This link was used already');
    expect(inEnglish.body).not.toMatch(/\p{Script=Han}/u);
    expect((await send(app, 'GET', '/api/v1/commitments')).json().code).toBe('sign-in-needed');
    expect((await send(app, 'GET', '/healthz')).statusCode).toBe(200);
    expect(await inviteFirst(await api.people(), 'default')).toBeNull();
  });

  it('signs in and out; the cookie is for this site alone, and no script sees it', async () => {
    const signed = await signIn(api, 'admin');
    expect(signed.json()).toMatchObject({ login: 'admin', role: 'administrator' });
    expect(signed.body).not.toContain('argon2');
    expect(String(signed.headers['set-cookie'])).toMatch(/^jiannuo=[\w-]{43}; .*HttpOnly; SameSite=Strict/);
    const cookie = cookieOf(signed);
    expect((await send(api.app, 'GET', '/api/v1/session', { headers: { cookie } })).json().via).toBe(
      'session',
    );
    expect((await send(api.app, 'GET', '/api/v1/users', { headers: { cookie } })).json().users).toHaveLength(
      1,
    );
    const forged = await send(api.app, 'DELETE', '/api/v1/session', { headers: { cookie } });
    expect(forged.json().code).toBe('header-missing');
    const out = await send(api.app, 'DELETE', '/api/v1/session', { headers: { ...header, cookie } });
    expect(out.statusCode).toBe(204);
    expect((await send(api.app, 'GET', '/api/v1/session', { headers: { cookie } })).statusCode).toBe(401);
  });

  it('is refused under a wrong password, from another site, and without the header', async () => {
    expect((await signIn(api, 'admin', 'wrong password')).json().code).toBe('sign-in-failed');
    expect((await signIn(api, 'nobody')).json().code).toBe('sign-in-failed');
    expect((await signIn(api, 'admin', password, { host: 'localhost' })).json().code).toBe('header-missing');
    const foreign = { ...header, origin: 'http://evil.example' };
    expect((await signIn(api, 'admin', password, foreign)).json().code).toBe('request-forbidden');
  });

  it('waits after five failures, known name or not, also with the right password', async () => {
    for (const login of ['slow', 'admin']) {
      const answers = [];
      for (let n = 0; n < 6; n++) answers.push((await signIn(api, login, 'wrong password')).json().code);
      expect(answers.at(-1)).toBe('sign-in-locked');
    }
    const locked = await signIn(api, 'admin');
    expect(locked.statusCode).toBe(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(3_600);
  });

  it('adds people, who set their own password; changes need the version they were made from', async () => {
    const { handedOut } = await issueSecret(await api.people(), {
      ...{ kind: 'token', tenant: 'default', personId: null, name: 't', role: 'administrator', lifeMs: null },
    });
    const headers = { authorization: `Bearer ${handedOut}` };
    const payload = { login: 'li', name: '李四', role: 'editor' };
    const added = await send(api.app, 'POST', '/api/v1/users', { headers, payload });
    expect(added.statusCode).toBe(201);
    const { user, link } = added.json();
    expect((await send(api.app, 'POST', '/api/v1/users', { headers, payload })).statusCode).toBe(409);
    expect((await signIn(api, 'li')).statusCode).toBe(401);
    const code = new URL(link).searchParams.get('code') ?? '';
    expect((await setUp(api, code, { password })).statusCode).toBe(200);
    const cookie = cookieOf(await signIn(api, 'li'));
    const one = await send(api.app, 'GET', `/api/v1/users/${user.id}`, { headers });
    expect(one.headers.etag).toBe('"1"');
    const change = (match: string, given: object) =>
      send(api.app, 'PATCH', `/api/v1/users/${user.id}`, {
        headers: { ...headers, 'if-match': match },
        payload: given,
      });
    expect((await change('"1"', { role: 'viewer' })).headers.etag).toBe('"2"');
    expect((await change('"1"', { name: 'x' })).statusCode).toBe(412);
    expect((await change('nonsense', { name: 'x' })).statusCode).toBe(400);
    const asLi = { headers: { ...header, cookie } };
    expect((await send(api.app, 'GET', '/api/v1/documents', asLi)).statusCode).toBe(200);
    expect((await send(api.app, 'GET', '/api/v1/jobs', asLi)).json().code).toBe('not-permitted');
    await change('*', { disabled: true });
    expect((await send(api.app, 'GET', '/api/v1/documents', asLi)).statusCode).toBe(401);
  });

  it('gives tokens once, keeps their hash, ends them', async () => {
    const admin = await issueSecret(await api.people(), {
      ...{ kind: 'token', tenant: 'default', personId: null, name: 't', role: 'administrator', lifeMs: null },
    });
    const headers = { authorization: `Bearer ${admin.handedOut}` };
    const payload = { name: '平台', role: 'viewer', days: 30 };
    const made = (await send(api.app, 'POST', '/api/v1/tokens', { headers, payload })).json();
    expect(made.value).toMatch(/^jn_[\w-]{43}$/);
    const listed = await send(api.app, 'GET', '/api/v1/tokens', { headers });
    expect(listed.body).not.toContain(made.value);
    expect(listed.body).not.toContain(admin.secret.hash);
    const asViewer = { headers: { authorization: `Bearer ${made.value}` } };
    expect((await send(api.app, 'GET', '/api/v1/commitments', asViewer)).statusCode).toBe(200);
    const removed = await send(api.app, 'DELETE', `/api/v1/tokens/${made.token.id}`, { headers });
    expect(removed.statusCode).toBe(204);
    expect((await send(api.app, 'GET', '/api/v1/commitments', asViewer)).statusCode).toBe(401);
    const over = await issueSecret(await api.people(), {
      ...{ kind: 'token', tenant: 'default', personId: null, name: 't', role: 'viewer', lifeMs: -1 },
    });
    const late = { headers: { authorization: `Bearer ${over.handedOut}` } };
    expect((await send(api.app, 'GET', '/api/v1/commitments', late)).statusCode).toBe(401);
  });
});

describe('every route with every role', () => {
  let api: Api;
  const headersOf = new Map<Role, { authorization: string }>();
  beforeAll(async () => {
    api = await startApi();
    const people = await api.people();
    await addPerson(people, 'default', { login: 'first', name: 'x', role: 'administrator' });
    for (const role of roles) {
      const token = {
        kind: 'token',
        tenant: 'default',
        personId: null,
        name: role,
        role,
        lifeMs: null,
      } as const;
      headersOf.set(role, { authorization: `Bearer ${(await issueSecret(people, token)).handedOut}` });
    }
  }, 60_000);
  afterAll(() => api.close());

  const routes = Object.entries(routeRights).map(([key, right]) => {
    const [method = '', url = ''] = key.split(' ');
    return { method: method as 'GET', url: url.replace(':id', 'none'), key, right };
  });

  it.each(routes)('$key', async ({ method, url, right, key }) => {
    const nobody = await send(api.app, method, url);
    if (right === 'anyone') expect(nobody.body).not.toContain('sign-in-needed');
    else expect(nobody.statusCode).toBe(401);
    for (const role of roles) {
      const more = { headers: headersOf.get(role) };
      if (key.endsWith('/events') && right.includes(role)) {
        // An answer without an end.
        const endless = await send(api.app, method, url, { ...more, payloadAsStream: true });
        expect(endless.statusCode).toBe(200);
        endless.stream().destroy();
        continue;
      }
      const { statusCode, body } = await send(api.app, method, url, more);
      const refused = statusCode === 403 && body.includes('not-permitted');
      expect(refused, role).toBe(right !== 'anyone' && !right.includes(role));
      expect(statusCode, role).not.toBe(401);
      expect(statusCode, role).toBeLessThan(500);
    }
  });

  it('declares no right of a route that there is not', () => {
    for (const { method, key } of routes) {
      const url = key.split(' ')[1] ?? '';
      expect(api.app.hasRoute({ method, url }), key).toBe(true);
    }
  });
});

describe('rows of others', () => {
  let api: Api;
  let rows: { id: string; unitIds: string[]; documentId: string }[];
  const asked = (url: string, token: string) =>
    send(api.app, 'GET', url, { headers: { authorization: `Bearer ${token}` } });
  const reply = (number: number, unit: string) =>
    `关于市十五届人大四次会议第${number}号建议的答复\n\n张代表：\n\n到2025年底，新建学校${number}所。（责任单位：${unit}）\n\n澄岚市教育局\n2024年6月1日\n`;
  beforeAll(async () => {
    api = await startApi();
    const sent = await upload(api.app, [
      { name: '12.txt', bytes: reply(12, '市教育局') },
      { name: '13.txt', bytes: reply(13, '市住建局') },
    ]);
    for (const { documentId } of sent.json().files) await settled(api.app, documentId);
    rows = (await send(api.app, 'GET', '/api/v1/commitments')).json().rows;
    await addPerson(await api.people(), 'default', { login: 'first', name: 'x', role: 'administrator' });
  }, 60_000);
  afterAll(() => api.close());

  const tokenOf = async (role: Role, bindings: object) =>
    (
      await issueSecret(await api.people(), {
        ...{ kind: 'token', tenant: 'default', personId: null, name: role, role, lifeMs: null },
        ...bindings,
      })
    ).handedOut;

  it.each(['unit', 'deputy'] as const)('are not there for a %s', async (role) => {
    const store = await api.store();
    const proposals = await store.proposals('default');
    const proposal = proposals.find(({ number }) => number === '12');
    const bindings = role === 'unit' ? { units: ['市教育局'] } : { proposalIds: [proposal?.id ?? ''] };
    const token = await tokenOf(role, bindings);
    const mine = (await asked('/api/v1/commitments?count=true', token)).json();
    expect(mine.rows).toHaveLength(1);
    expect(mine.total.count).toBe(1);
    expect(rows.length).toBe(2);
    const own = mine.rows[0].id;
    const other = rows.find(({ id }) => id !== own)?.id;
    for (const tail of ['', '/source']) {
      expect((await asked(`/api/v1/commitments/${own}${tail}`, token)).statusCode).toBe(200);
      expect((await asked(`/api/v1/commitments/${other}${tail}`, token)).statusCode).toBe(404);
    }
    const exported = (await asked('/api/v1/commitments/export?format=json', token)).json();
    expect(exported.map(({ id }: { id: string }) => id)).toEqual([own]);
    const filtered = await asked(`/api/v1/commitments?unit=市&text=学校&sort=relevance`, token);
    expect(filtered.json().rows.map(({ id }: { id: string }) => id)).toEqual([own]);
  });

  it('are not there for somebody who is bound to nothing', async () => {
    for (const role of ['unit', 'deputy'] as const) {
      const token = await tokenOf(role, {});
      expect((await asked('/api/v1/commitments', token)).json().rows).toEqual([]);
      expect((await asked(`/api/v1/commitments/${rows[0]?.id}`, token)).statusCode).toBe(404);
    }
  });

  it('are not named where a row of theirs says the same as one of them', async () => {
    const store = await api.store();
    const token = await tokenOf('unit', { units: ['市教育局'] });
    const own = (await asked('/api/v1/commitments', token)).json().rows[0].id;
    const other = rows.find(({ id }) => id !== own)?.id ?? '';
    const decide = (request: Pick<DecisionRequest, 'kind' | 'reason' | 'into'>) =>
      decideOn(store, 'default', own, { ...request, by: '甲' }, new Date());
    await expect.poll(async () => (await store.standing('default', other)) !== null).toBe(true);
    await expect.poll(async () => (await store.standing('default', own)) !== null).toBe(true);
    await decide({ kind: 'merge', reason: '同一件事', into: other });
    for (const path of ['', `/${own}`, `/${own}/evidence`, `/${own}/decisions`, '/export?format=json']) {
      const { body, statusCode } = await asked(`/api/v1/commitments${path}`, token);
      expect(statusCode, path).toBe(200);
      expect(body, path).not.toContain(other);
    }
    expect((await asked('/api/v1/due?days=3660', token)).body).not.toContain(other);
    const claimed = await send(api.app, 'POST', `/api/v1/commitments/${own}/claims`, {
      headers: { authorization: `Bearer ${token}` },
      payload: { state: 'under_way', text: '已开工' },
    });
    expect(claimed.statusCode).toBe(201);
    expect(claimed.body).not.toContain(other);
    expect(claimed.json().standing.doubleOf).toBe('hidden');
    expect((await asked(`/api/v1/commitments/${own}`, token)).json().row.state.doubleOf).toBe('hidden');
    const viewer = await tokenOf('viewer', {});
    expect((await asked(`/api/v1/commitments/${own}`, viewer)).json().row.state.doubleOf).toBe(other);
    await decide({ kind: 'unmerge', reason: '不是同一件' });
  });

  it('come and go with the unit that a person corrects', async () => {
    const store = await api.store();
    const token = await tokenOf('unit', { units: ['市水利局'] });
    const id = rows[0]?.id ?? '';
    expect((await asked(`/api/v1/commitments/${id}`, token)).statusCode).toBe(404);
    const correct = (responsible: string[]) =>
      decideOn(
        store,
        'default',
        id,
        { kind: 'correct', reason: '原文有误', by: '甲', fields: { responsible } },
        new Date(),
      );
    const said = (await store.row('default', id))?.responsible ?? [];
    await correct(['市水利局', '市林业局']);
    expect(
      (await asked('/api/v1/commitments', token)).json().rows.map((row: { id: string }) => row.id),
    ).toEqual([id]);
    const figures = (await asked('/api/v1/statistics', token)).json();
    expect(figures.byUnit.map(({ label }: { label: string }) => label)).toEqual(['市水利局']);
    const claim = (more: object, of: string) =>
      send(api.app, 'POST', `/api/v1/commitments/${id}/claims`, {
        headers: { authorization: `Bearer ${of}` },
        payload: { state: 'under_way', text: '已开工', ...more },
      });
    expect((await claim({}, token)).json().standing.claimed).toBe('under_way');
    const both = await tokenOf('unit', { units: ['市水利局', '市林业局'] });
    const unsaid = await claim({}, both);
    expect(unsaid.statusCode).toBe(400);
    expect(unsaid.json().detail).toContain('市水利局、市林业局');
    expect((await claim({ unit: '市住建局' }, both)).statusCode).toBe(400);
    expect((await claim({ unit: '市林业局' }, both)).statusCode).toBe(201);
    const told = (await store.standing('default', id))?.claims.map(({ unit }) => unit);
    expect(told?.slice(-2)).toEqual(['市水利局', '市林业局']);
    await correct(said);
    expect((await asked(`/api/v1/commitments/${id}`, token)).statusCode).toBe(404);
  });

  it('follow the unit to a new name', async () => {
    const store = await api.store();
    const token = await tokenOf('unit', { units: ['市教育局'] });
    const units = await store.units('default');
    const renamed = units.find(({ name }) => name === '市住建局');
    await store.addUnitAlias('default', renamed?.id ?? '', '市教育局');
    expect((await asked('/api/v1/commitments', token)).json().rows).toHaveLength(2);
  });
});
