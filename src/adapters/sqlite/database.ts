import { closeSync, existsSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite, { type Database } from 'better-sqlite3';
import { ensureFolder } from '../shared/ensure-folder.js';
import { sqliteFault } from './fault.js';

export type { Database } from 'better-sqlite3';

interface OpenOptions {
  /** How long to wait for another's write, in ms. */
  readonly busyMs?: number;
  /**
   * FULL (default): each commit is on the disk when it returns. NORMAL: commits survive a kill, and a power cut takes back
   * at most the last ones, in order: all connections write one log, so a later FULL commit carries every earlier one with it.
   */
  readonly synchronous?: 'FULL' | 'NORMAL';
}

/**
 * Opens the data file of the embedded profile, made where it is not there; its folder too. WAL with synchronous FULL unless
 * told otherwise: what was acknowledged survives a kill and a power cut. Several connections and processes may hold the file.
 * Faults: `data-locked`, `data-damaged`, `data-unwritable`.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Database {
  let database: Database | undefined;
  try {
    ensureFolder(dirname(file));
    // For the owner alone; SQLite gives the files beside it the same mode.
    if (file !== ':memory:' && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    database = new BetterSqlite(file, { timeout: options.busyMs ?? 5_000 });
    database.pragma('journal_mode = WAL');
    database.pragma(`synchronous = ${options.synchronous ?? 'FULL'}`);
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
