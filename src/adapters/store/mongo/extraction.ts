import type { ClientSession, Connection } from 'mongoose';
import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import {
  commitmentIdOf,
  type ExtractionRow,
  extractionRows,
  stanceCounts,
} from '../shared/extraction-rows.js';
import { unitIdsOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { DocumentRecord, ItemRecord, Models, ProposalLink } from './models.js';
import { registerProposal } from './proposals.js';
import { createRegistry, type Resolved } from './registry.js';

const missing = (id: string) => new JiannuoError('not-found', { what: 'document', id });

export function extractionMethods(
  connection: Connection,
  models: Models,
  tokenize: Tokenize,
): Pick<LedgerStore, 'saveExtraction'> {
  const registry = createRegistry(models);

  return {
    async saveExtraction(tenant, id, given) {
      const extraction = wellFormed(given);
      const rows = await extractionRows(extraction, tokenize);
      const document = await models.documents
        .findOne({ _id: id, tenant }, { name: 1 })
        .lean<DocumentRecord>();
      if (!document) throw missing(id);
      const found = await foundLink(models, tenant, extraction);
      const names = [...new Set(rows.flatMap(({ unitNames }) => unitNames))];
      // A name that changed its unit meanwhile was resolved the old way: once more, the new way.
      let resolved: Resolved;
      do {
        resolved = await registry.resolve(tenant, names);
        const { unitByName } = resolved;
        const records = rows.map((row) => toRecord(tenant, id, document.name, extraction, row, unitByName));
        await connection.transaction((session) =>
          replaceItems(models, session, { tenant, id, extraction, records, found }),
        );
      } while (!(await registry.stillHolds(tenant, resolved)));
    },
  };
}

async function foundLink(models: Models, tenant: string, { meta }: Extraction): Promise<ProposalLink | null> {
  const { proposalNumber: number, body, session } = meta;
  if (number === null) return null;
  return { id: await registerProposal(models, tenant, { number, body, session, title: null }), number };
}

interface Replacement {
  readonly tenant: string;
  readonly id: string;
  readonly extraction: Extraction;
  readonly records: readonly ItemRecord[];
  readonly found: ProposalLink | null;
}

async function replaceItems(models: Models, session: ClientSession, replacement: Replacement): Promise<void> {
  const { tenant, id, extraction, found } = replacement;
  const { documents, items } = models;
  const { engine, meta } = extraction;
  const counts = stanceCounts(extraction.items);
  const set = {
    status: 'done',
    fault: null,
    engine,
    meta,
    counts,
    found,
    updatedAt: new Date().toISOString(),
  };
  // Written first: a second run of the same document conflicts here, and waits its turn.
  const before = await documents
    .findOneAndUpdate({ _id: id, tenant }, { $set: set }, { session, projection: { counts: 1 } })
    .lean<DocumentRecord>();
  if (!before) throw missing(id);
  const joins = before.counts === null ? new Map<string, string>() : await removeItems(models, session, id);
  const records = replacement.records.map((record) => {
    const commitmentId = joins.get(record.itemId);
    return commitmentId === undefined ? record : { ...record, commitmentId, joined: true };
  });
  if (records.length > 0) await items.collection.insertMany(records as never[], { session });
}

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
  const { stance, strength, hedged, indicator, start } = item;
  return {
    ...{ _id: `${item.id}@${tenant}`, tenant, itemId: item.id, documentId: id },
    ...{ commitmentId: stance === 'commitment' ? commitmentIdOf(item.id) : null, joined: false },
    ...{ stance, kind: item.kind, strength, hedged, indicator, start, unitNames, terms, ...keys },
    unitIds: unitIdsOf(unitNames, unitByName),
    document: { name, title, kind, issuer, date, proposalNumber },
    item,
  };
}
