import mongoose from 'mongoose';
import { expect, inject, it } from 'vitest';
import { databaseUrl } from '../../scripts/servers/index.mjs';
import { openGridFsBlobs } from '../../src/adapters/blobs/gridfs/gridfs.store.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { blobStoreContract } from './blob-store.contract.js';

const url = databaseUrl(inject('mongodbUrl'), `blobs_${process.pid}`);

blobStoreContract('gridfs', () => openGridFsBlobs({ url }));

it('keeps one file of uploads that came at once', async () => {
  const blobs = await openGridFsBlobs({ url: databaseUrl(url, `blobs_once_${process.pid}`) });
  const bytes = Buffer.alloc(600_000, 7);
  await Promise.all(Array.from({ length: 10 }, () => blobs.put(sha256Hex(bytes), bytes)));
  await blobs.close();
  const connection = await mongoose
    .createConnection(databaseUrl(url, `blobs_once_${process.pid}`))
    .asPromise();
  expect(await connection.db?.collection('originals.files').countDocuments()).toBe(1);
  await connection.close();
});
