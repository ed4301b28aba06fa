import type { ClientSession, Connection } from 'mongoose';
import type { BinStore } from '../../../app/ports/bin-store.js';
import type { Tokenize } from '../../../app/ports/ledger-store.js';
import type { BinnedDocument } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import { binPayload, notBinned, packPayload, unpackPayload } from '../shared/bin-payload.js';
import { documentCursor } from '../shared/cursor.js';
import { storedItem } from '../shared/extraction-rows.js';
import { keepsChanging, mostTries } from '../shared/keeps-changing.js';
import { unpackText } from '../shared/text-codec.js';
import { wellFormed } from '../shared/well-formed.js';
import { toDocument } from './documents.js';
import { extractionSaver } from './extraction.js';
import { type BinRecord, bare, type DocumentRecord, type ItemRecord, type Models } from './models.js';
import { recounted } from './promise-counts.js';
import { partsOf, textRecords, wholeOf } from './text-records.js';
import { project } from './tracking/standings.js';
import type { HeldRecord } from './tracking-models.js';
import { forgetUnmentioned } from './units.js';
import { forgetProposals } from './unneeded-proposals.js';

const toBinned = ({ record, binnedAt, binnedBy }: BinRecord): BinnedDocument => ({
  document: toDocument(record),
  binnedAt,
  binnedBy,
});

const missing = (id: string) => new JiannuoError('not-found', { what: 'document', id });

/** Takes out all that the ledger has of a document but its own record; gives units that perhaps nobody mentions any more. */
async function removeAll(
  models: Models,
  session: ClientSession,
  tenant: string,
  id: string,
): Promise<readonly string[]> {
  const { held, standings, facts, tracked, items, texts } = models;
  const spokenOf = await held
    .find({ otherDocument: id, targetDocument: { $ne: id } }, { targetDocument: 1, targetItem: 1 })
    .session(session)
    .lean<Pick<HeldRecord, 'targetDocument' | 'targetItem'>[]>();
  await held.deleteMany({ $or: [{ targetDocument: id }, { otherDocument: id }] }, { session });
  await standings.deleteMany({ documentId: id }, { session });
  await facts.deleteMany({ documentId: id }, { session });
  await tracked.deleteOne({ _id: id }, { session });
  const units: string[] = await items.distinct('unitIds', { documentId: id }).session(session);
  await recounted(models, session, tenant, { documentId: id }, () =>
    items.deleteMany({ documentId: id }, { session }),
  );
  await texts.deleteMany({ documentId: id }, { session });
  const touched = new Map<string, Set<string>>();
  for (const { targetDocument, targetItem } of spokenOf)
    touched.set(targetDocument, (touched.get(targetDocument) ?? new Set()).add(targetItem));
  const left = [...units];
  for (const [document, itemIds] of touched)
    left.push(...(await project(models, session, tenant, document, itemIds)).left);
  return left;
}

