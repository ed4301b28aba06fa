import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { multipart, startApi } from '../api/support/api.js';
import { plan } from '../support/river-county.js';
import { arrive, promises } from '../support/tracked-ledger.js';
import { apiOn } from './support-api.js';

const tenant = 'default';

describe.each(['embedded', 'cluster'] as const)('a request that is sent again: %s', (kind) => {
  let api: Awaited<ReturnType<typeof apiOn>>;
  let beside: Awaited<ReturnType<typeof startApi>>;
  let rows: { id: string }[];
  let documentId: string;
  beforeAll(async () => {
    api = await apiOn(kind);
    beside = await startApi(api.environment);
    const store = await api.store();
    documentId = await arrive(store, { tenant, name: 'plan', text: plan });
    rows = [...(await promises(store, tenant))];
  });
  afterAll(async () => {
    await beside?.close();
    await api?.close();
  });

  const send = (app: typeof api.app, url: string, payload: object, key: string) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/${url}`,
      payload,
      headers: { host: 'localhost', 'idempotency-key': key },
    });
  const decide = (app: typeof api.app, n: number, kind: string, key: string) =>
    send(app, `commitments/${rows[n]?.id}/decisions`, { kind, reason: '经核实' }, key);

  it('decides once, however often and by whichever process it is asked', async () => {
    const key = randomUUID();
    const apps = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? api.app : beside.app));
    const answers = await Promise.all(apps.map((app) => decide(app, 0, 'close', key)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.etag))).toEqual(new Set(['"1"']));
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(9);
    const standing = await (await api.store()).standing(tenant, rows[0]?.id ?? '');
    expect(standing?.decisions).toHaveLength(1);
  });

  it('refuses another request under the same key, and a key that is none', async () => {
    const key = randomUUID();
    expect((await decide(api.app, 1, 'vague', key)).statusCode).toBe(201);
    const other = await decide(api.app, 1, 'clear', key);
    expect(other.json()).toMatchObject({ status: 422, code: 'key-reused' });
    expect((await decide(beside.app, 2, 'vague', key)).json()).toMatchObject({ code: 'key-reused' });
    expect((await decide(api.app, 1, 'clear', randomUUID())).statusCode).toBe(201);
    expect((await decide(api.app, 2, 'vague', '键')).json()).toMatchObject({ code: 'query-invalid' });
    expect((await decide(api.app, 2, 'vague', 'x'.repeat(201))).json().detail).toContain('Idempotency-Key');
  });

  it('lets what failed be tried again under its key', async () => {
    const key = randomUUID();
    const url = `commitments/${rows[2]?.id}/decisions`;
    const stale = { kind: 'close', reason: '经核实' };
    const headers = { host: 'localhost', 'idempotency-key': key, 'if-match': '"7"' };
    const ask = () => api.app.inject({ method: 'POST', url: `/api/v1/${url}`, payload: stale, headers });
    expect((await ask()).statusCode).toBe(409);
    expect((await ask()).json()).toMatchObject({ code: 'decision-conflict' });
  });

  it('takes a claim with files once, whatever its boundary, and another file as another', async () => {
    const key = randomUUID();
    const claim = (bytes: string) => {
      const { payload, headers } = multipart([{ name: '现场.txt', bytes }]);
      const boundary = /boundary=(.+)$/.exec(headers['content-type'])?.[1];
      const field = `--${boundary}\r\nContent-Disposition: form-data; name="state"\r\n\r\ndone\r\n--${boundary}\r\nContent-Disposition: form-data; name="text"\r\n\r\n已办\r\n`;
      return api.app.inject({
        method: 'POST',
        url: `/api/v1/commitments/${rows[3]?.id}/claims`,
        payload: Buffer.concat([Buffer.from(field), payload]),
        headers: { ...headers, 'idempotency-key': key },
      });
    };
    const [first, second] = [await claim('一'), await claim('一')];
    expect(first.statusCode, first.body).toBe(201);
    expect(second.body).toBe(first.body);
    expect((await claim('二')).json()).toMatchObject({ code: 'key-reused' });
    expect((await (await api.store()).standing(tenant, rows[3]?.id ?? ''))?.claims).toHaveLength(1);
  });

  it('decides on many once, and tells of each what it told first', async () => {
    const key = randomUUID();
    const many = {
      decision: { kind: 'accept', reason: '经核实' },
      rows: [{ id: rows[4]?.id }, { id: 'none' }],
    };
    const first = await send(api.app, 'decisions', many, key);
    expect(first.json().outcomes).toMatchObject([{ version: 1 }, { fault: { code: 'not-found' } }]);
    const second = await send(beside.app, 'decisions', many, key);
    expect([second.statusCode, second.body]).toEqual([200, first.body]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const standing = await (await api.store()).standing(tenant, rows[4]?.id ?? '');
    expect(standing?.decisions).toHaveLength(1);
  });

  it('adds an item once', async () => {
    const words = '各乡镇人民政府，县直各单位';
    const start = plan.indexOf(words);
    const items = `documents/${documentId}/items`;
    const url = `/api/v1/${items}/proposed?start=${start}&end=${start + words.length}`;
    const asked = await api.app.inject({ url, headers: { host: 'localhost' } });
    const { proposed, quote, span } = asked.json();
    const marking = { ...span, quote, item: proposed.at(-1).item.id, reason: '漏读' };
    const key = randomUUID();
    const first = await send(api.app, items, marking, key);
    expect(first.statusCode, first.body).toBe(201);
    const second = await send(beside.app, items, marking, key);
    expect([second.statusCode, second.body]).toEqual([201, first.body]);
    expect((await send(api.app, items, marking, randomUUID())).json().code).toBe('item-exists');
  });

  // The last: from the first account on the service is closed.
  it('makes one account', async () => {
    const key = randomUUID();
    const person = { login: 'zhang', name: '张三', role: 'administrator' };
    const [first, second] = [
      await send(api.app, 'users', person, key),
      await send(beside.app, 'users', person, key),
    ];
    expect(first.statusCode, first.body).toBe(201);
    const { link } = first.json();
    expect(link).toMatch(/code=/);
    // Whoever asks now is nobody that is known.
    expect(second.statusCode).toBe(401);
    const known = await (await api.people()).people(tenant);
    expect(known.map(({ login }) => login)).toEqual(['zhang']);
  });
});
