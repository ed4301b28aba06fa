import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { sqliteFault } from './fault.js';

export type { Database } from 'better-sqlite3';

/**
 * Opens the data file of the embedded profile, made where it is not there; its folder too. WAL with synchronous FULL:
 * what was acknowledged survives a kill and a power cut. Several connections and processes may hold the file at once.
 * Faults: `data-locked`, `data-damaged`, `data-unwritable`.
 */
export function openDatabase(file: string, options: { busyMs?: number } = {}): Database {
  let database: Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    database = new BetterSqlite(file, { timeout: options.busyMs ?? 5_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('cache_size = -32000');
    // A read-only file opens without complaint; the first write would be too late.
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    return database;
  } catch (error) {
    database?.close();
    throw sqliteFault(file, error);
  }
}
