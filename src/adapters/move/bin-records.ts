import type { Database } from '../sqlite/database.js';
import type { BinRecord, FirstAnswerRecord } from '../store/mongo/models.js';
import { documentRecord, type Linked, type MovedRecord, partsOf, type Row } from './ledger-records.js';

interface StoredLink {
  readonly proposal_id: string;
  readonly origin: Linked['origin'];
}

/** Documents in the bin as they stood, with the numbers of the proposals that they were linked to. */
export function* binRecords(database: Database): Generator<MovedRecord> {
  const numberOf = database.prepare('SELECT number FROM proposals WHERE id = ?').pluck();
  for (const given of database.prepare('SELECT * FROM bin').iterate()) {
    const row = given as Row;
    const { links, ...document } = JSON.parse(row.record as string) as Row & { links: readonly StoredLink[] };
    const linked = links.map(({ proposal_id: id, origin }): Linked => {
      return { id, number: numberOf.get(id) as string, origin };
    });
    yield {
      ...{ _id: row.document_id, tenant: row.tenant, sha256: row.sha256 },
      ...{ binnedAt: row.binned_at, binnedBy: row.binned_by },
      record: documentRecord(document, linked),
    } satisfies { [Key in keyof BinRecord]: unknown };
  }
}

export function* binPartRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT document_id, packed FROM bin').iterate()) {
    const { document_id, packed } = given as { document_id: string; packed: Buffer };
    yield* partsOf(document_id, packed);
  }
}

export function* firstAnswerRecords(database: Database): Generator<MovedRecord> {
  for (const given of database.prepare('SELECT * FROM first_answers').iterate()) {
    const { tenant, id, fingerprint, begun_at: begunAt, answer } = given as Row;
    const record = { _id: `${id}@${tenant}`, fingerprint, begunAt, answer };
    yield record satisfies { [Key in keyof FirstAnswerRecord]: unknown };
  }
}
