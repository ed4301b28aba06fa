import { setImmediate as otherWork } from 'node:timers/promises';
import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { amendments } from '../../../app/standing/added.js';
import { metaAsRead, withCorrections } from '../../../domain/meta-correction.js';
import type { SourceText } from '../../../domain/source-text.js';
import { withAdded } from '../shared/added-items.js';
import { countsOf, type ExtractionRow, extractionRows } from '../shared/extraction-rows.js';
import { keepsChanging, mostTries } from '../shared/keeps-changing.js';
import { packText } from '../shared/text-codec.js';
import { wellFormed } from '../shared/well-formed.js';
import { documentMethods, storeText } from './documents.js';
import { fill, mayFill, rowsAtOnce } from './filling.js';
import { insertItem, removeItems, unitsOf } from './items.js';
import { correctionsIn, setMeta } from './meta-corrections.js';
import { ofDocument, recounted } from './promise-counts.js';
import { linkFound } from './proposals.js';
import { type Session, touchedDocument } from './session.js';
import { decisionsIn } from './tracking/standings.js';
import { forgetUnmentioned } from './units.js';

export function extractionMethods(session: Session, tokenize: Tokenize): Pick<LedgerStore, 'saveExtraction'> {
  const save = async (
    tenant: string,
    id: string,
    given: Extraction,
    text?: SourceText,
    tries = 1,
  ): Promise<void> => {
    const said = decisionsIn(session, tenant, id);
    const source = async () => text ?? documentMethods(session).text(tenant, id);
    const whole = await withAdded(given, said, source, tokenize);
    const corrections = correctionsIn(session, tenant, id);
    const meta = withCorrections(metaAsRead(wellFormed(given.meta)), corrections);
    const extraction = { ...whole, meta, engine: wellFormed(given.engine) };
    const rows = await rowsOf(extraction, tokenize);
    const packed = text && (await packText(text));
    const setWhole = () => {
      if (text && packed) storeText(session, tenant, id, text, packed);
      setDone(session, tenant, id, extraction);
      linkFound(session, tenant, id, extraction.meta);
    };
    if (mayFill(session, id, rows.length)) {
      // Of a run that was cut short.
      const units = unitsOf(session, id);
      const insert = (row: ExtractionRow) => insertItem(session, tenant, id, extraction, row);
      const finish = () => {
        // Perhaps set otherwise while the rows were made ready.
        const now = correctionsIn(session, tenant, id);
        // Hidden until now: none of it was counted.
        recounted(session, tenant, ofDocument(id), setWhole);
        if (now.length !== corrections.length)
          setMeta(session, tenant, id, withCorrections(metaAsRead(meta), now));
        forgetUnmentioned(session, tenant, units);
      };
      await fill(session, tenant, id, rows, { insert, finish });
      return;
    }
    const isSaved = session.write(() => {
      if (amendments(decisionsIn(session, tenant, id)) !== amendments(said)) return false;
      if (correctionsIn(session, tenant, id).length !== corrections.length) return false;
      const units = unitsOf(session, id);
      recounted(session, tenant, ofDocument(id), () => {
        // Not before: rows that a run which was cut short has left are hidden until then, and none of them was counted.
        setWhole();
        const { commitments } = removeItems(session, id);
        for (const row of rows) insertItem(session, tenant, id, extraction, row, commitments);
      });
      forgetUnmentioned(session, tenant, units);
      return true;
    });
    // Somebody has added a promise, taken one back, or set what the document says of itself, meanwhile.
    if (isSaved) return;
    if (tries === mostTries) throw keepsChanging(id, 'saved');
    await save(tenant, id, given, text, tries + 1);
  };
  return { saveExtraction: (tenant, id, given, text) => save(tenant, id, given, text) };
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
