import type { BinStore } from '../../../app/ports/bin-store.js';
import type { Tokenize } from '../../../app/ports/ledger-store.js';
import type { BinnedDocument } from '../../../domain/document.js';
import type { Item } from '../../../domain/item.js';
import { binPayload, notBinned, packPayload, unpackPayload } from '../shared/bin-payload.js';
import { documentCursor } from '../shared/cursor.js';
import { storedItem } from '../shared/extraction-rows.js';
import { keepsChanging, mostTries } from '../shared/keeps-changing.js';
import { packText, unpackText } from '../shared/text-codec.js';
import { documentColumns, toDocument } from './documents.js';
import { rowsOf } from './extraction.js';
import { isWhole } from './filling.js';
import { insertItem, removeItems, unitsOf } from './items.js';
import { ofDocument, recounted } from './promise-counts.js';
import { linkAgain } from './proposals.js';
import { type Session, touchedDocument } from './session.js';
import { forgetTracked } from './tracking/facts.js';
import { project } from './tracking/standings.js';
import { forgetUnmentioned } from './units.js';
import { forgetProposals } from './unneeded-proposals.js';

interface Link {
  readonly proposal_id: string;
  readonly origin: 'found' | 'given';
}

/** The row of `documents` as it stood, with its links to proposals. */
interface BinRecord extends Record<string, unknown> {
  readonly status: string;
  readonly links: readonly Link[];
}

interface BinRow {
  readonly document_id: string;
  readonly record: string;
  readonly binned_at: string;
  readonly binned_by: string;
}

const columns = `${documentColumns}, issuer, queued, untracked`;
const names = columns.split(', ');

function toBinned({ record, binned_at, binned_by }: BinRow): BinnedDocument {
  const stored = JSON.parse(record) as BinRecord;
  const document = Object.fromEntries(documentColumns.split(', ').map((name) => [name, stored[name]]));
  return { document: toDocument(document), binnedAt: binned_at, binnedBy: binned_by };
}

/** Takes out all that the ledger has of a document. Inside of a transaction. */
function removeDocument(session: Session, tenant: string, id: string): void {
  const { statement } = session;
  const spokenOf = statement(
    'SELECT DISTINCT target_document AS document, target_item AS item FROM held WHERE other_document = ?',
  ).all(id) as { document: string; item: string }[];
  statement('DELETE FROM held WHERE target_document = ?').run(id);
  statement('DELETE FROM held WHERE other_document = ?').run(id);
  forgetTracked(session, id);
  const units = unitsOf(session, id);
  recounted(session, tenant, ofDocument(id), () => {
    statement('DELETE FROM standings WHERE document_id = ?').run(id);
    removeItems(session, id);
  });
  statement('DELETE FROM texts WHERE document_id = ?').run(id);
  statement('DELETE FROM document_proposals WHERE document_id = ?').run(id);
  touchedDocument(statement('DELETE FROM documents WHERE tenant = ? AND id = ?').run(tenant, id).changes, id);
  const touched = new Map<string, Set<string>>();
  for (const { document, item } of spokenOf)
    if (document !== id) touched.set(document, (touched.get(document) ?? new Set()).add(item));
  for (const [document, items] of touched) project(session, tenant, document, items);
  forgetUnmentioned(session, tenant, units);
}

