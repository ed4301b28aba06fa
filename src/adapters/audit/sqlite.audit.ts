import { existsSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';
import type { BlobStore } from '../../app/ports/blob-store.js';
import type { AuditedDocument, DataAudit } from '../../app/ports/data-audit.js';
import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Item } from '../../domain/item.js';
import { sqliteFault } from '../sqlite/fault.js';
import { unpackText } from '../store/shared/text-codec.js';
import { folderOriginals } from './folder-originals.js';

const pageSize = 500;
/** Of SQLite's own complaints; the first ones say enough. */
const mostComplaints = 20;

type DocumentRow = Pick<StoredDocument, 'tenant' | 'id' | 'name' | 'sha256' | 'size' | 'status'> & {
  readonly counts: string | null;
};

function countedOf(counts: string | null): number | null {
  if (counts === null) return null;
  const { commitments = 0, achievements = 0 } = JSON.parse(counts) as Partial<Record<string, number>>;
  return commitments + achievements;
}

/** The data folder of the embedded profile, opened for reading alone. Faults: `file-not-found`, `data-damaged`. */
export function sqliteAudit(file: string, folder: string, blobs: Pick<BlobStore, 'has'>): DataAudit {
  if (!existsSync(file)) throw new JiannuoError('file-not-found', { file });
  const guarded = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw sqliteFault(file, error);
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
    isNamed: async (sha256) =>
      column('SELECT 1 FROM documents WHERE sha256 = ? LIMIT 1', sha256).length > 0 ||
      column(
        "SELECT 1 FROM claims, json_each(claims.body, '$.files') AS file WHERE file.value ->> 'sha256' = ? LIMIT 1",
        sha256,
      ).length > 0,
    claimFiles: () =>
      paged(
        `SELECT claims.id AS claim, claims.tenant, file.value ->> 'sha256' AS sha256, claims.id || file.key AS at
         FROM claims, json_each(claims.body, '$.files') AS file WHERE claims.id || file.key > ? ORDER BY at LIMIT ?`,
        ({ at }: { claim: string; tenant: string; sha256: string; at: string }) => at,
      ),
    strayRows: () =>
      paged(
        `SELECT id AS item, tenant, document_id AS document FROM items
         WHERE id > ? AND document_id NOT IN (SELECT id FROM documents) ORDER BY id LIMIT ?`,
        ({ item }: { item: string; tenant: string; document: string }) => item,
      ),
    offices: async () => {
      const known = column("SELECT 1 FROM sqlite_schema WHERE name = 'trail'").length > 0;
      return known ? column('SELECT DISTINCT tenant FROM trail ORDER BY tenant') : [];
    },
    async close() {
      database.close();
    },
  };
}
