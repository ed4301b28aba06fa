import { existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import type { BlobStore } from '../../app/ports/blob-store.js';
import type { AuditedDocument, DataAudit } from '../../app/ports/data-audit.js';
import type { Claim } from '../../domain/decision.js';
import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Item } from '../../domain/item.js';
import { sqliteFault } from '../sqlite/fault.js';
import { unpackText } from '../store/shared/text-codec.js';
import { atOneInstant, countCorrection } from '../store/sqlite/count-correction.js';
import { createSession } from '../store/sqlite/session.js';
import { folderOriginals } from './folder-originals.js';

const pageSize = 500;
/** Of SQLite's own complaints; the first ones say enough. */
const mostComplaints = 20;

type DocumentRow = Pick<StoredDocument, 'tenant' | 'id' | 'name' | 'sha256' | 'size' | 'status'> & {
  readonly counts: string | null;
};

interface ClaimRow {
  readonly id: string;
  readonly tenant: string;
  readonly files: string | null;
}

function countedOf(counts: string | null): number | null {
  if (counts === null) return null;
  const { commitments = 0, achievements = 0 } = JSON.parse(counts) as Partial<Record<string, number>>;
  return commitments + achievements;
}

/** The data folder of the embedded profile, opened for reading alone. Faults: `file-not-found`, `data-damaged`. */
export function sqliteAudit(file: string, folder: string, blobs: Pick<BlobStore, 'has'>): DataAudit {
  if (!existsSync(file)) throw new JiannuoError('file-not-found', { file });
  const faulty = (error: unknown): never => {
    throw sqliteFault(file, error);
  };
  const guarded = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      return faulty(error);
    }
  };
  const database = guarded(() => new BetterSqlite(file, { readonly: true, timeout: 5_000 }));
  const column = (sql: string, ...given: unknown[]): string[] =>
    guarded(() =>
      database
        .prepare(sql)
        .pluck()
        .all(...given),
    ) as string[];
  /** Page by page, so that no reader holds the log of a service at work. */
  async function* paged<Row>(sql: string, keyOf: (row: Row) => string): AsyncGenerator<Row> {
    for (let after = ''; ; ) {
      const rows = guarded(() => database.prepare(sql).all(after, pageSize)) as Row[];
      yield* rows;
      const last = rows.at(-1);
      if (rows.length < pageSize || !last) return;
      after = keyOf(last);
    }
  }

  async function* claimFiles() {
    // Claim by claim, along their key: what one claim's files are is no table to seek in.
    const sql = `SELECT id, tenant, body -> '$.files' AS files FROM claims WHERE id > ? ORDER BY id LIMIT ?`;
    for await (const { id, tenant, files } of paged<ClaimRow>(sql, (row) => row.id))
      for (const { sha256 } of JSON.parse(files ?? '[]') as Claim['files'])
        yield { claim: id, tenant, sha256 };
  }

  const read = (id: string): AuditedDocument | null => {
    const row = database
      .prepare('SELECT tenant, id, name, sha256, size, status, counts FROM documents WHERE id = ?')
      .get(id) as DocumentRow | undefined;
    if (!row) return null;
    const bodies = database
      .prepare('SELECT body FROM items WHERE document_id = ?')
      .pluck()
      .all(id) as string[];
    const packed = database.prepare('SELECT packed FROM texts WHERE document_id = ?').pluck().get(id);
    const { counts, ...document } = row;
    return {
      ...document,
      counted: countedOf(counts),
      items: bodies.map((body) => JSON.parse(body) as Item),
      text: async () => (packed === undefined ? null : (await unpackText(packed as Buffer)).text),
    };
  };
  const asOne = database.transaction(read);

  return {
    damage: async () =>
      column(`PRAGMA integrity_check(${mostComplaints})`).filter((complaint) => complaint !== 'ok'),
    originals: () => folderOriginals(folder),
    hasOriginal: (sha256) => blobs.has(sha256),
    documentIds: async function* () {
      const sql = 'SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?';
      for await (const { id } of paged<{ id: string }>(sql, (row) => row.id)) yield id;
    },
    document: async (id) => guarded(() => asOne(id)),
    named: async function* () {
      const sql = 'SELECT id, sha256 FROM documents WHERE id > ? ORDER BY id LIMIT ?';
      for await (const { sha256 } of paged<{ id: string; sha256: string }>(sql, (row) => row.id))
        yield sha256;
      yield* column('SELECT sha256 FROM bin');
      for await (const { sha256 } of claimFiles()) yield sha256;
    },
    claimFiles,
    strayRows: () =>
      paged(
        `SELECT id AS item, tenant, document_id AS document FROM items
         WHERE id > ? AND document_id NOT IN (SELECT id FROM documents) ORDER BY id LIMIT ?`,
        ({ item }: { item: string; tenant: string; document: string }) => item,
      ),
    wrongCounts: async function* () {
      // Of a file that no newer version has opened yet there are none.
      if (column("SELECT 1 FROM sqlite_schema WHERE name = 'promise_counts'").length === 0) return;
      const session = createSession(database);
      for (const tenant of column('SELECT id FROM tenants ORDER BY id')) {
        const correction = atOneInstant(session, () => countCorrection(session, tenant));
        const cells = (await correction.catch(faulty)).length;
        if (cells > 0) yield { tenant, cells };
      }
    },
    tenantsWithTrail: async () => {
      const known = column("SELECT 1 FROM sqlite_schema WHERE name = 'trail'").length > 0;
      return known ? column('SELECT DISTINCT tenant FROM trail ORDER BY tenant') : [];
    },
    async close() {
      database.close();
    },
  };
}
