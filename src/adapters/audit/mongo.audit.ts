import type mongoose from 'mongoose';
import type { DataAudit, KeptOriginal } from '../../app/ports/data-audit.js';
import type { Claim } from '../../domain/decision.js';
import { JiannuoError } from '../../domain/errors.js';
import { phrase } from '../../domain/phrase.js';
import { largeFiles, type Original } from '../blobs/gridfs/large-files.js';
import { connectMongo } from '../mongo/connection.js';
import { mongoFault } from '../mongo/fault.js';
import { countCorrection } from '../store/mongo/count-correction.js';
import type { DocumentRecord, ItemRecord, TextRecord } from '../store/mongo/models.js';
import { unpackText } from '../store/shared/text-codec.js';

const bucket = 'originals';

/** Records, and GridFS files that no record names and no upload under way has begun. */
async function* mongoOriginals(
  connection: mongoose.Connection,
  db: mongoose.mongo.Db,
): AsyncGenerator<KeptOriginal> {
  const files = largeFiles(connection);
  for await (const { _id, file } of files.originals.find({}, { projection: { bytes: 0 } }))
    yield {
      place: `${bucket} ${_id}`,
      sha256: _id,
      read: async () => {
        if (file) return files.get(file);
        const record = await files.originals.findOne({ _id });
        return record?.bytes?.buffer ?? new Uint8Array();
      },
    };
  for await (const { _id } of db.collection(`${bucket}.files`).find({}, { projection: { _id: 1 } })) {
    const owners = [
      files.originals.findOne({ file: _id }, { projection: { _id: 1 } }),
      db.collection(`${bucket}.uploads`).findOne({ _id }),
    ];
    if ((await Promise.all(owners)).every((owner) => owner === null))
      yield { place: `${bucket}.files ${_id}`, sha256: null, read: async () => new Uint8Array() };
  }
}

/** A MongoDB database, read by majority. The server checks its own files. Faults: as the ledger's. */
export async function mongoAudit(url: string): Promise<DataAudit> {
  const connection = await connectMongo({ url });
  const { db } = connection;
  if (!db) throw new JiannuoError('internal', { reason: phrase('没有连接', 'no connection') });
  const documents = db.collection<DocumentRecord>('documents');
  const items = db.collection<ItemRecord>('items');
  const bin = db.collection<{ _id: string; sha256: string }>('bin');
  const claims = db.collection<{ _id: string; tenant: string; body: Claim }>('claims');
  async function* claimFiles() {
    const projection = { tenant: 1, 'body.files.sha256': 1 };
    for await (const { _id, tenant, body } of claims.find({}, { projection }))
      for (const { sha256 } of body.files ?? []) yield { claim: _id, tenant, sha256 };
  }
  async function* guarded<T>(rows: AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* rows;
    } catch (error) {
      throw mongoFault(url, error);
    }
  }
  const asked =
    <Given extends readonly unknown[], T>(step: (...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> => {
      try {
        return await step(...given);
      } catch (error) {
        throw mongoFault(url, error);
      }
    };

  return {
    damage: async () => [],
    originals: () => guarded(mongoOriginals(connection, db)),
    hasOriginal: asked(
      async (sha256: string) =>
        (await db.collection<Original>(bucket).findOne({ _id: sha256 }, { projection: { _id: 1 } })) !== null,
    ),
    documentIds: () =>
      guarded(
        (async function* () {
          for await (const { _id } of documents.find({}, { projection: { _id: 1 } }).sort({ _id: 1 }))
            yield _id;
        })(),
      ),
    document: asked(async (id: string) => {
      const record = await documents.findOne({ _id: id });
      if (!record) return null;
      const rows = await items.find({ documentId: id }, { projection: { item: 1 } }).toArray();
      const { tenant, name, sha256, size, status, counts } = record;
      return {
        ...{ tenant, id, name, sha256, size, status },
        counted: counts && (counts.commitments ?? 0) + (counts.achievements ?? 0),
        items: rows.map(({ item }) => item),
        text: asked(async () => {
          const parts = await db
            .collection<TextRecord>('texts')
            .find({ documentId: id })
            .sort({ part: 1 })
            .toArray();
          if (parts.length === 0) return null;
          return (await unpackText(Buffer.concat(parts.map(({ packed }) => Buffer.from(packed.buffer)))))
            .text;
        }),
      };
    }),
    named: () =>
      guarded(
        (async function* () {
          for await (const { sha256 } of documents.find({}, { projection: { _id: 0, sha256: 1 } }))
            yield sha256;
          for await (const { sha256 } of bin.find({}, { projection: { _id: 0, sha256: 1 } })) yield sha256;
          for await (const { sha256 } of claimFiles()) yield sha256;
        })(),
      ),
    claimFiles: () => guarded(claimFiles()),
    strayRows: () =>
      guarded(
        (async function* () {
          const owner = { from: 'documents', localField: 'documentId', foreignField: '_id', as: 'owner' };
          const strays = items.aggregate<Pick<ItemRecord, 'itemId' | 'tenant' | 'documentId'>>([
            { $project: { itemId: 1, tenant: 1, documentId: 1 } },
            { $lookup: { ...owner, pipeline: [{ $project: { _id: 1 } }] } },
            { $match: { owner: [] } },
          ]);
          for await (const { itemId, tenant, documentId } of strays)
            yield { item: itemId, tenant, document: documentId };
        })(),
      ),
    wrongCounts: () =>
      guarded(
        (async function* () {
          // Of a database that no newer version has opened yet there are none.
          if ((await db.listCollections({ name: 'promise_counts' }).toArray()).length === 0) return;
          const known = await Promise.all(
            ['items', 'promise_counts'].map((name) => db.collection(name).distinct('tenant')),
          );
          for (const tenant of [...new Set(known.flat().map(String))].sort()) {
            const cells = (await countCorrection(connection, tenant)).length;
            if (cells > 0) yield { tenant, cells };
          }
        })(),
      ),
    tenantsWithTrail: asked(async () => (await db.collection('trail').distinct('tenant')).map(String).sort()),
    async close() {
      await connection.close();
    },
  };
}