export function binMethods(session: Session, tokenize: Tokenize): BinStore {
  const { statement, write } = session;

  const wholeOf = async (id: string) => {
    const packed = statement('SELECT packed FROM texts WHERE document_id = ?').pluck().get(id);
    const bodies = statement(`SELECT body FROM items WHERE document_id = ? AND ${isWhole} ORDER BY place, id`)
      .pluck()
      .all(id) as string[];
    const text = packed === undefined ? null : await unpackText(packed as Buffer);
    return { text, items: bodies.map((body) => storedItem(JSON.parse(body) as Item)) };
  };

  const find = (tenant: string, id: string) =>
    statement('SELECT * FROM bin WHERE tenant = ? AND document_id = ?').get(tenant, id) as
      | (BinRow & { packed: Buffer })
      | undefined;

  return {
    async binDocument(tenant, id, by) {
      for (let tries = 1; tries <= mostTries; tries += 1) {
        const seen = statement(`SELECT ${documentColumns} FROM documents WHERE tenant = ? AND id = ?`).get(
          tenant,
          id,
        ) as { updated_at: string } | undefined;
        touchedDocument(seen ? 1 : 0, id);
        const { text, items } = await wholeOf(id);
        const document = toDocument(seen);
        const packed = await packPayload(binPayload(document, text, items));
        const binnedAt = new Date().toISOString();
        const done = write(() => {
          const record = statement(`SELECT ${columns} FROM documents WHERE tenant = ? AND id = ?`).get(
            tenant,
            id,
          ) as { updated_at: string } | undefined;
          touchedDocument(record ? 1 : 0, id);
          if (record?.updated_at !== seen?.updated_at) return false;
          const links = statement(
            'SELECT proposal_id, origin FROM document_proposals WHERE document_id = ?',
          ).all(id) as Link[];
          removeDocument(session, tenant, id);
          statement('INSERT INTO bin VALUES (?, ?, ?, ?, ?, ?, ?)').run(
            ...[id, tenant, document.sha256, binnedAt, by, JSON.stringify({ ...record, links }), packed],
          );
          forgetProposals(
            session,
            tenant,
            links.map(({ proposal_id }) => proposal_id),
          );
          return true;
        });
        if (done) return { document, binnedAt, binnedBy: by };
      }
      throw keepsChanging(id, 'binned');
    },

    async binned(tenant, { limit, cursor }) {
      const after = documentCursor.decode(cursor);
      const records = statement(
        `SELECT document_id, record, binned_at, binned_by FROM bin WHERE tenant = ?${
          after ? ' AND (binned_at, document_id) < (?, ?)' : ''
        } ORDER BY binned_at DESC, document_id DESC LIMIT ?`,
      ).all(tenant, ...(after ?? []), limit + 1) as BinRow[];
      const rows = records.slice(0, limit).map(toBinned);
      const last = rows.at(-1);
      const more = records.length > limit && last !== undefined;
      return { rows, nextCursor: more ? documentCursor.encode([last.binnedAt, last.document.id]) : null };
    },

    async binnedDocument(tenant, id) {
      const row = find(tenant, id);
      return row ? toBinned(row) : null;
    },

    async restoreDocument(tenant, id) {
      const row = find(tenant, id);
      if (!row) throw notBinned(id);
      const { text, extraction } = await unpackPayload(row.packed);
      const rows = extraction ? await rowsOf(extraction, tokenize) : [];
      const packed = text && (await packText(text));
      const { links, ...stored } = JSON.parse(row.record) as BinRecord;
      return write(() => {
        const taken = statement('DELETE FROM bin WHERE document_id = ? AND binned_at = ?').run(
          id,
          row.binned_at,
        );
        if (taken.changes === 0) throw notBinned(id);
        const record: Record<string, unknown> = {
          ...stored,
          updated_at: new Date().toISOString(),
          untracked: stored.status === 'done' ? 1 : stored.untracked,
          queued: stored.status === 'received' ? 0 : stored.queued,
        };
        statement(`INSERT INTO documents (${columns}) VALUES (${names.map(() => '?').join(', ')})`).run(
          ...names.map((name) => record[name]),
        );
        if (packed) statement('INSERT INTO texts VALUES (?, ?)').run(id, packed);
        if (extraction)
          recounted(session, tenant, ofDocument(id), () => {
            for (const each of rows) insertItem(session, tenant, id, extraction, each);
          });
        const document = toDocument(
          statement(`SELECT ${documentColumns} FROM documents WHERE id = ?`).get(id),
        );
        linkAgain(session, tenant, id, links, document.meta);
        return document;
      });
    },

    async emptyBin(tenant, before, limit) {
      return write(() => {
        const rows = statement(
          `SELECT document_id, record, binned_at, binned_by FROM bin
           WHERE tenant = ? AND binned_at < ? ORDER BY binned_at, document_id LIMIT ?`,
        ).all(tenant, before, limit) as BinRow[];
        for (const { document_id } of rows)
          statement('DELETE FROM bin WHERE document_id = ?').run(document_id);
        return rows.map(toBinned);
      });
    },

    async namedOriginals(sha256s) {
      const asked = '(SELECT value FROM json_each(?))';
      const given = JSON.stringify(sha256s);
      return new Set(
        statement(
          `SELECT sha256 FROM documents WHERE sha256 IN ${asked} UNION SELECT sha256 FROM bin WHERE sha256 IN ${asked}
           UNION SELECT json_extract(files.value, '$.sha256') FROM claims, json_each(claims.body, '$.files') AS files
             WHERE json_extract(files.value, '$.sha256') IN ${asked}`,
        )
          .pluck()
          .all(given, given, given) as string[],
      );
    },
  };
}
