import type { BlobStore } from '../../../app/ports/blob-store.js';
import { connectMongo, type MongoAt } from '../../mongo/connection.js';
import { mongoFault } from '../../mongo/fault.js';
import { guardedMongo } from '../../mongo/guarded-mongo.js';
import { onceMoreWhenTaken } from '../../mongo/taken.js';
import { assertSha256, isSha256 } from '../shared/sha256.js';
import { type LargeFiles, largeFiles, type Original } from './large-files.js';

/** Up to here an original stands in its record: one write and one read instead of eight. Most replies are smaller. */
const inRecordBytes = 1024 * 1024;

/**
 * Originals in MongoDB: small ones in a record, others in GridFS. The record by digest, written last and by a majority,
 * makes it the original: an upload cut short is no original, and of two at once one is.
 */
export async function openGridFsBlobs(at: MongoAt): Promise<BlobStore> {
  const connection = await connectMongo(at);
  const files = largeFiles(connection);
  try {
    await files.sweep();
  } catch (error) {
    await connection.close();
    throw mongoFault(at.url, error);
  }
  const blobs: BlobStore = {
    ...methods(files),
    async close() {
      await connection.close();
    },
  };
  return guardedMongo(connection, at, blobs);
}

function methods(files: LargeFiles): Omit<BlobStore, 'close'> {
  const { originals } = files;
  const find = async (sha256: string, projection: { bytes?: 0 } = {}): Promise<Original | null> =>
    isSha256(sha256)
      ? originals.findOne({ _id: sha256 }, { projection, readConcern: { level: 'majority' } })
      : null;

  return {
    async put(sha256, bytes) {
      assertSha256(sha256);
      if (bytes.length > inRecordBytes) {
        if (!(await find(sha256, { bytes: 0 }))) await files.put(sha256, bytes);
        return;
      }
      // Changes nothing where it is there already, and waits for the majority either way.
      const update = { $setOnInsert: { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) } };
      await onceMoreWhenTaken(() =>
        originals.updateOne({ _id: sha256 }, update as object, {
          upsert: true,
          writeConcern: { w: 'majority' },
        }),
      );
    },
    async get(sha256) {
      const original = await find(sha256);
      if (original?.bytes) return original.bytes.buffer;
      return original?.file ? files.get(original.file) : null;
    },
    async has(sha256) {
      return (await find(sha256, { bytes: 0 })) !== null;
    },
    async remove(sha256) {
      if (!isSha256(sha256)) return false;
      const original = await originals.findOneAndDelete(
        { _id: sha256 },
        { projection: { bytes: 0 }, writeConcern: { w: 'majority' } },
      );
      if (original?.file) await files.remove(original.file);
      return original !== null;
    },
  };
}
