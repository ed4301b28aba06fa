import type { DocumentMeta } from '../../domain/document.js';
import { proposalId } from '../../domain/identity.js';
import type { Item } from '../../domain/item.js';
import type { OfficePractice } from '../../domain/practice.js';
import type { ProposalNote } from '../../domain/proposal-note.js';
import type { State } from '../../domain/standing.js';
import type { Database } from '../sqlite/database.js';
import type { DocumentRecord, ItemRecord, ProposalLink } from '../store/mongo/models.js';
import { practiceRecord } from '../store/mongo/practices.js';
import { storedItem, storedMeta } from '../store/shared/extraction-rows.js';
import { unitIdsOf } from '../store/shared/registry.js';
import { noDeadlineUp } from '../store/shared/row-order.js';

/** A record of MongoDB; none is larger than its document's part of the SQLite file. */
export type MovedRecord = { readonly _id: unknown } & Record<string, unknown>;

export type Row = Record<string, unknown>;
const parsed = <T>(json: unknown): T => JSON.parse(json as string) as T;
const orNull = <T>(json: unknown): T | null => (json === null ? null : parsed<T>(json));

export function* tenantRecords(database: Database): Generator<MovedRecord> {
  const places = database.prepare('SELECT name FROM places WHERE tenant = ? ORDER BY name').pluck();
  for (const id of database.prepare('SELECT id FROM tenants').pluck().all() as string[])
    yield { _id: id, places: places.all(id), registry: 0 };
}

export type Linked = ProposalLink & { readonly origin: 'found' | 'given' };

/** @param row of `documents` */
export function documentRecord(row: Row, linked: readonly Linked[]) {
  const meta = orNull<DocumentMeta>(row.meta);
  return {
    ...{ _id: row.id, tenant: row.tenant, place: row.place, sha256: row.sha256, name: row.name },
    ...{ size: row.size, format: row.format, status: row.status, characters: row.characters },
    ...{ fault: orNull(row.fault), warnings: parsed(row.warnings), engine: orNull(row.engine), meta },
    ...{ counts: orNull(row.counts), queued: row.queued === 1, untracked: row.untracked === 1 },
    ...{ receivedAt: row.received_at, updatedAt: row.updated_at },
    found: foundIn(row.tenant as string, meta, linked),
    given: linked.filter(({ origin }) => origin === 'given').map(({ id, number }) => ({ id, number })),
  } satisfies { [Key in keyof DocumentRecord]: unknown };
}

export function* documentRecords(database: Database): Generator<MovedRecord> {
  const links = database.prepare(
    `SELECT proposals.id, number, origin FROM document_proposals JOIN proposals ON proposals.id = proposal_id
     WHERE document_id = ? ORDER BY number, proposals.id`,
  );
  for (const given of database.prepare('SELECT * FROM documents').iterate()) {
    const row = given as Row;
    yield documentRecord(row, links.all(row.id) as Linked[]);
  }
}

/** The proposal that the document itself names, whoever linked it first. */
function foundIn(tenant: string, meta: DocumentMeta | null, linked: readonly ProposalLink[]) {
  if (!meta || meta.proposalNumber === null) return null;
  const id = proposalId(tenant, meta.body, meta.session, meta.proposalNumber);
  return linked.some((link) => link.id === id) ? { id, number: meta.proposalNumber } : null;
}

const partBytes = 4 * 1024 * 1024;

export function* textRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT document_id, packed FROM texts').iterate()) {
    const { document_id: documentId, packed } = given as { document_id: string; packed: Buffer };
    yield* partsOf(documentId, packed);
  }
}

export function* partsOf(documentId: string, packed: Buffer): Generator<MovedRecord> {
  for (let part = 0; part * partBytes < packed.length; part += 1)
    yield {
      ...{ _id: `${documentId}:${part}`, documentId, part },
      packed: packed.subarray(part * partBytes, (part + 1) * partBytes),
    };
}

