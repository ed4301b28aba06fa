import type { ClientSession, Connection } from 'mongoose';
import type { Extraction, LedgerStore, Tokenize } from '../../../app/ports/ledger-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import {
  commitmentIdOf,
  type ExtractionRow,
  extractionRows,
  forsakenBy,
  stanceCounts,
} from '../shared/extraction-rows.js';
import { unitIdsOf } from '../shared/registry.js';
import { wellFormed } from '../shared/well-formed.js';
import type { DocumentRecord, ItemRecord, Models, ProposalLink } from './models.js';
import { registerProposal, withLink } from './proposals.js';
import { registerUnits } from './units.js';

const missing = (id: string) => new JiannuoError('not-found', { what: '文档', id });

export function extractionMethods(
  connection: Connection,
  models: Models,
  tokenize: Tokenize,
): Pick<LedgerStore, 'saveExtraction'> {
  const registryOf = async (tenant: string) => (await models.tenants.findById(tenant).lean())?.registry ?? 0;

  return {
    async saveExtraction(tenant, id, given) {
      const extraction = wellFormed(given);
      const rows = extractionRows(extraction, tokenize);
      if (!(await models.documents.exists({ _id: id, tenant }))) throw missing(id);
      const found = await foundLink(models, tenant, extraction);
      const names = [...new Set(rows.flatMap(({ unitNames }) => unitNames))];
      // A name that changed its unit meanwhile was resolved the old way: once more, the new way.
      for (let registry = await registryOf(tenant); ; ) {
        const unitByName = await registerUnits(models, tenant, names);
        await connection.transaction((session) =>
          replaceItems(models, session, { tenant, id, extraction, rows, found, unitByName }),
        );
        const now = await registryOf(tenant);
        if (now === registry) return;
        registry = now;
      }
    },
  };
}

async function foundLink(models: Models, tenant: string, { meta }: Extraction): Promise<ProposalLink | null> {
  const { proposalNumber: number, body, session } = meta;
  if (number === null) return null;
  const id = await registerProposal(models, tenant, { number, body, session, title: null });
  return { id, number, origin: 'found' };
}

interface Replacement {
  readonly tenant: string;
  readonly id: string;
  readonly extraction: Extraction;
  readonly rows: readonly ExtractionRow[];
  readonly found: ProposalLink | null;
  readonly unitByName: ReadonlyMap<string, string>;
}

async function replaceItems(models: Models, session: ClientSession, replacement: Replacement): Promise<void> {
  const { tenant, id, extraction, rows } = replacement;
  const { documents, items } = models;
  // Written first: a second run of the same document conflicts here, and waits its turn.
  const document = await documents
    .findOneAndUpdate({ _id: id, tenant }, { $set: { status: 'done' } }, { session, returnDocument: 'after' })
    .lean<DocumentRecord>();
  if (!document) throw missing(id);
  const given = document.proposals.filter(({ origin }) => origin === 'given');
  await documents.updateOne(
    { _id: id },
    {
      $set: {
        ...{ fault: null, engine: extraction.engine, meta: extraction.meta },
        counts: stanceCounts(extraction.items),
        proposals: replacement.found ? withLink(given, replacement.found) : given,
        updatedAt: new Date().toISOString(),
      },
    },
    { session },
  );
  const old = await items
    .find({ documentId: id }, { itemId: 1, commitmentId: 1 }, { session })
    .lean<Pick<ItemRecord, 'itemId' | 'commitmentId'>[]>();
  const before = new Map(
    old.flatMap((item) => (item.commitmentId ? [[item.itemId, item.commitmentId] as const] : [])),
  );
  if (old.length > 0) await items.deleteMany({ documentId: id }, { session });
  const records = rows.map((row) => toRecord(replacement, document.name, row, before));
  await addCommitments(models, session, tenant, records, before);
  if (records.length > 0) await items.collection.insertMany(records as never[], { session });
  await dropForsaken(models, session, tenant, forsakenBy(rows, before));
}

function toRecord(
  { tenant, id, extraction, unitByName }: Replacement,
  name: string,
  { item, terms, unitNames, ...keys }: ExtractionRow,
  before: ReadonlyMap<string, string>,
): ItemRecord {
  const { title, kind, issuer, date, proposalNumber } = extraction.meta;
  const { stance, strength, hedged, indicator, start } = item;
  const mentioned = before.get(item.id) ?? commitmentIdOf(item.id);
  return {
    ...{ _id: `${item.id}@${tenant}`, tenant, itemId: item.id, documentId: id },
    commitmentId: stance === 'commitment' ? mentioned : null,
    ...{ stance, kind: item.kind, strength, hedged, indicator, start, unitNames, terms, ...keys },
    unitIds: unitIdsOf(unitNames, unitByName),
    document: { name, title, kind, issuer, date, proposalNumber },
    item,
  };
}

const keyOf = (tenant: string, commitment: string): string => `${commitment}@${tenant}`;

async function addCommitments(
  { commitments }: Models,
  session: ClientSession,
  tenant: string,
  records: readonly ItemRecord[],
  before: ReadonlyMap<string, string>,
): Promise<void> {
  const fresh = records.flatMap(({ itemId, commitmentId }) =>
    commitmentId === null || before.has(itemId) ? [] : [commitmentId],
  );
  if (fresh.length === 0) return;
  const keys = fresh.map((id) => keyOf(tenant, id));
  const known = await commitments.find({ _id: { $in: keys } }, { _id: 1 }, { session }).lean();
  const there = new Set(known.map(({ _id }) => _id));
  const createdAt = new Date().toISOString();
  const wanted = fresh
    .map((id) => ({ _id: keyOf(tenant, id), tenant, id, createdAt }))
    .filter(({ _id }) => !there.has(_id));
  if (wanted.length > 0) await commitments.collection.insertMany(wanted as never[], { session });
}

/** A commitment that no item mentions any more and nobody has spoken on goes with its last mention. */
async function dropForsaken(
  { items, claims, decisions, commitments }: Models,
  session: ClientSession,
  tenant: string,
  forsaken: readonly string[],
): Promise<void> {
  if (forsaken.length === 0) return;
  const which = { tenant, commitmentId: { $in: forsaken } };
  // One after the other: a transaction has one operation at a time.
  const kept = new Set([
    ...(await items.distinct('commitmentId', which, { session })),
    ...(await claims.distinct('commitmentId', which, { session })),
    ...(await decisions.distinct('commitmentId', which, { session })),
  ]);
  const keys = forsaken.filter((id) => !kept.has(id)).map((id) => keyOf(tenant, id));
  await commitments.deleteMany({ _id: { $in: keys } }, { session });
}
