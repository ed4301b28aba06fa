import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';
import { JiannuoError } from '../../../domain/errors.js';
import { phrase } from '../../../domain/phrase.js';

const bucketName = 'originals';
const majority = { writeConcern: { w: 'majority' } } as const;

/** By digest. With its bytes, or with the GridFS file that holds them. */
export interface Original {
  readonly _id: string;
  readonly bytes?: mongoose.mongo.Binary;
  readonly file?: mongoose.mongo.ObjectId;
}

/** An upload under way or cut short: written before its first chunk, gone with the record that makes it an original. */
interface Upload {
  readonly _id: mongoose.mongo.ObjectId;
  /** Its chunks are being removed: it can become no original any more. */
  readonly swept?: boolean;
}

/** No upload takes so long; one of that age was cut short. */
const abandonedMs = 3_600_000;

export interface LargeFiles {
  readonly originals: mongoose.mongo.Collection<Original>;
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  get(file: mongoose.mongo.ObjectId): Promise<Uint8Array>;
  remove(file: mongoose.mongo.ObjectId): Promise<void>;
  /** Removes what uploads that were cut short have left. Gives how many. */
  sweep(): Promise<number>;
}

/** Originals that are too large for a record. */
export function largeFiles(connection: Connection): LargeFiles {
  const { db } = connection;
  if (!db) throw new JiannuoError('internal', { reason: phrase('没有数据库连接', 'there is no connection') });
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName, ...majority });
  const originals = db.collection<Original>(bucketName);
  const uploads = db.collection<Upload>(`${bucketName}.uploads`);

  const remove = async (id: mongoose.mongo.ObjectId) => {
    await db.collection(`${bucketName}.chunks`).deleteMany({ files_id: id }, majority);
    await db.collection(`${bucketName}.files`).deleteOne({ _id: id }, majority);
    await uploads.deleteOne({ _id: id }, majority);
  };

  /** False where another upload of the same content was first. */
  const become = async (sha256: string, file: mongoose.mongo.ObjectId): Promise<boolean> => {
    let first = false;
    await connection.transaction(async (session) => {
      const { deletedCount } = await uploads.deleteOne({ _id: file, swept: { $ne: true } }, { session });
      if (deletedCount === 0)
        throw new JiannuoError('internal', {
          reason: phrase('上传中断过久', 'the upload was interrupted for too long'),
        });
      const update = { $setOnInsert: { file } };
      const { upsertedCount } = await originals.updateOne({ _id: sha256 }, update, { upsert: true, session });
      first = upsertedCount === 1;
    });
    return first;
  };

  return {
    originals,
    async put(sha256, bytes) {
      const upload = bucket.openUploadStream(sha256);
      await uploads.insertOne({ _id: upload.id }, majority);
      await pipeline(Readable.from([bytes]), upload);
      if (!(await become(sha256, upload.id))) await remove(upload.id);
    },
    async get(file) {
      const chunks: Buffer[] = [];
      for await (const chunk of bucket.openDownloadStream(file)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    remove,
    async sweep() {
      const before = mongoose.mongo.ObjectId.createFromTime((Date.now() - abandonedMs) / 1_000);
      const abandoned = await uploads.find({ _id: { $lt: before } }).toArray();
      for (const { _id } of abandoned) {
        const { matchedCount } = await uploads.updateOne({ _id }, { $set: { swept: true } }, majority);
        if (matchedCount === 1) await remove(_id);
      }
      return abandoned.length;
    },
  };
}
