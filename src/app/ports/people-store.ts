import type { Person, Secret } from '../../domain/people.js';

/** What is absent stays as it is. */
export type PersonChange = {
  readonly [Key in 'name' | 'role' | 'units' | 'proposalIds' | 'disabled']?: Person[Key] | undefined;
};

/** Sessions, invitations and API tokens by their hashes, and the attempts to sign in. */
export interface SecretStore {
  addSecret(secret: Secret): Promise<void>;
  secret(hash: string): Promise<Secret | null>;
  /** Gives it to one caller only, and takes it away. */
  takeSecret(hash: string): Promise<Secret | null>;
  /** Oldest first. */
  secrets(tenant: string, kind: Secret['kind']): Promise<readonly Secret[]>;
  /** false where there is none of this kind. */
  removeSecret(tenant: string, kind: Secret['kind'], id: string): Promise<boolean>;
  removeExpired(now: string): Promise<void>;

  /** Counts an attempt to sign in under a name, known or not; gives how many there were before it and when the last was. */
  noteAttempt(tenant: string, login: string, at: string): Promise<{ before: number; lastAt: string | null }>;
  clearAttempts(tenant: string, login: string): Promise<void>;
}

/**
 * Who may do what. Every method takes the office (tenant), but for a secret's hash, which names one by itself.
 * Writes are atomic and durable when they resolve. Faults: those of the store, and the ones named.
 */
export interface PeopleStore extends SecretStore {
  /** Whether anybody was ever added: from then on the office is closed. */
  hasPeople(tenant: string): Promise<boolean>;
  /** Fault: `login-taken`. */
  addPerson(person: Person, passwordHash: string | null): Promise<void>;
  person(tenant: string, id: string): Promise<Person | null>;
  /** By login. */
  people(tenant: string): Promise<readonly Person[]>;
  credentials(tenant: string, login: string): Promise<{ person: Person; passwordHash: string | null } | null>;
  /**
   * Faults: `not-found`, `edit-conflict` where the version is another, `last-administrator`.
   * @param version the one that the change was made from; any where it is absent
   */
  changePerson(tenant: string, id: string, change: PersonChange, version?: number): Promise<Person>;
  /** Ends the person's sessions and invitations too. Fault: `not-found`. */
  setPassword(tenant: string, id: string, passwordHash: string): Promise<void>;

  ping(): Promise<void>;
  /** Applies missing migrations; returns the names of those applied. */
  migrate(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Hashes that are slow to guess. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}