/** Words of each row as the index has them, in a table of this connection alone. */
function gatherWords(database: Database, index: string, table: string): void {
  database.exec(`
    CREATE VIRTUAL TABLE temp.${table}_vocabulary USING fts5vocab('main', '${index}', 'instance');
    CREATE TEMP TABLE ${table} (doc INTEGER PRIMARY KEY, terms TEXT NOT NULL);
    INSERT INTO ${table} SELECT doc, json_group_array(term) FROM ${table}_vocabulary GROUP BY doc;
    DROP TABLE temp.${table}_vocabulary;`);
}

export function* itemRecords(database: Database): Generator<MovedRecord> {
  gatherWords(database, 'item_words', 'words_of_items');
  const units = database.prepare('SELECT unit_id, name FROM item_units WHERE item = ? ORDER BY position');
  const rows = database
    .prepare(
      `SELECT items.*, documents.name AS document_name, documents.meta, documents.place AS document_place, terms,
         (SELECT state FROM standings WHERE standings.tenant = items.tenant AND item_id = items.id) AS state
       FROM items JOIN documents ON documents.id = items.document_id LEFT JOIN words_of_items ON doc = items.n
       WHERE documents.filling IS NULL ORDER BY items.document_id, items.n`,
    )
    .iterate();
  for (const given of rows) {
    const row = given as Row;
    const item = storedItem(parsed<Item>(row.body));
    const named = units.all(row.n) as { unit_id: string; name: string }[];
    const { title, kind, issuer, date, proposalNumber, publicity } = storedMeta(
      parsed<DocumentMeta>(row.meta),
    );
    const state = orNull<State>(row.state);
    yield {
      ...{
        _id: `${item.id}@${row.tenant}`,
        tenant: row.tenant,
        itemId: item.id,
        documentId: row.document_id,
      },
      ...{ place: row.document_place, commitmentId: row.commitment_id },
      joined: row.commitment_id !== null && row.commitment_id !== `c-${item.id}`,
      ...{ stance: row.stance, kind: row.kind, strength: row.strength, hedged: row.hedged === 1 },
      ...{ missing: item.missing, indicator: row.indicator, start: row.place },
      ...{ deadlineUp: row.deadline_up, deadlineDown: row.deadline_down, documentDate: row.document_date },
      unitNames: named.map(({ name }) => name),
      unitIds: unitIdsOf(
        named.map(({ name }) => name),
        new Map(named.map(({ name, unit_id }) => [name, unit_id])),
      ),
      terms: orNull<string[]>(row.terms) ?? [],
      document: { name: row.document_name as string, title, kind, issuer, date, proposalNumber, publicity },
      item,
      state: state && dueUpOf(state),
    } satisfies { [Key in keyof ItemRecord]: unknown };
  }
  database.exec('DROP TABLE words_of_items');
}

const dueUpOf = ({ due, ...state }: State) => ({ ...state, dueUp: due ?? noDeadlineUp });

export function* unitRecords(database: Database): Generator<MovedRecord> {
  const names = database.prepare('SELECT name FROM unit_names WHERE unit_id = ? ORDER BY name').pluck();
  for (const given of database.prepare('SELECT id, tenant, name FROM units').iterate()) {
    const { id, tenant, name } = given as { id: string; tenant: string; name: string };
    yield { _id: id, tenant, name, names: names.all(id) };
  }
}

export function* proposalRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT * FROM proposals').iterate()) {
    const { id, ...rest } = given as Row;
    yield { _id: id, ...rest };
  }
}

export function* noteRecords(database: Database): Generator<MovedRecord> {
  for (const body of database.prepare('SELECT body FROM proposal_notes').pluck().iterate()) {
    const { id, ...note } = parsed<ProposalNote>(body);
    yield { _id: id, ...note };
  }
}

export function* practiceRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT tenant, body FROM practices').iterate()) {
    const { tenant, body } = given as { tenant: string; body: string };
    yield { ...practiceRecord(tenant, parsed<OfficePractice>(body)) };
  }
}

export function* commitmentRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT * FROM commitments').iterate()) {
    const { tenant, id, created_at: createdAt } = given as Row;
    yield { _id: `${id}@${tenant}`, tenant, id, createdAt };
  }
}
/** The words of each row, for the index of what documents tell. */
export const gatherMarks = (database: Database): void => gatherWords(database, 'told_marks', 'marks_told');