export function binMethods(connection: Connection, models: Models, tokenize: Tokenize): BinStore {
  const { documents, items, texts, bin, binParts, claims } = models;
  const save = extractionSaver(connection, models, tokenize);

  const payloadOf = async (record: DocumentRecord) => {
    const parts = await texts.find({ documentId: record._id }).sort({ part: 1 }).lean();
    const rows = await items
      .find({ documentId: record._id }, { item: 1 })
      .sort({ start: 1, itemId: 1 })
      .lean<Pick<ItemRecord, 'item'>[]>();
    const text = parts.length === 0 ? null : await unpackText(wholeOf(parts));
    const said = rows.map(({ item }) => storedItem(item));
    return packPayload(binPayload(toDocument(record), text, said));
  };

  /** Out of the bin and into the documents. Where another has taken it out, the document may have changed since: it stays. */
  const putBack = async (session: ClientSession, { _id, binnedAt, record }: BinRecord) => {
    const taken = await bin.deleteOne({ _id, binnedAt }, { session });
    if (taken.deletedCount === 0) throw notBinned(_id);
    await binParts.deleteMany({ documentId: _id }, { session });
    const { status } = record;
    const updatedAt = new Date().toISOString();
    const untracked = status === 'done' || (record.untracked ?? false);
    const queued = status !== 'received' && record.queued;
    const restored = { ...record, updatedAt, untracked, queued };
    await bare<DocumentRecord>(documents).replaceOne({ _id }, restored, { upsert: true, session });
  };

  return {
    async binDocument(tenant, id, given) {
      const by = wellFormed(given);
      for (let tries = 1; tries <= mostTries; tries += 1) {
        const seen = await bare<DocumentRecord>(documents).findOne({ _id: id, tenant });
        if (!seen) throw missing(id);
        const parts = partsOf(id, await payloadOf(seen));
        const binnedAt = new Date().toISOString();
        let done = false;
        let left: readonly string[] = [];
        await connection.transaction(async (session) => {
          const which = { _id: id, tenant, updatedAt: seen.updatedAt };
          const record = await bare<DocumentRecord>(documents).findOneAndDelete(which, { session });
          done = record !== null;
          if (!record) return;
          left = await removeAll(models, session, tenant, id);
          const { sha256 } = record;
          const binned: BinRecord = { _id: id, tenant, sha256, binnedAt, binnedBy: by, record };
          await bin.collection.insertOne(binned as never, { session });
          await binParts.collection.insertMany(parts as never[], { session });
        });
        if (!done) continue;
        await forgetUnmentioned(models, tenant, [...new Set(left)]);
        await forgetProposals(models, tenant, [seen.found]);
        return { document: toDocument(seen), binnedAt, binnedBy: by };
      }
      throw keepsChanging(id, 'binned');
    },

    async binned(tenant, { limit, cursor }) {
      const after = documentCursor.decode(cursor);
      const older = after && {
        binnedAt: { $lte: after[0] },
        $or: [{ binnedAt: { $lt: after[0] } }, { _id: { $lt: after[1] } }],
      };
      const records = await bin
        .find({ tenant, ...older })
        .sort({ binnedAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<BinRecord[]>();
      const rows = records.slice(0, limit).map(toBinned);
      const last = rows.at(-1);
      const more = records.length > limit && last !== undefined;
      return { rows, nextCursor: more ? documentCursor.encode([last.binnedAt, last.document.id]) : null };
    },

    async binnedDocument(tenant, id) {
      const record = await bin.findOne({ _id: id, tenant }).lean<BinRecord>();
      return record && toBinned(record);
    },

    async restoreDocument(tenant, id) {
      const found = await bin.findOne({ _id: id, tenant }).lean<BinRecord>();
      if (!found) throw notBinned(id);
      const parts = await binParts.find({ documentId: id }).sort({ part: 1 }).lean();
      // Taken out by another between the two reads.
      if (parts.length === 0) throw notBinned(id);
      const { text, extraction } = await unpackPayload(wholeOf(parts));
      if (extraction) {
        const { status, fault, found: link } = found.record;
        // Once it is back, its rows may have to be written anew: its own record is as people have left it by then.
        let isBack = false;
        await save(tenant, id, extraction, text ?? undefined, {
          before: async (session) => {
            if (!isBack) await putBack(session, found);
          },
          after: async (session) => {
            const set = { status, fault, ...(isBack ? {} : { found: link, untracked: status === 'done' }) };
            await documents.updateOne({ _id: id }, { $set: set }, { session });
          },
          committed: () => {
            isBack = true;
          },
        });
      } else {
        const records = text && (await textRecords(id, text));
        await connection.transaction(async (session) => {
          await putBack(session, found);
          await texts.deleteMany({ documentId: id }, { session });
          if (records) await texts.collection.insertMany([...records.parts] as never[], { session });
        });
      }
      const restored = await bare<DocumentRecord>(documents).findOne({ _id: id, tenant });
      if (!restored) throw missing(id);
      return toDocument(restored);
    },

    async emptyBin(tenant, before, limit) {
      const old = await bin
        .find({ tenant, binnedAt: { $lt: before } })
        .sort({ binnedAt: 1, _id: 1 })
        .limit(limit)
        .lean<BinRecord[]>();
      const removed: BinnedDocument[] = [];
      for (const record of old) {
        let gone = false;
        await connection.transaction(async (session) => {
          const { _id, binnedAt } = record;
          gone = (await bin.deleteOne({ _id, binnedAt }, { session })).deletedCount === 1;
          if (gone) await binParts.deleteMany({ documentId: _id }, { session });
        });
        if (gone) removed.push(toBinned(record));
      }
      return removed;
    },

    async namedOriginals(sha256s) {
      const asked = { $in: [...sha256s] };
      const named = await Promise.all([
        documents.distinct('sha256', { sha256: asked }),
        bin.distinct('sha256', { sha256: asked }),
        claims.distinct('body.files.sha256', { 'body.files.sha256': asked }),
      ]);
      const given = new Set(sha256s);
      return new Set((named.flat() as string[]).filter((sha256) => given.has(sha256)));
    },
  };
}
