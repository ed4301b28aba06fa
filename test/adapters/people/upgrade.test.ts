import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { peopleMigrations } from '../../../src/adapters/people/sqlite/migrations.js';
import { openSqlitePeople } from '../../../src/adapters/people/sqlite/sqlite.people.js';
import { openDatabase } from '../../../src/adapters/sqlite/database.js';
import { applyMigrations } from '../../../src/adapters/sqlite/migrate.js';
import { addPerson } from '../../../src/app/people/invitations.js';
import { issueSecret, secretHash } from '../../../src/app/people/secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-people-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tenant = 'office';

it('secrets of the first version stay, and kinds that it did not know are kept beside them', async () => {
  const file = join(folder, 'first.db');
  const current = join(folder, 'current.db');
  const made = openSqlitePeople({ file: current });
  const { id } = await addPerson(made, tenant, {
    ...{ login: 'zhang', name: '张三', role: 'administrator', units: [], proposalIds: [] },
  });
  const given = { tenant, personId: id, name: '张三', role: 'administrator', lifeMs: 60_000 } as const;
  const session = await issueSecret(made, { ...given, kind: 'session' });
  const token = await issueSecret(made, { ...given, kind: 'token', personId: null, lifeMs: null });
  await made.close();

  const database = openDatabase(file);
  applyMigrations(database, 'people', peopleMigrations.slice(0, 1));
  database.exec(`ATTACH '${current}' AS today`);
  for (const table of ['people', 'secrets'])
    database.exec(`INSERT INTO ${table} SELECT * FROM today.${table}`);
  database.close();

  const store = openSqlitePeople({ file });
  expect(await store.migrate()).toEqual([]);
  for (const { handedOut, secret } of [session, token])
    expect(await store.secret(secretHash(handedOut))).toEqual(secret);
  const calendar = await issueSecret(store, { ...given, kind: 'calendar', lifeMs: null });
  expect(await store.secrets(tenant, 'calendar')).toEqual([calendar.secret]);
  // A new password ends the sessions, and the calendar goes on.
  await store.setPassword(tenant, id, 'hash');
  expect(await store.secret(secretHash(session.handedOut))).toBeNull();
  expect(await store.secret(secretHash(calendar.handedOut))).toEqual(calendar.secret);
  await store.close();
});
