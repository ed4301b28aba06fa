import type { Identity, RowBounds, Secret } from '../../domain/people.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import type { PeopleStore } from '../ports/people-store.js';
import { isOver, secretHash } from './secrets.js';

/** Whoever sits at this machine while the office has no people: it is theirs. */
export const localIdentity: Identity = {
  personId: null,
  name: 'local',
  role: 'administrator',
  bindings: { units: [], proposalIds: [] },
  via: 'local',
};

/** Who holds this; null where nobody does any more. A session or a calendar has the rights that its person has now. */
export async function identify(
  store: PeopleStore,
  tenant: string,
  kind: 'session' | 'token' | 'calendar',
  handedOut: string,
  now = new Date(),
): Promise<Identity | null> {
  const secret = await store.secret(secretHash(handedOut));
  if (!secret || secret.kind !== kind || secret.tenant !== tenant || isOver(secret, now)) return null;
  if (secret.personId === null) return kind === 'token' ? identityOf(secret) : null;
  const person = await store.person(tenant, secret.personId);
  if (!person || person.disabled) return null;
  const { id, name, role, units, proposalIds } = person;
  return { personId: id, name, role, bindings: { units, proposalIds }, via: kind };
}

const identityOf = ({ name, role, units, proposalIds }: Secret): Identity => ({
  personId: null,
  name,
  role,
  bindings: { units, proposalIds },
  via: 'token',
});

/** The rows that somebody is bound to; undefined: all of the office. Units are bound by name, so rights follow a renaming. */
export async function boundsOf(
  store: Pick<LedgerStore, 'units'>,
  tenant: string,
  { role, bindings }: Identity,
): Promise<RowBounds | undefined> {
  if (role === 'deputy') return { proposalIds: bindings.proposalIds };
  if (role !== 'unit') return undefined;
  const bound = new Set(bindings.units);
  const units = await store.units(tenant);
  const mine = units.filter(({ name, aliases }) => [name, ...aliases].some((each) => bound.has(each)));
  return { unitIds: mine.map(({ id }) => id) };
}
