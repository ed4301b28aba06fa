import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import type { BlobStore } from '../../../app/ports/blob-store.js';
import { JiannuoError } from '../../../domain/errors.js';
import { connectMongo } from '../../mongo/connection.js';
import { mongoFault } from '../../mongo/fault.js';
import { onceMoreWhenTaken } from '../../mongo/taken.js';
import { guarded } from '../../shared/guarded.js';
import { assertSha256, isSha256 } from '../shared/sha256.js';

const bucketName = 'originals';

/**
 * Originals in GridFS. An upload goes in under an id of its own; the record in `originals` by digest, written last and
 * by a majority, makes it the original: an upload cut short is no original, and of two at once one is.
 */
export async function openGridFsBlobs({ url }: { url: string }): Promise<BlobStore> {
  const connection = await connectMongo(url);
  const { db } = connection;
  if (!db) throw new JiannuoError('internal', { reason: 'no connection' });
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName, writeConcern: { w: 'majority' } });
  const originals = db.collection<{ _id: string; file: mongoose.mongo.ObjectId }>(bucketName);
  const find = async (sha256: string) =>
    isSha256(sha256) ? originals.findOne({ _id: sha256 }, { readConcern: { level: 'majority' } }) : null;

  const blobs: BlobStore = {
    async put(sha256, bytes) {
      assertSha256(sha256);
      if (await find(sha256)) return;
      const upload = bucket.openUploadStream(sha256);
      await pipeline(Readable.from([bytes]), upload);
      // Changes nothing where another was first, and waits for the majority either way.
      const kept = await onceMoreWhenTaken(() =>
        originals.findOneAndUpdate(
          { _id: sha256 },
          { $setOnInsert: { file: upload.id } },
          { upsert: true, returnDocument: 'after', writeConcern: { w: 'majority' } },
        ),
      );
      if (kept && !kept.file.equals(upload.id)) await bucket.delete(upload.id);
    },
    async get(sha256) {
      const original = await find(sha256);
      if (!original) return null;
      const chunks: Buffer[] = [];
      for await (const chunk of bucket.openDownloadStream(original.file)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    async has(sha256) {
      return (await find(sha256)) !== null;
    },
    async close() {
      await connection.close();
    },
  };
  return guarded(blobs, (error) => mongoFault(url, error));
}
