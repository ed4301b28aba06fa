import { randomBytes } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openGridFsBlobs } from '../../src/adapters/blobs/gridfs/gridfs.store.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { blobStoreContract } from './blob-store.contract.js';

const server = inject('mongodbUrl');

blobStoreContract('gridfs', () => openGridFsBlobs({ url: databaseUrl(server, `blobs_${process.pid}`) }));

let url: string;
let connection: Connection;
beforeEach(async () => {
  url = databaseUrl(server, `blobs_${process.pid}_${randomBytes(4).toString('hex')}`);
  connection = await mongoose.createConnection(url).asPromise();
});
afterEach(() => connection.close());

const counts = async () => {
  const count = (name: string) => connection.db?.collection(name).countDocuments();
  return {
    originals: await count('originals'),
    files: await count('originals.files'),
    chunks: await count('originals.chunks'),
    uploads: await count('originals.uploads'),
  };
};

it('keeps one file of uploads that came at once', async () => {
  const blobs = await openGridFsBlobs({ url });
  const bytes = Buffer.alloc(1_500_000, 7);
  await Promise.all(Array.from({ length: 10 }, () => blobs.put(sha256Hex(bytes), bytes)));
  await blobs.close();
  expect(await counts()).toEqual({ originals: 1, files: 1, chunks: 6, uploads: 0 });
});

it('keeps a small original in its record', async () => {
  const blobs = await openGridFsBlobs({ url });
  const bytes = randomBytes(100_000);
  await Promise.all(Array.from({ length: 5 }, () => blobs.put(sha256Hex(bytes), bytes)));
  expect(await blobs.get(sha256Hex(bytes)).then((got) => got && sha256Hex(got))).toBe(sha256Hex(bytes));
  await blobs.close();
  expect(await counts()).toEqual({ originals: 1, files: 0, chunks: 0, uploads: 0 });
});

it('removes what uploads that were cut short have left, and leaves those under way', async () => {
  const whole = randomBytes(1_500_000);
  const first = await openGridFsBlobs({ url });
  await first.put(sha256Hex(whole), whole);
  await first.close();
  const cutShort = async (at: Date) => {
    const id = mongoose.mongo.ObjectId.createFromTime(at.getTime() / 1_000);
    await connection.db?.collection('originals.uploads').insertOne({ _id: id });
    await connection.db
      ?.collection('originals.chunks')
      .insertMany([0, 1, 2].map((n) => ({ files_id: id, n, data: Buffer.alloc(100) })));
  };
  await cutShort(new Date(Date.now() - 2 * 3_600_000));
  await cutShort(new Date());
  expect(await counts()).toEqual({ originals: 1, files: 1, chunks: 12, uploads: 2 });
  const again = await openGridFsBlobs({ url });
  expect(await counts()).toEqual({ originals: 1, files: 1, chunks: 9, uploads: 1 });
  expect(await again.get(sha256Hex(whole)).then((got) => got && sha256Hex(got))).toBe(sha256Hex(whole));
  await again.close();
});
