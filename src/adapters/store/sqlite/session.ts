import type { Statement } from 'better-sqlite3';
import { JiannuoError } from '../../../domain/errors.js';
import type { Database } from '../../sqlite/database.js';

/** A connection with its prepared statements: the queries of a filter come in few shapes, preparing costs more than most. */
export interface Session {
  readonly database: Database;
  statement(sql: string): Statement;
  /** Runs in one transaction that takes the write lock first, so that it cannot fail half-way for want of it. */
  write<T>(work: () => T): T;
  /**
   * A write that need not be on the disk when it returns: made again from what is (a text from its original, a mark by the relay).
   * The log keeps its order, so a power cut takes it back only with everything after it.
   */
  ordered<T>(work: () => T): T;
}

const mostKept = 300;

export function createSession(database: Database): Session {
  const kept = new Map<string, Statement>();
  return {
    database,
    statement(sql) {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= mostKept) kept.clear();
      const made = database.prepare(sql);
      kept.set(sql, made);
      return made;
    },
    write: (work) => database.transaction(work).immediate(),
    ordered(work) {
      database.pragma('synchronous = NORMAL');
      try {
        return work();
      } finally {
        database.pragma('synchronous = FULL');
      }
    },
  };
}

/** Throws `not-found` where an update touched no document. */
export function touchedDocument(changes: number, id: string): void {
  if (changes === 0) throw new JiannuoError('not-found', { what: 'document', id });
}
