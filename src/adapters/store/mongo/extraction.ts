import type { ClientSession, Connection } from 'mongoose';
import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { proposalId } from '../../../domain/identity.js';
import { commitmentIdOf, countsOf, type ExtractionRow, extractionRows } from '../shared/extraction-rows.js';
import { unitIdsOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { DocumentRecord, ItemRecord, Models } from './models.js';
import { registerProposal } from './proposals.js';
import { createRegistry, type Resolved } from './registry.js';
import { type TextRecords, textRecords } from './text-records.js';

const missing = (id: string) => new JiannuoError('not-found', { what: 'document', id });

export function extractionMethods(
  connection: Connection,
  models: Models,
  tokenize: Tokenize,
): Pick<LedgerStore, 'saveExtraction'> {
  const registry = createRegistry(models);

  return {
    async saveExtraction(tenant, id, given, text) {
      const extraction = wellFormed(given);
      const rows = await extractionRows(extraction, tokenize);
      const newText = text && (await textRecords(id, text));
      const names = [...new Set(rows.flatMap(({ unitNames }) => unitNames))];
      // A name that changed its unit meanwhile was resolved the old way: once more, the new way.
      let resolved: Resolved;
      do {
        resolved = await registry.resolve(tenant, names);
        const { unitByName } = resolved;
        await connection.transaction((session) =>
          replaceItems(models, session, { tenant, id, extraction, rows, unitByName, newText }),
        );
      } while (!(await registry.stillHolds(tenant, resolved)));
    },
  };
}

interface Replacement {
  readonly tenant: string;
  readonly id: string;
  readonly extraction: Extraction;
  readonly rows: readonly ExtractionRow[];
  readonly unitByName: ReadonlyMap<string, string>;
  readonly newText: TextRecords | undefined;
}

async function replaceItems(models: Models, session: ClientSession, replacement: Replacement): Promise<void> {
  const { tenant, id, extraction, newText } = replacement;
  const { documents, items, texts } = models;
  const { engine, meta } = extraction;
  const { proposalNumber: number, body, session: sitting } = meta;
  const proposal = number === null ? null : { number, body, session: sitting, title: null };
  const set = {
    ...{ status: 'done', fault: null, engine, meta, ...newText?.set },
    counts: countsOf(extraction),
    found: proposal && { id: proposalId(tenant, body, sitting, proposal.number), number: proposal.number },
    updatedAt: new Date().toISOString(),
  };
  // Written first: a second run of the same document conflicts here, and waits its turn.
  const before = await documents
    .findOneAndUpdate(
      { _id: id, tenant },
      { $set: set },
      { session, projection: { name: 1, counts: 1, characters: 1 } },
    )
    .lean<DocumentRecord>();
  if (!before) throw missing(id);
  // Outside of the transaction, which would conflict with that of every other document that names it.
  if (proposal) await registerProposal(models, tenant, proposal);
  if (newText) {
    if (before.characters !== null) await texts.deleteMany({ documentId: id }, { session });
    await texts.collection.insertMany(newText.parts as never[], { session });
  }
  const joins = before.counts === null ? new Map<string, string>() : await removeItems(models, session, id);
  const records = recordsOf(replacement, before.name).map((record) => {
    const commitmentId = joins.get(record.itemId);
    return commitmentId === undefined ? record : { ...record, commitmentId, joined: true };
  });
  if (records.length > 0) await items.collection.insertMany(records as never[], { session });
}

const recordsOf = ({ tenant, id, extraction, rows, unitByName }: Replacement, name: string): ItemRecord[] =>
  rows.map((row) => toRecord(tenant, id, name, extraction, row, unitByName));

/** Takes the document's items out; gives the commitments that some were joined to, by item id: joins outlive a re-run. */
async function removeItems(
  { items }: Models,
  session: ClientSession,
  id: string,
): Promise<Map<string, string>> {
  const joined = await items
    .find({ documentId: id, joined: true }, { itemId: 1, commitmentId: 1 }, { session })
    .lean<Pick<ItemRecord, 'itemId' | 'commitmentId'>[]>();
  await items.deleteMany({ documentId: id }, { session });
  return new Map(
    joined.flatMap(({ itemId, commitmentId }) => (commitmentId ? [[itemId, commitmentId]] : [])),
  );
}

function toRecord(
  tenant: string,
  id: string,
  name: string,
  { meta }: Extraction,
  { item, terms, unitNames, ...keys }: ExtractionRow,
  unitByName: ReadonlyMap<string, string>,
): ItemRecord {
  const { title, kind, issuer, date, proposalNumber } = meta;
  const { stance, strength, hedged, missing, indicator, start } = item;
  return {
    ...{ _id: `${item.id}@${tenant}`, tenant, itemId: item.id, documentId: id },
    ...{ commitmentId: stance === 'commitment' ? commitmentIdOf(item.id) : null, joined: false },
    ...{ stance, kind: item.kind, strength, hedged, missing, indicator, start, unitNames, terms, ...keys },
    unitIds: unitIdsOf(unitNames, unitByName),
    document: { name, title, kind, issuer, date, proposalNumber },
    item,
  };
}
