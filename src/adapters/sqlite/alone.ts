import { existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';

/**
 * Throws SQLite's own fault (busy: `data-locked` once it is coded) where another connection, in this process or another, has
 * the data file open. Its log is written into it.
 */
export function assertAlone(file: string): void {
  if (!existsSync(file)) return;
  const database = new BetterSqlite(file, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    database.pragma('journal_mode = DELETE');
  } finally {
    database.close();
  }
}
