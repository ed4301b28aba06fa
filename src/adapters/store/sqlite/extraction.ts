import { setImmediate as otherWork } from 'node:timers/promises';
import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { amendments } from '../../../app/standing/added.js';
import { withAdded } from '../shared/added-items.js';
import { countsOf, type ExtractionRow, extractionRows } from '../shared/extraction-rows.js';
import { packText } from '../shared/text-codec.js';
import { wellFormed } from '../shared/well-formed.js';
import { documentMethods, storeText } from './documents.js';
import { fill, mayFill, rowsAtOnce } from './filling.js';
import { insertItem, removeItems, unitsOf } from './items.js';
import { ofDocument, recounted } from './promise-counts.js';
import { linkDocument, unlinkFound } from './proposals.js';
import { type Session, touchedDocument } from './session.js';
import { decisionsIn } from './tracking/standings.js';
import { forgetUnmentioned } from './units.js';

export function extractionMethods(session: Session, tokenize: Tokenize): Pick<LedgerStore, 'saveExtraction'> {
  const save: LedgerStore['saveExtraction'] = async (tenant, id, given, text) => {
    const said = decisionsIn(session, tenant, id);
    const source = async () => text ?? documentMethods(session).text(tenant, id);
    const whole = await withAdded(given, said, source, tokenize);
    const extraction = { ...whole, meta: wellFormed(given.meta), engine: wellFormed(given.engine) };
    const rows = await rowsOf(extraction, tokenize);
    const packed = text && (await packText(text));
    const setWhole = () => {
      if (text && packed) storeText(session, tenant, id, text, packed);
      setDone(session, tenant, id, extraction);
      linkFound(session, tenant, id, extraction);
    };
    if (mayFill(session, id, rows.length)) {
      // Of a run that was cut short.
      const units = unitsOf(session, id);
      const insert = (row: ExtractionRow) => insertItem(session, tenant, id, extraction, row);
      const finish = () => {
        // Hidden until now: none of it was counted.
        recounted(session, tenant, ofDocument(id), setWhole);
        forgetUnmentioned(session, tenant, units);
      };
      await fill(session, tenant, id, rows, { insert, finish });
      return;
    }
    const isSaved = session.write(() => {
      if (amendments(decisionsIn(session, tenant, id)) !== amendments(said)) return false;
      setWhole();
      const units = unitsOf(session, id);
      recounted(session, tenant, ofDocument(id), () => {
        const { commitments } = removeItems(session, id);
        for (const row of rows) insertItem(session, tenant, id, extraction, row, commitments);
      });
      forgetUnmentioned(session, tenant, units);
      return true;
    });
    // Somebody has added a promise, or taken one back, meanwhile.
    if (!isSaved) await save(tenant, id, given, text);
  };
  return { saveExtraction: save };
}

/** Prepared a few at a time, too: those of a long document take a second. */
export async function rowsOf(extraction: Extraction, tokenize: Tokenize): Promise<ExtractionRow[]> {
  const { items, terms } = extraction;
  const rows: ExtractionRow[] = [];
  for (let from = 0; from < items.length; from += rowsAtOnce) {
    if (from > 0) await otherWork();
    const to = from + rowsAtOnce;
    const some = wellFormed({ items: items.slice(from, to), ...(terms && { terms: terms.slice(from, to) }) });
    rows.push(...(await extractionRows({ ...extraction, ...some }, tokenize)));
  }
  return rows;
}

function setDone({ statement }: Session, tenant: string, id: string, extraction: Extraction): void {
  const { engine, meta } = extraction;
  const { changes } = statement(
    `UPDATE documents SET status = 'done', fault = NULL, engine = ?, meta = ?, issuer = ?, counts = ?, filling = NULL,
       untracked = 1, updated_at = ? WHERE tenant = ? AND id = ?`,
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

function linkFound(session: Session, tenant: string, id: string, { meta }: Extraction): void {
  unlinkFound(session, id);
  const { proposalNumber: number, body, session: sitting } = meta;
  if (number !== null)
    linkDocument(session, tenant, id, { number, body, session: sitting, title: null }, 'found');
}
