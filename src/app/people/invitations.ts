import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { JiannuoError } from '../../domain/errors.js';
import { loginSchema, type Person, passwordSchema, personSchema, type Secret } from '../../domain/people.js';
import type { PasswordHasher, PeopleStore } from '../ports/people-store.js';
import { parseQuery } from '../query/ledger-query.js';
import { isOver, issueSecret, lives, secretHash } from './secrets.js';

const newPersonSchema = personSchema.pick({
  login: true,
  name: true,
  role: true,
  units: true,
  proposalIds: true,
});
export type NewPerson = z.input<typeof newPersonSchema>;

/**
 * Adds somebody without a password: they set it themselves by a link. The first account closes the office, so it is an
 * administrator's. Faults: `query-invalid`, `administrator-first`, `login-taken`.
 */
export async function addPerson(
  store: PeopleStore,
  tenant: string,
  given: NewPerson,
  now = new Date(),
): Promise<Person> {
  const fields = parseQuery(newPersonSchema, given);
  if (fields.role !== 'administrator' && !(await store.hasPeople(tenant)))
    throw new JiannuoError('administrator-first');
  const person = { ...fields, id: randomUUID(), tenant, disabled: false, version: 1 };
  const added: Person = { ...person, createdAt: now.toISOString() };
  await store.addPerson(added, null);
  return added;
}

/** A one-time code by which a person sets their password. */
export async function invite(store: PeopleStore, { id, tenant, name, role }: Person, now = new Date()) {
  const { handedOut } = await issueSecret(
    store,
    { kind: 'invitation', tenant, personId: id, name, role, lifeMs: lives.invitation },
    now,
  );
  return handedOut;
}

/** A one-time code by which the first administrator adds themselves; null where the office has people. */
export async function inviteFirst(
  store: PeopleStore,
  tenant: string,
  now = new Date(),
): Promise<string | null> {
  if (await store.hasPeople(tenant)) return null;
  for (const { id } of await store.secrets(tenant, 'invitation'))
    await store.removeSecret(tenant, 'invitation', id);
  const first = { tenant, personId: null, name: '', role: 'administrator' } as const;
  const { handedOut } = await issueSecret(
    store,
    { ...first, kind: 'invitation', lifeMs: lives.invitation },
    now,
  );
  return handedOut;
}

const acceptedSchema = z.object({
  login: loginSchema.optional(),
  name: z.string().trim().min(1).max(64).optional(),
  password: passwordSchema,
});

/** What a code is for, without using it. Fault: `link-invalid`. */
export async function invitation(
  store: PeopleStore,
  tenant: string,
  code: string,
  now = new Date(),
): Promise<Secret> {
  const found = await store.secret(secretHash(code));
  const good = found?.kind === 'invitation' && found.tenant === tenant && !isOver(found, now);
  if (!good) throw new JiannuoError('link-invalid');
  return found;
}

/** Sets the password, adding the first administrator where the code is for that. Faults: `link-invalid`, `query-invalid`, `login-taken`. */
export async function accept(
  store: PeopleStore,
  hasher: PasswordHasher,
  tenant: string,
  code: string,
  given: unknown,
  now = new Date(),
): Promise<{ login: string | null }> {
  const found = await invitation(store, tenant, code, now);
  const isFirst = found.personId === null;
  const needed = isFirst ? acceptedSchema.required() : acceptedSchema;
  const { login, name, password } = parseQuery(needed, given);
  const hash = await hasher.hash(password);
  // One caller only comes past here, however many hold the code.
  if (!(await store.takeSecret(found.hash))) throw new JiannuoError('link-invalid');
  if (found.personId !== null) {
    await store.setPassword(tenant, found.personId, hash);
    return { login: null };
  }
  if (await store.hasPeople(tenant)) throw new JiannuoError('link-invalid');
  const fields = { units: [], proposalIds: [], disabled: false, version: 1, createdAt: now.toISOString() };
  const first = { login: login ?? '', name: name ?? '', role: 'administrator' } as const;
  await store.addPerson({ ...fields, ...first, id: randomUUID(), tenant }, hash);
  return { login: first.login };
}
