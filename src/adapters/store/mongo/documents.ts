import type { Connection } from 'mongoose';
import type { LedgerStore } from '../../../app/ports/ledger-store.js';
import type { StoredDocument } from '../../../domain/document.js';
import { JiannuoError } from '../../../domain/errors.js';
import { documentId } from '../../../domain/identity.js';
import { onceMoreWhenTaken } from '../../mongo/taken.js';
import { documentCursor } from '../shared/cursor.js';
import { storedCounts, storedMeta } from '../shared/extraction-rows.js';
import { unpackText } from '../shared/text-codec.js';
import { wellFormed } from '../shared/well-formed.js';
import { type BinRecord, bare, type DocumentRecord, type Models } from './models.js';
import { textRecords, wholeOf } from './text-records.js';

type Documents = Pick<
  LedgerStore,
  | 'addDocument'
  | 'document'
  | 'documents'
  | 'unqueued'
  | 'markQueued'
  | 'unfinished'
  | 'untracked'
  | 'saveText'
  | 'text'
  | 'documentsChanged'
  | 'fail'
>;

const now = (): string => new Date().toISOString();

export function toDocument({
  _id,
  queued: _,
  untracked: __,
  found: ___,
  given: ____,
  ...rest
}: DocumentRecord): StoredDocument {
  return { id: _id, ...rest, meta: storedMeta(rest.meta), counts: storedCounts(rest.counts) };
}

/** Throws `not-found` where an update touched no document. */
function touched(matched: number, id: string): void {
  if (matched === 0) throw new JiannuoError('not-found', { what: 'document', id });
}

export function documentMethods(connection: Connection, models: Models): Documents {
  const { documents, texts, tenants, held, bin } = models;
  const knownPlaces = new Set<string>();

  const rememberPlace = async (tenant: string, place: string | null) => {
    const key = JSON.stringify([tenant, place]);
    if (knownPlaces.has(key)) return;
    const places = place === null ? [] : [place];
    const update = { $addToSet: { places: { $each: places } }, $setOnInsert: { registry: 0 } };
    await onceMoreWhenTaken(() => tenants.updateOne({ _id: tenant }, update, { upsert: true }));
    knownPlaces.add(key);
  };

  const binnedFault = async (id: string): Promise<JiannuoError | null> => {
    const binned = await bin.findOne({ _id: id }, { record: 1 }).lean<BinRecord>();
    return binned && new JiannuoError('document-binned', { id, name: binned.record.name });
  };

  /** Documents of which `what` holds, the longest unmoved first. */
  const unmoved = async (what: object, before: string, limit: number, after?: StoredDocument) => {
    const later = after && {
      $or: [{ updatedAt: { $gt: after.updatedAt } }, { updatedAt: after.updatedAt, _id: { $gt: after.id } }],
    };
    const records = await documents
      .find({ ...what, updatedAt: { $lt: before }, ...later })
      .sort({ updatedAt: 1, _id: 1 })
      .limit(limit)
      .lean<DocumentRecord[]>();
    return records.map(toDocument);
  };

  return {
    async addDocument(given) {
      const { tenant, place, sha256, name, size } = wellFormed(given);
      const id = documentId(tenant, sha256);
      const binned = await binnedFault(id);
      if (binned) throw binned;
      await rememberPlace(tenant, place);
      const at = now();
      const fresh = {
        ...{ tenant, place, sha256, name, size, format: null, status: 'received', fault: null, warnings: [] },
        ...{
          characters: null,
          engine: null,
          meta: null,
          counts: null,
          queued: false,
          found: null,
          given: [],
        },
        ...{ receivedAt: at, updatedAt: at },
      };
      // An update that changes nothing still waits until the first one is on a majority.
      const result = await onceMoreWhenTaken(() =>
        documents.collection.findOneAndUpdate(
          { _id: id as never },
          { $setOnInsert: fresh },
          { upsert: true, returnDocument: 'after', includeResultMetadata: true },
        ),
      );
      const created = result.lastErrorObject?.updatedExisting === false;
      // Put into the bin between the look there and the upsert: it stands in one of the two only.
      const meanwhile = created ? await binnedFault(id) : null;
      if (meanwhile) {
        await bare<DocumentRecord>(documents).deleteOne({ _id: id, receivedAt: at });
        throw meanwhile;
      }
      return { document: toDocument(result.value as unknown as DocumentRecord), created };
    },

    async document(tenant, id) {
      const record = await bare(documents).findOne({ _id: id, tenant });
      return record && toDocument(record);
    },

    async documents(tenant, { limit, cursor, status }) {
      const after = documentCursor.decode(cursor);
      const older = after && {
        receivedAt: { $lte: after[0] },
        $or: [{ receivedAt: { $lt: after[0] } }, { _id: { $lt: after[1] } }],
      };
      const records = await documents
        .find({ tenant, ...(status && { status }), ...older })
        .sort({ receivedAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<DocumentRecord[]>();
      const rows = records.slice(0, limit).map(toDocument);
      const last = rows.at(-1);
      const more = records.length > limit && last !== undefined;
      return { rows, nextCursor: more ? documentCursor.encode([last.receivedAt, last.id]) : null };
    },

    async documentsChanged(tenant, { at, id }, limit) {
      const records = await documents
        .find({
          tenant,
          updatedAt: { $gte: at },
          $or: [{ updatedAt: { $gt: at } }, { _id: { $gt: id } }],
        })
        .sort({ updatedAt: 1, _id: 1 })
        .limit(limit)
        .lean<DocumentRecord[]>();
      return Promise.all(
        records.map(async (record) => {
          const isHeld = record.status === 'done' && record.untracked === false;
          const spokenOf = isHeld ? await held.distinct('targetItem', { otherDocument: record._id }) : null;
          return { document: toDocument(record), evidence: spokenOf?.length ?? null };
        }),
      );
    },

    async unqueued(limit) {
      const records = await documents
        .find({ queued: false, status: 'received' })
        // Sees marks at once, which wait for no majority.
        .readConcern('local')
        .sort({ receivedAt: 1, _id: 1 })
        .limit(limit)
        .lean<DocumentRecord[]>();
      return records.map(toDocument);
    },

    async markQueued(tenant, id) {
      // Not waited for on a majority: a mark that is lost makes the relay queue the same job again.
      const loosely = { writeConcern: { w: 1, j: false } };
      const { matchedCount } = await bare(documents).updateOne(
        { _id: id, tenant },
        { $set: { queued: true } },
        loosely,
      );
      touched(matchedCount, id);
    },

    unfinished: (...page) => unmoved({ status: { $in: ['received', 'read'] } }, ...page),
    untracked: (...page) => unmoved({ untracked: true }, ...page),

    async saveText(tenant, id, given) {
      const { set, parts } = await textRecords(id, given);
      await connection.transaction(async (session) => {
        const read = { $set: { ...set, status: 'read', fault: null, updatedAt: now() } };
        const result = await documents.updateOne({ _id: id, tenant }, read, { session });
        touched(result.matchedCount, id);
        await texts.deleteMany({ documentId: id }, { session });
        await texts.collection.insertMany(parts as never[], { session });
      });
    },

    async text(tenant, id) {
      if (!(await documents.exists({ _id: id, tenant }))) return null;
      const parts = await texts.find({ documentId: id }).sort({ part: 1 }).lean();
      return parts.length === 0 ? null : unpackText(wholeOf(parts));
    },

    async fail(tenant, id, fault) {
      const set = { status: 'failed', fault: wellFormed(fault), updatedAt: now() };
      touched((await documents.updateOne({ _id: id, tenant }, { $set: set })).matchedCount, id);
    },
  };
}
