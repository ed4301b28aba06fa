import type { Person, Secret } from '../../domain/people.js';
import type { TrailEntry } from '../../domain/trail.js';
import type { Database } from '../sqlite/database.js';
import type { MovedRecord } from './ledger-records.js';

const parsed = <T>(json: unknown): T => JSON.parse(json as string) as T;

export function* personRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT body, password FROM people').iterate()) {
    const { body, password } = given as { body: string; password: string | null };
    const { id, ...person } = parsed<Person>(body);
    yield { _id: id, ...person, password };
  }
}

export function* secretRecords(database: Database): Generator<MovedRecord> {
  for (const body of database.prepare('SELECT body FROM secrets').pluck().iterate()) {
    const { hash, ...secret } = parsed<Secret>(body);
    yield { _id: hash, ...secret };
  }
}

export function* attemptRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT * FROM sign_in_attempts').iterate()) {
    const { tenant, login, count, last_at: lastAt } = given as Record<string, string>;
    yield { _id: { tenant, login }, tenant, login, count, lastAt };
  }
}

/** Entries as they were linked: each hash is over the values, whatever they are kept in. */
export function* trailRecords(database: Database): Generator<MovedRecord> {
  for (const body of database.prepare('SELECT body FROM trail').pluck().iterate()) {
    const entry = parsed<TrailEntry>(body);
    yield { _id: { tenant: entry.tenant, number: entry.number }, ...entry };
  }
}
