import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { StoredDocument } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import { documentId } from '../../../domain/identity.js';
import type { SourceText } from '../../../domain/source-text.js';
import { documentCursor } from '../shared/cursor.js';
import { storedCounts, storedMeta } from '../shared/extraction-rows.js';
import { packText, unpackText } from '../shared/text-codec.js';
import { wellFormed, wellFormedJson } from '../shared/well-formed.js';
import { type Session, touchedDocument } from './session.js';

type Documents = Pick<
  LedgerStore,
  | 'addDocument'
  | 'document'
  | 'documents'
  | 'unqueued'
  | 'markQueued'
  | 'unfinished'
  | 'untracked'
  | 'saveText'
  | 'text'
  | 'documentsChanged'
  | 'fail'
>;

interface DocumentRecord {
  readonly fault: string | null;
  readonly warnings: string;
  readonly engine: string | null;
  readonly meta: string | null;
  readonly counts: string | null;
  readonly received_at: string;
  readonly updated_at: string;
}

export const documentColumns =
  'id, tenant, place, sha256, name, size, format, status, fault, warnings, characters, engine, meta, counts, received_at, updated_at';

const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

export function toDocument(record: unknown): StoredDocument {
  const { received_at, updated_at, ...rest } = record as DocumentRecord;
  return {
    ...rest,
    fault: parsed(rest.fault),
    warnings: parsed(rest.warnings),
    engine: parsed(rest.engine),
    meta: storedMeta(parsed(rest.meta) as StoredDocument['meta']),
    counts: storedCounts(parsed(rest.counts) as StoredDocument['counts']),
    receivedAt: received_at,
    updatedAt: updated_at,
  } as StoredDocument;
}

const now = (): string => new Date().toISOString();

/** Its text, and status `read`. Inside of a transaction. */
export function storeText(
  { statement }: Session,
  tenant: string,
  id: string,
  { format, text, warnings }: SourceText,
  packed: Buffer,
): void {
  const { changes } = statement(
    `UPDATE documents SET status = 'read', fault = NULL, format = ?, characters = ?, warnings = ?, updated_at = ?
     WHERE tenant = ? AND id = ?`,
  ).run(format, text.length, wellFormedJson(warnings), now(), tenant, id);
  touchedDocument(changes, id);
  statement('INSERT OR REPLACE INTO texts VALUES (?, ?)').run(id, packed);
}

/** Inside of a transaction. */
function refuseBinned({ statement }: Session, id: string): void {
  const record = statement('SELECT record FROM bin WHERE document_id = ?').pluck().get(id) as
    | string
    | undefined;
  if (record === undefined) return;
  const { name } = JSON.parse(record) as { name: string };
  throw new JiannuoError('document-binned', { id, name });
}

export function documentMethods(session: Session): Documents {
  const { statement, write, ordered } = session;
  const find = (tenant: string, id: string) =>
    statement(`SELECT ${documentColumns} FROM documents WHERE tenant = ? AND id = ?`).get(tenant, id);

  /** Documents of which `what` holds, the longest unmoved first. */
  const unmoved = async (what: string, before: string, limit: number, after?: StoredDocument) =>
    statement(
      `SELECT ${documentColumns} FROM documents WHERE ${what} AND updated_at < ?
       AND (updated_at, id) > (?, ?) ORDER BY updated_at, id LIMIT ?`,
    )
      .all(before, after?.updatedAt ?? '', after?.id ?? '', limit)
      .map(toDocument);

  return {
    async addDocument(given) {
      const { tenant, place, sha256, name, size } = wellFormed(given);
      const id = documentId(tenant, sha256);
      const at = now();
      const created = write(() => {
        refuseBinned(session, id);
        statement('INSERT OR IGNORE INTO tenants (id, created_at) VALUES (?, ?)').run(tenant, at);
        if (place !== null) statement('INSERT OR IGNORE INTO places VALUES (?, ?)').run(tenant, place);
        return statement(
          `INSERT INTO documents (id, tenant, place, sha256, name, size, status, received_at, updated_at)
           VALUES (?, ?, ?, ?, ?, ?, 'received', ?, ?) ON CONFLICT DO NOTHING`,
        ).run(id, tenant, place, sha256, name, size, at, at).changes;
      });
      return { document: toDocument(find(tenant, id)), created: created === 1 };
    },

    async document(tenant, id) {
      const record = find(tenant, id);
      return record === undefined ? null : toDocument(record);
    },

    async documents(tenant, { limit, cursor, status }) {
      const after = documentCursor.decode(cursor);
      const records = statement(
        `SELECT ${documentColumns} FROM documents WHERE tenant = ?${status ? ' AND status = ?' : ''}${
          after ? ' AND (received_at, id) < (?, ?)' : ''
        } ORDER BY received_at DESC, id DESC LIMIT ?`,
      ).all(tenant, ...(status ? [status] : []), ...(after ?? []), limit + 1);
      const rows = records.slice(0, limit).map(toDocument);
      const last = rows.at(-1);
      const more = records.length > limit && last !== undefined;
      return { rows, nextCursor: more ? documentCursor.encode([last.receivedAt, last.id]) : null };
    },

    async documentsChanged(tenant, { at, id }, limit) {
      const records = statement(
        `SELECT ${documentColumns}, iif(status = 'done' AND untracked = 0, (SELECT count(DISTINCT target_item) FROM held
           WHERE other_document = documents.id), NULL) AS evidence
         FROM documents WHERE tenant = ? AND (updated_at, id) > (?, ?) ORDER BY updated_at, id LIMIT ?`,
      ).all(tenant, at, id, limit) as { evidence: number | null }[];
      return records.map(({ evidence, ...record }) => ({ document: toDocument(record), evidence }));
    },

    async unqueued(limit) {
      return statement(
        `SELECT ${documentColumns} FROM documents WHERE queued = 0 AND status = 'received' ORDER BY received_at, id LIMIT ?`,
      )
        .all(limit)
        .map(toDocument);
    },

    async markQueued(tenant, id) {
      const mark = statement('UPDATE documents SET queued = 1 WHERE tenant = ? AND id = ?');
      touchedDocument(ordered(() => mark.run(tenant, id)).changes, id);
    },

    unfinished: (...page) => unmoved("status IN ('received', 'read')", ...page),
    untracked: (...page) => unmoved('untracked = 1', ...page),

    async saveText(tenant, id, text) {
      const packed = await packText(text);
      ordered(() => write(() => storeText(session, tenant, id, text, packed)));
    },

    async text(tenant, id) {
      const packed = statement(
        'SELECT packed FROM documents JOIN texts ON document_id = id WHERE tenant = ? AND id = ?',
      )
        .pluck()
        .get(tenant, id) as Buffer | undefined;
      return packed === undefined ? null : unpackText(packed);
    },

    async fail(tenant, id, fault) {
      const { changes } = statement(
        `UPDATE documents SET status = 'failed', fault = ?, updated_at = ? WHERE tenant = ? AND id = ?`,
      ).run(JSON.stringify(wellFormed(fault)), now(), tenant, id);
      touchedDocument(changes, id);
    },
  };
}
