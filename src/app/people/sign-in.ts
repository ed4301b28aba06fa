import { JiannuoError } from '../../domain/errors.js';
import { loginSchema, type Person } from '../../domain/people.js';
import type { PasswordHasher, PeopleStore } from '../ports/people-store.js';
import { issueSecret, lives } from './secrets.js';

/** Attempts before a name has to wait; each further one doubles the wait. */
const freeAttempts = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 60 * 60 * 1000;

/** How long a name waits after so many attempts in a row that failed. */
export function waitAfter(attempts: number): number {
  const beyond = attempts - freeAttempts;
  return beyond < 0 ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** beyond);
}

/** Of a password that nobody has: a name that is not known takes as long to refuse as a known one. */
let nobodys: Promise<string> | undefined;

/**
 * A new session for a name and password. The attempt is counted before the password is looked at, so that guesses sent
 * at once are counted too; a name that does not exist waits like one that does. Faults: `sign-in-failed`, `sign-in-locked`.
 */
export async function signIn(
  store: PeopleStore,
  hasher: PasswordHasher,
  tenant: string,
  given: { readonly login: string; readonly password: string },
  now = new Date(),
): Promise<{ person: Person; handedOut: string; expiresAt: string | null }> {
  const login = loginSchema.safeParse(given.login).data ?? given.login.slice(0, 64);
  const { before, lastAt } = await store.noteAttempt(tenant, login, now.toISOString());
  const until = lastAt === null ? 0 : Date.parse(lastAt) + waitAfter(before);
  if (until > now.getTime()) {
    const seconds = Math.ceil((until - now.getTime()) / 1000);
    throw new JiannuoError('sign-in-locked', { seconds });
  }
  const found = await store.credentials(tenant, login);
  nobodys ??= hasher.hash('nobody has this password');
  const right = await hasher.verify(found?.passwordHash ?? (await nobodys), given.password);
  if (!right || !found?.passwordHash || found.person.disabled) throw new JiannuoError('sign-in-failed');
  await store.clearAttempts(tenant, login);
  await store.removeExpired(now.toISOString());
  const { person } = found;
  const session = { tenant, personId: person.id, name: person.name, role: person.role };
  const { handedOut, secret } = await issueSecret(
    store,
    { ...session, kind: 'session', lifeMs: lives.session },
    now,
  );
  return { person, handedOut, expiresAt: secret.expiresAt };
}
