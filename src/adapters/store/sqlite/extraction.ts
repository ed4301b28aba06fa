import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { commitmentIdOf, countsOf, type ExtractionRow, extractionRows } from '../shared/extraction-rows.js';
import { packText } from '../shared/text-codec.js';
import { wellFormed } from '../shared/well-formed.js';
import { storeText } from './documents.js';
import { missingBits } from './missing-bits.js';
import { linkDocument, unlinkFound } from './proposals.js';
import { type Session, touchedDocument } from './session.js';
import { forgetUnmentioned, resolveUnit } from './units.js';

export function extractionMethods(session: Session, tokenize: Tokenize): Pick<LedgerStore, 'saveExtraction'> {
  return {
    async saveExtraction(tenant, id, given, givenText) {
      const extraction = wellFormed(given);
      const rows = await extractionRows(extraction, tokenize);
      const text = givenText && wellFormed(givenText);
      const packed = text && (await packText(text));
      session.write(() => {
        if (text && packed) storeText(session, tenant, id, text, packed);
        setDone(session, tenant, id, extraction);
        const units = unitsOf(session, id);
        const commitments = removeItems(session, tenant, id);
        for (const row of rows) insertItem(session, tenant, id, extraction, row, commitments);
        forgetUnmentioned(session, tenant, units);
        unlinkFound(session, id);
        const { proposalNumber, body, session: sitting } = extraction.meta;
        if (proposalNumber !== null)
          linkDocument(
            session,
            tenant,
            id,
            { number: proposalNumber, body, session: sitting, title: null },
            'found',
          );
      });
    },
  };
}

function setDone({ statement }: Session, tenant: string, id: string, extraction: Extraction): void {
  const { engine, meta } = extraction;
  const { changes } = statement(
    `UPDATE documents SET status = 'done', fault = NULL, engine = ?, meta = ?, issuer = ?, counts = ?, updated_at = ?
     WHERE tenant = ? AND id = ?`,
  ).run(
    JSON.stringify(engine),
    JSON.stringify(meta),
    meta.issuer,
    JSON.stringify(countsOf(extraction)),
    new Date().toISOString(),
    tenant,
    id,
  );
  touchedDocument(changes, id);
}

const unitsOf = ({ statement }: Session, id: string): string[] =>
  statement(
    'SELECT DISTINCT unit_id FROM item_units WHERE item IN (SELECT n FROM items WHERE document_id = ?)',
  )
    .pluck()
    .all(id) as string[];

/** Takes the document's items out; gives the commitments they were mentions of, by item id: joins outlive a re-run. */
function removeItems({ statement }: Session, tenant: string, id: string): Map<string, string> {
  const old = statement('SELECT n, id, commitment_id FROM items WHERE tenant = ? AND document_id = ?').all(
    tenant,
    id,
  ) as { n: number; id: string; commitment_id: string | null }[];
  if (old.length > 0) {
    for (const { n } of old) statement('DELETE FROM item_words WHERE rowid = ?').run(n);
    statement('DELETE FROM items WHERE document_id = ?').run(id);
  }
  return new Map(old.flatMap((item) => (item.commitment_id ? [[item.id, item.commitment_id]] : [])));
}

function insertItem(
  session: Session,
  tenant: string,
  document: string,
  { meta }: Extraction,
  row: ExtractionRow,
  before: ReadonlyMap<string, string>,
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
  statement('INSERT INTO item_words (rowid, words) VALUES (?, ?)').run(n, row.terms.join(' '));
  const addUnit = statement('INSERT INTO item_units VALUES (?, ?, ?, ?, ?, ?)');
  for (const [position, name] of row.unitNames.entries())
    addUnit.run(n, position, resolveUnit(session, tenant, name), name, item.stance, deadlineUp);
}
