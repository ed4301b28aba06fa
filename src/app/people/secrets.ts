import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Bindings, Role, Secret } from '../../domain/people.js';
import type { PeopleStore } from '../ports/people-store.js';

const day = 24 * 60 * 60 * 1000;

export const secretHash = (handedOut: string): string => createHash('sha256').update(handedOut).digest('hex');

export interface NewSecret extends Partial<Bindings> {
  readonly kind: Secret['kind'];
  readonly tenant: string;
  readonly personId: string | null;
  readonly name: string;
  readonly role: Role;
  /** null: never. */
  readonly lifeMs: number | null;
}

/** Makes a secret of 256 bits; what is given back is shown once and kept nowhere. */
export async function issueSecret(
  store: PeopleStore,
  { lifeMs, ...given }: NewSecret,
  now = new Date(),
): Promise<{ handedOut: string; secret: Secret }> {
  const handedOut = `${given.kind === 'token' ? 'jn_' : ''}${randomBytes(32).toString('base64url')}`;
  const secret: Secret = {
    units: [],
    proposalIds: [],
    ...given,
    id: randomUUID(),
    hash: secretHash(handedOut),
    createdAt: now.toISOString(),
    expiresAt: lifeMs === null ? null : new Date(now.getTime() + lifeMs).toISOString(),
  };
  await store.addSecret(secret);
  return { handedOut, secret };
}

export const isOver = ({ expiresAt }: Secret, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now.toISOString();

export const lives = { session: day / 2, invitation: 7 * day, token: (days: number) => days * day };
