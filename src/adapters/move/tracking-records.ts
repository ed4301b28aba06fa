import type { TrackedHead } from '../../app/ports/tracking-store.js';
import type { Standing } from '../../domain/standing.js';
import { placeKey } from '../../track/fact/place.js';
import type { Database } from '../sqlite/database.js';
import type { FactRecord, HeldRecord, SpokenRecord, TrackedRecord } from '../store/mongo/tracking-models.js';
import { gatherMarks, type MovedRecord } from './ledger-records.js';

type Row = Record<string, unknown>;
const parsed = <T>(json: unknown): T => JSON.parse(json as string) as T;

const saidRecords = (table: 'claims' | 'decisions') =>
  function* (database: Database): Generator<MovedRecord> {
    for (const given of database.prepare(`SELECT * FROM ${table}`).iterate()) {
      const row = given as Row;
      yield {
        ...{ _id: row.id, tenant: row.tenant, commitmentId: row.commitment_id, documentId: row.document_id },
        ...{ seq: row.seq, madeBy: row.made_by, madeAt: row.made_at, body: parsed(row.body) },
      } satisfies { [Key in keyof SpokenRecord]: unknown };
    }
  };

export const claimRecords = saidRecords('claims');
export const decisionRecords = saidRecords('decisions');

/** A mark stands in the index as `scope:hex of its UTF-16`. */
const markOf = (term: string): string =>
  Buffer.from(term.slice(term.indexOf(':') + 1), 'hex').toString('utf16le');

export function* trackedRecords(database: Database): Generator<MovedRecord> {
  gatherMarks(database);
  const rows = database
    .prepare('SELECT document_id, tenant, stamp, head, terms FROM tracked LEFT JOIN marks_told ON doc = n')
    .iterate();
  for (const given of rows) {
    const row = given as Row;
    const head = parsed<TrackedHead>(row.head);
    yield {
      ...{ _id: row.document_id, tenant: row.tenant, stamp: row.stamp, head, turn: 1 },
      placeKey: head.place === null ? '' : placeKey(head.place),
      marks: row.terms === null ? [] : parsed<string[]>(row.terms).map(markOf),
    } satisfies { [Key in keyof TrackedRecord]: unknown };
  }
  database.exec('DROP TABLE marks_told');
}

export function* factRecords(database: Database): Generator<MovedRecord> {
  const rows = database
    .prepare(
      `SELECT facts.*, fact_scopes.tenant, fact_scopes.place FROM facts JOIN fact_scopes ON fact_scopes.id = scope
       ORDER BY document_id, n`,
    )
    .iterate();
  let before: unknown;
  let at = 0;
  for (const given of rows) {
    const row = given as Row;
    at = row.document_id === before ? at + 1 : 0;
    before = row.document_id;
    yield {
      ...{ _id: `${row.item_id}@${row.tenant}`, tenant: row.tenant, documentId: row.document_id },
      ...{ itemId: row.item_id, side: row.side, placeKey: row.place, at },
      ...{ keys: parsed(row.keys), body: parsed(row.body) },
    } satisfies { [Key in keyof FactRecord]: unknown };
  }
}

/** Their order is that of their keys; those that come later have object ids, which sort after numbers. */
export function* heldRecords(database: Database): Generator<MovedRecord> {
  const rows = database
    .prepare(
      'SELECT held.*, documents.tenant FROM held JOIN documents ON documents.id = other_document ORDER BY held.n',
    )
    .iterate();
  for (const given of rows) {
    const row = given as Row;
    yield {
      ...{ _id: row.n, tenant: row.tenant, targetDocument: row.target_document },
      ...{ targetItem: row.target_item, otherDocument: row.other_document, row: parsed(row.row) },
    } satisfies { [Key in keyof HeldRecord | '_id']: unknown };
  }
}

export function* standingRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT * FROM standings').iterate()) {
    const { tenant, item_id: itemId, document_id: documentId, body } = given as Row;
    yield { _id: `${itemId}@${tenant}`, tenant, documentId, standing: parsed<Standing>(body) };
  }
}
