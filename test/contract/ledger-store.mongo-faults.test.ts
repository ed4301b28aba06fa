import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { databaseUrl, freePort, startMongod } from '../../scripts/servers/index.mjs';
import { openMongoStore } from '../../src/adapters/store/mongo/mongo.store.js';
import { addDocument, newTenant, tokenize } from './ledger-fixtures.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-mongo-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open = (url: string) => openMongoStore({ url, tokenize });

it('says within two seconds or so which server is away, without the password', async () => {
  const port = await freePort();
  const since = Date.now();
  const away = open(`mongodb://user:secret@127.0.0.1:${port}/jiannuo?replicaSet=rs0`);
  await expect(away).rejects.toMatchObject({
    code: 'store-unavailable',
    parameters: { where: `127.0.0.1:${port}` },
    message: expect.not.stringContaining('secret'),
  });
  expect(Date.now() - since).toBeLessThan(4_000);
});

it('says that the address is wrong', async () => {
  await expect(open('http://127.0.0.1/')).rejects.toMatchObject({ code: 'configuration-invalid' });
  await expect(open('mongodb://127.0.0.1:1/x?nonsense=1')).rejects.toMatchObject({
    code: 'configuration-invalid',
  });
});

it('asks for migration, applies it once, by two at once too', async () => {
  const url = databaseUrl(inject('mongodbUrl'), `fresh_${process.pid}`);
  const [one, two] = [await open(url), await open(url)];
  await expect(one.ping()).rejects.toMatchObject({
    code: 'store-not-migrated',
    parameters: { found: 0, wanted: expect.any(Number) },
  });
  await Promise.all([one.migrate(), two.migrate()]);
  expect(await one.migrate()).toEqual([]);
  await two.ping();
  await Promise.all([one.close(), two.close()]);
});

it('refuses a server that is no replica set, or another one, and says what to change', async () => {
  const alone = await startMongod({ dir: join(folder, 'alone'), alone: true });
  const unsuitable = { code: 'store-unsuitable', message: expect.stringContaining('--replSet') };
  await expect(open(`${alone.url}jiannuo?replicaSet=rs0`)).rejects.toMatchObject(unsuitable);
  const store = await open(`${alone.url}jiannuo`);
  await expect(store.ping()).rejects.toMatchObject(unsuitable);
  await store.close();
  await alone.kill();
  const other = inject('mongodbUrl').replace('rs0', 'rs9');
  await expect(open(other)).rejects.toMatchObject({
    code: 'store-unsuitable',
    message: expect.stringContaining('rs9'),
  });
});

it('says that a server went away, and goes on with everything acknowledged when it is back', async () => {
  const dir = join(folder, 'killed');
  const server = await startMongod({ dir });
  const store = await open(databaseUrl(server.url, 'jiannuo'));
  await store.migrate();
  const tenant = newTenant();
  const kept = await addDocument(store, tenant, 'kept');
  await server.kill();
  const since = Date.now();
  const unavailable = { code: 'store-unavailable' };
  await expect(addDocument(store, tenant, 'lost')).rejects.toMatchObject(unavailable);
  await expect(store.ping()).rejects.toMatchObject(unavailable);
  await expect(store.fail(tenant, kept.id, { code: 'x', message: 'x' })).rejects.toMatchObject(unavailable);
  expect(Date.now() - since).toBeLessThan(12_000);
  const again = await startMongod({ dir, port: server.port });
  await expect
    .poll(() => store.document(tenant, kept.id).catch(() => null), { timeout: 20_000 })
    .toEqual(kept);
  await store.ping();
  await store.close();
  await again.kill();
});
