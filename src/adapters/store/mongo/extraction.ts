import type { ClientSession, Connection } from 'mongoose';
import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { amendments } from '../../../app/standing/added.js';
import { JiannuoError } from '../../../domain/errors.js';
import { correctionsOf, metaAsRead, withCorrections } from '../../../domain/meta-correction.js';
import type { SourceText } from '../../../domain/source-text.js';
import { withAdded } from '../shared/added-items.js';
import { commitmentIdOf, countsOf, type ExtractionRow, extractionRows } from '../shared/extraction-rows.js';
import { keepsChanging, mostTries } from '../shared/keeps-changing.js';
import { proposalOf, unitIdsOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import { countedBefore, decidedNames } from './counting.js';
import { documentMethods } from './documents.js';
import { bare, type DocumentRecord, type ItemRecord, type Models } from './models.js';
import { addUpWhenMany, recounted } from './promise-counts.js';
import { foundIn, registerProposal } from './proposals.js';
import { createRegistry, type Resolved } from './registry.js';
import { type TextRecords, textRecords } from './text-records.js';
import { decisionsIn } from './tracking/standings.js';
import { forgetUnmentioned } from './units.js';
import { settleProposals } from './unneeded-proposals.js';

const missing = (id: string) => new JiannuoError('not-found', { what: 'document', id });

export function extractionMethods(
  connection: Connection,
  models: Models,
  tokenize: Tokenize,
): Pick<LedgerStore, 'saveExtraction'> {
  const save = extractionSaver(connection, models, tokenize);
  return { saveExtraction: (tenant, id, given, text) => save(tenant, id, given, text) };
}

/** What else is written in the transaction, before the rows and after them. A name that changed its unit meanwhile brings another. */
interface Around {
  before(session: ClientSession): Promise<void>;
  after(session: ClientSession): Promise<void>;
  /** A transaction has ended well. */
  committed(): void;
}

export function extractionSaver(connection: Connection, models: Models, tokenize: Tokenize) {
  const registry = createRegistry(models);

  const save = async (
    tenant: string,
    id: string,
    given: Extraction,
    text?: SourceText,
    around?: Around,
    tries = 1,
  ): Promise<void> => {
    const decisions = await decisionsIn(models, null, tenant, id);
    const known = await bare<DocumentRecord>(models.documents).findOne(
      { _id: id, tenant },
      { projection: { meta: 1 } },
    );
    // One that comes out of the bin is no document yet, and brings them along.
    const corrections = correctionsOf(known ? known.meta : given.meta);
    const source = async () => text ?? documentMethods(connection, models).text(tenant, id);
    const whole = wellFormed(await withAdded(given, decisions, source, tokenize));
    const extraction = { ...whole, meta: withCorrections(metaAsRead(whole.meta), corrections) };
    const amended = amendments(decisions);
    const rows = await extractionRows(extraction, tokenize);
    const newText = text && (await textRecords(id, text));
    const said = rows.flatMap(({ unitNames }) => unitNames);
    const names = [...new Set([...said, ...(await decidedNames(models, id))])];
    // A name that changed its unit meanwhile was resolved the old way: once more, the new way.
    let resolved: Resolved;
    let unitsBefore: readonly string[] = [];
    let linkBefore: DocumentRecord['found'] = null;
    do {
      resolved = await registry.resolve(tenant, names);
      const { unitByName } = resolved;
      const corrected = corrections.length;
      const replacement = { tenant, id, extraction, rows, unitByName, newText, amended, corrected };
      try {
        await connection.transaction(async (session) => {
          await around?.before(session);
          const old = await replaceItems(models, session, replacement);
          await around?.after(session);
          unitsBefore = [...unitsBefore, ...old.units];
          if (old.found) linkBefore = old.found;
        });
        around?.committed();
      } catch (thrown) {
        if (!(thrown instanceof AmendedMeanwhile)) throw thrown;
        if (tries === mostTries) throw keepsChanging(id, 'saved');
        return save(tenant, id, given, text, around, tries + 1);
      }
    } while (!(await registry.stillHolds(tenant, resolved)));
    const now = new Set(names.map((name) => resolved.unitByName.get(name)));
    const left = [...new Set(unitsBefore)].filter((unit) => !now.has(unit));
    if (left.length > 0) await forgetUnmentioned(models, tenant, left);
    await settleProposals(models, tenant, extraction.meta, linkBefore);
    await addUpWhenMany(connection, models, tenant);
  };
  return save;
}

/** Somebody has added a promise, taken one back, or set what the document says of itself. */
class AmendedMeanwhile extends Error {}

interface Replacement {
  readonly tenant: string;
  readonly id: string;
  readonly extraction: Extraction;
  readonly rows: readonly ExtractionRow[];
  readonly unitByName: ReadonlyMap<string, string>;
  readonly newText: TextRecords | undefined;
  /** How many amendments the extraction knows of. */
  readonly amended: number;
  /** How many corrections of what the document says of itself. */
  readonly corrected: number;
}

/** Gives the units that the items before were of, and the proposal that the document named. */
async function replaceItems(
  models: Models,
  session: ClientSession,
  replacement: Replacement,
): Promise<{ readonly units: readonly string[]; readonly found: DocumentRecord['found'] }> {
  const { tenant, id, extraction, newText } = replacement;
  const { documents, texts } = models;
  const { engine, meta } = extraction;
  const proposal = proposalOf(meta);
  const set = {
    ...{ status: 'done' as const, fault: null, engine, meta, ...newText?.set },
    counts: countsOf(extraction),
    found: foundIn(tenant, meta),
    untracked: true,
    updatedAt: new Date().toISOString(),
  };
  // Written first: a second run of the same document conflicts here, and waits its turn.
  const before = await bare<DocumentRecord>(documents).findOneAndUpdate(
    { _id: id, tenant },
    { $set: set },
    { session, projection: { name: 1, place: 1, counts: 1, characters: 1, meta: 1, found: 1 } },
  );
  if (!before) throw missing(id);
  if (amendments(await decisionsIn(models, session, tenant, id)) !== replacement.amended)
    throw new AmendedMeanwhile();
  if (correctionsOf(before.meta).length !== replacement.corrected) throw new AmendedMeanwhile();
  // Outside of the transaction, which would conflict with that of every other document that names it.
  if (proposal) await registerProposal(models, tenant, proposal);
  if (newText) {
    if (before.characters !== null) await texts.deleteMany({ documentId: id }, { session });
    await texts.collection.insertMany(newText.parts as never[], { session });
  }
  const units = await recounted(models, session, tenant, { documentId: id }, () =>
    replaceRows(models, session, replacement, before),
  );
  return { units, found: before.found };
}

/** Gives the units that the items before were of. */
async function replaceRows(
  models: Models,
  session: ClientSession,
  replacement: Replacement,
  before: NamedDocument & Pick<DocumentRecord, 'counts'>,
): Promise<readonly string[]> {
  const { items } = models;
  const old = before.counts === null ? [] : await removeItems(models, session, replacement.id);
  // Where it stands, until it is tracked anew; joins outlive a re-run.
  const olds = new Map(old.map((item) => [item.itemId, item]));
  const records = recordsOf(replacement, before).map((record) => {
    const was = olds.get(record.itemId);
    if (!was) return { ...record, state: null };
    const join = was.joined && was.commitmentId && { commitmentId: was.commitmentId, joined: true };
    const counted = countedBefore(was, replacement.unitByName);
    return { ...record, state: was.state ?? null, ...counted, ...join };
  });
  if (records.length > 0) await items.collection.insertMany(records as never[], { session });
  return old.flatMap(({ unitIds }) => unitIds);
}

type NamedDocument = Pick<DocumentRecord, '_id' | 'name' | 'place'>;

const recordsOf = (
  { tenant, extraction, rows, unitByName }: Replacement,
  document: NamedDocument,
): ItemRecord[] => rows.map((row) => toRecord(tenant, document, extraction, row, unitByName));

type OldItem = Pick<ItemRecord, 'itemId' | 'commitmentId' | 'joined' | 'unitNames' | 'unitIds' | 'state'>;

/** Takes the document's items out; gives what must be known of them. */
async function removeItems({ items }: Models, session: ClientSession, id: string): Promise<OldItem[]> {
  const old = await items
    .find(
      { documentId: id },
      { itemId: 1, commitmentId: 1, joined: 1, unitNames: 1, unitIds: 1, state: 1 },
      { session },
    )
    .lean<OldItem[]>();
  await items.deleteMany({ documentId: id }, { session });
  return old;
}

export function toRecord(
  tenant: string,
  { _id: documentId, name, place }: NamedDocument,
  { meta }: Pick<Extraction, 'meta'>,
  { item, terms, unitNames, ...keys }: ExtractionRow,
  unitByName: ReadonlyMap<string, string>,
): ItemRecord {
  const { title, kind, issuer, date, proposalNumber, publicity } = meta;
  const { stance, strength, hedged, missing, indicator, start } = item;
  return {
    ...{ _id: `${item.id}@${tenant}`, tenant, itemId: item.id, documentId, place },
    ...{ commitmentId: stance === 'commitment' ? commitmentIdOf(item.id) : null, joined: false },
    ...{ stance, kind: item.kind, strength, hedged, missing, indicator, start, unitNames, terms, ...keys },
    unitIds: unitIdsOf(unitNames, unitByName),
    document: { name, title, kind, issuer, date, proposalNumber, publicity },
    item,
  };
}
