import type { Person, Secret } from '../../domain/people.js';
import type { ReminderDelivery } from '../../domain/reminder.js';
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

/** Deliveries of reminders with the keys that they took. The tables are there once somebody was to be reminded. */
export function* deliveryRecords(database: Database): Generator<MovedRecord> {
  const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'reminder_deliveries'").get();
  if (!there) return;
  for (const given of database.prepare('SELECT sent_at, body FROM reminder_deliveries').iterate()) {
    const { sent_at: sentAt, body } = given as { sent_at: string | null; body: string };
    const delivery = parsed<ReminderDelivery>(body);
    const keys = [...new Set(delivery.reminders.map(({ key }) => key))];
    yield { _id: { tenant: delivery.tenant, id: delivery.id }, ...delivery, keys, sentAt };
  }
}
