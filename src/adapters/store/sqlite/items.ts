import type { Extraction } from '../../../app/ports/ledger-store.js';
import type { State } from '../../../domain/standing.js';
import { commitmentIdOf, type ExtractionRow } from '../shared/extraction-rows.js';
import { countBy, insertUnits } from './counting.js';
import { missingBits } from './missing-bits.js';
import type { Session } from './session.js';
import { forgetUnmentioned } from './units.js';

/** Units that the document's items mention. */
export const unitsOf = ({ statement }: Session, id: string): string[] =>
  statement(
    'SELECT DISTINCT unit_id FROM item_units WHERE item IN (SELECT n FROM items WHERE document_id = ?)',
  )
    .pluck()
    .all(id) as string[];

/** Takes items of the document out, all or the first so many; gives how many, and the commitments they were mentions of by item id: joins outlive a re-run. */
export function removeItems(
  { statement }: Session,
  id: string,
  limit = -1,
): { readonly removed: number; readonly commitments: ReadonlyMap<string, string> } {
  const old = statement('SELECT n, id, commitment_id FROM items WHERE document_id = ? LIMIT ?').all(
    id,
    limit,
  ) as { n: number; id: string; commitment_id: string | null }[];
  for (const { n } of old) {
    statement('DELETE FROM item_words WHERE rowid = ?').run(n);
    statement('DELETE FROM items WHERE n = ?').run(n);
  }
  const commitments = new Map(
    old.flatMap((item) => (item.commitment_id ? [[item.id, item.commitment_id]] : [])),
  );
  return { removed: old.length, commitments };
}

/** Takes one item out, and units that nobody mentions any more. Inside of a transaction. @returns whether it was there */
export function removeItem(session: Session, tenant: string, id: string): boolean {
  const { statement } = session;
  const n = statement('SELECT n FROM items WHERE tenant = ? AND id = ?').pluck().get(tenant, id) as
    | number
    | undefined;
  if (n === undefined) return false;
  const units = statement('SELECT unit_id FROM item_units WHERE item = ?').pluck().all(n) as string[];
  statement('DELETE FROM item_words WHERE rowid = ?').run(n);
  statement('DELETE FROM items WHERE n = ?').run(n);
  forgetUnmentioned(session, tenant, units);
  return true;
}

/** Inside of a transaction. `before`: commitments by item id that a row goes on to mention. */
export function insertItem(
  session: Session,
  tenant: string,
  document: string,
  { meta }: Pick<Extraction, 'meta'>,
  row: ExtractionRow,
  before: ReadonlyMap<string, string> = new Map(),
): void {
  const { statement } = session;
  const { item, deadlineUp } = row;
  const commitment = item.stance === 'commitment' ? (before.get(item.id) ?? commitmentIdOf(item.id)) : null;
  const { lastInsertRowid: n } = statement(
    `INSERT INTO items (tenant, id, document_id, commitment_id, stance, kind, strength, hedged, indicator,
       document_kind, document_date, deadline_up, deadline_down, place, missing, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[tenant, item.id, document, commitment, item.stance, item.kind, item.strength, item.hedged ? 1 : 0],
    ...[item.indicator, meta.kind, row.documentDate, deadlineUp, row.deadlineDown, item.start],
    missingBits(item.missing),
    JSON.stringify(item),
  );
  const words = row.terms.join(' ');
  statement('INSERT INTO item_words (rowid, words) VALUES (?, ?)').run(n, words);
  statement('INSERT INTO item_terms VALUES (?, ?)').run(n, ` ${words} `);
  const { stance, start: place } = item;
  insertUnits(session, tenant, { n, stance, deadlineUp, documentId: document, place }, row.unitNames);
  // Where it stands, until it is tracked anew.
  const state = statement('SELECT state FROM standings WHERE tenant = ? AND item_id = ?')
    .pluck()
    .get(tenant, item.id) as string | undefined;
  if (state !== undefined) countBy(session, tenant, item, JSON.parse(state) as State);
}
