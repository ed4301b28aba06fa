import { existsSync } from 'node:fs';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { JiannuoError } from '../../domain/errors.js';
import { assertAlone } from '../sqlite/alone.js';
import { sqliteFault } from '../sqlite/fault.js';
import { assertKnown } from './known-tables.js';

/** The data file, held so that nobody writes to it until it is closed; others may read. */
export interface HeldFile {
  readonly database: Database;
  /** Offices that anything in the file belongs to. */
  readonly offices: readonly string[];
  close(): void;
}

/** Faults: `file-not-found`; `data-locked` where a service, a worker or a command has it open. */
export function assertUnused(file: string): void {
  if (!existsSync(file)) throw new JiannuoError('file-not-found', { file });
  try {
    assertAlone(file);
  } catch (error) {
    throw sqliteFault(file, error);
  }
}

/** @param file of the newest schema, as its stores leave it when they are opened. Faults: `data-locked`, `internal` where it has a table that is not known */
export function holdFile(file: string): HeldFile {
  let database: Database | undefined;
  try {
    database = new BetterSqlite(file, { timeout: 0 });
    // On the disk: what is gathered of a large office's words takes some hundred megabytes.
    database.pragma('temp_store = FILE');
    database.exec('BEGIN IMMEDIATE');
    assertKnown(database);
    const offices = ['tenants', 'people', 'secrets', 'trail'].map((table) =>
      table === 'tenants' ? 'SELECT id AS tenant FROM tenants' : `SELECT tenant FROM ${table}`,
    );
    const held = database;
    return {
      database: held,
      offices: held
        .prepare(`${offices.join(' UNION ')} ORDER BY tenant`)
        .pluck()
        .all() as string[],
      close: () => held.close(),
    };
  } catch (error) {
    database?.close();
    throw sqliteFault(file, error);
  }
}
