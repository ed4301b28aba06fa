import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import mongoose from 'mongoose';
import { sha256Hex } from '../../src/domain/identity.js';

export interface Known {
  /** Digests of documents' originals, of which none is large. */
  readonly originals: readonly string[];
  /** Ids of documents with rows, others than those of the originals above. */
  readonly documents: readonly string[];
  /** Of a claim's file. */
  readonly proof: string;
  /** Of an original of several megabytes. */
  readonly large: string;
}

/** What was damaged, as `fsck` should name it, in any order. */
export type Planted = readonly string[];

const stranger = (n: number) => Buffer.from(`nobody has handed this in: ${n}`);
const all = <T>(of: readonly (T | undefined)[]): T[] => of.filter((one) => one !== undefined);

/** Twenty faults in a data folder. */
export async function plantInFolder(folder: string, known: Known): Promise<Planted> {
  const originals = join(folder, 'originals');
  const pathOf = (sha256: string) => join(originals, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const [a, b, c, d, e, f, g] = known.originals.map(pathOf);
  for (const path of all([a, b])) await rm(path);
  for (const path of all([c])) await writeFile(path, `${await readFile(path, 'utf8')}。`);
  for (const path of all([d])) await writeFile(path, (await readFile(path, 'utf8')).replace('2026', '2027'));
  for (const path of all([e])) await truncate(path, 40);
  for (const path of all([f, g])) await writeFile(path, '');
  await writeFile(pathOf(known.large), (await readFile(pathOf(known.large))).subarray(1));
  await rm(pathOf(known.proof));
  for (const n of [1, 2]) {
    const path = pathOf(sha256Hex(stranger(n)));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, stranger(n));
  }
  await writeFile(join(originals, '说明.txt'), 'a note');
  await writeFile(join(originals, sha256Hex(stranger(3))), stranger(3));

  const database = new BetterSqlite(join(folder, 'jiannuo.db'));
  database.pragma('foreign_keys = OFF');
  const [sized, rowless, textless, torn, misquoted, gone] = known.documents;
  const run = (sql: string, ...given: unknown[]) => database.prepare(sql).run(...given);
  run('UPDATE documents SET size = size + 1 WHERE id = ?', sized);
  run('DELETE FROM items WHERE document_id = ?', rowless);
  run('DELETE FROM texts WHERE document_id = ?', textless);
  run("UPDATE texts SET packed = x'1f8b0800' WHERE document_id = ?", torn);
  run(
    `UPDATE items SET body = json_set(body, '$.quote', '另一句') WHERE n =
     (SELECT min(n) FROM items WHERE document_id = ?)`,
    misquoted,
  );
  run(
    'DELETE FROM items WHERE document_id = ? AND n > (SELECT min(n) FROM items WHERE document_id = ?)',
    gone,
    gone,
  );
  run("UPDATE items SET document_id = 'none' WHERE document_id = ?", gone);
  database.exec('DROP TRIGGER trail_no_update');
  run(`UPDATE trail SET body = json_set(body, '$.actor', 'person:9') WHERE number = 2`);
  database.close();
  return [
    ...['original-missing', 'original-missing', 'claim-file-missing'],
    ...['original-changed', 'original-changed', 'original-changed', 'original-changed'],
    ...['original-empty', 'original-empty', 'original-orphaned', 'original-orphaned'],
    ...['original-foreign', 'original-foreign', 'original-size', 'rows-missing'],
    ...['text-missing', 'text-damaged', 'quote-changed', 'row-without-document', 'rows-missing'],
    // Rows that are gone are no more counted.
    'counts-differ',
    'trail-broken',
  ];
}

/** Twenty faults in a database. */
export async function plantInMongo(url: string, known: Known): Promise<Planted> {
  const connection = await mongoose.createConnection(url).asPromise();
  const { db } = connection;
  if (!db) throw new Error('no connection');
  const originals = db.collection<{ _id: string; bytes?: unknown }>('originals');
  const put = (_id: string | undefined, bytes: Buffer) =>
    originals.updateOne({ _id: _id ?? '' }, { $set: { bytes } }, { upsert: true });
  const [a, b, c, d, e, f, g] = known.originals;
  for (const _id of all([a, b])) await originals.deleteOne({ _id });
  for (const [n, _id] of all([c, d, e]).entries()) await put(_id, Buffer.from(`changed ${n}`));
  for (const _id of all([f, g])) await put(_id, Buffer.alloc(0));
  const large = await originals.findOne({ _id: known.large });
  await db
    .collection('originals.chunks')
    .deleteOne({ files_id: (large as { file?: unknown } | null)?.file, n: 1 });
  await originals.deleteOne({ _id: known.proof });
  for (const n of [1, 2]) await put(sha256Hex(stranger(n)), stranger(n));
  for (const n of [3, 4]) {
    const _id = new mongoose.mongo.ObjectId();
    await db.collection('originals.files').insertOne({ _id, length: n, chunkSize: 261_120 });
  }
  const documents = db.collection<{ _id: string }>('documents');
  const [sized, rowless, textless, torn, misquoted, gone] = known.documents;
  await documents.updateOne({ _id: sized ?? '' }, { $inc: { size: 1 } });
  await db.collection('items').deleteMany({ documentId: rowless });
  await db.collection('texts').deleteMany({ documentId: textless });
  await db.collection('texts').updateMany({ documentId: torn }, { $set: { packed: Buffer.from('none') } });
  await db.collection('items').updateOne({ documentId: misquoted }, { $set: { 'item.quote': '另一句' } });
  const kept = await db.collection('items').findOne({ documentId: gone });
  await db.collection('items').deleteMany({ documentId: gone, itemId: { $ne: kept?.itemId } });
  await db.collection('items').updateMany({ documentId: gone }, { $set: { documentId: 'none' } });
  await db.collection('trail').updateOne({ number: 2 }, { $set: { actor: 'person:9' } });
  await connection.close();
  return [
    ...['original-missing', 'original-missing', 'claim-file-missing'],
    ...['original-changed', 'original-changed', 'original-changed', 'original-unreadable'],
    ...['original-empty', 'original-empty', 'original-orphaned', 'original-orphaned'],
    ...['original-foreign', 'original-foreign', 'original-size', 'rows-missing'],
    ...['text-missing', 'text-damaged', 'quote-changed', 'row-without-document', 'rows-missing'],
    // Rows that are gone are no more counted.
    'counts-differ',
    'trail-broken',
  ];
}

/** Three kept counts of a data folder made wrong: one is too high, one gone, one of promises that are not there. */
export async function miscountInFolder(folder: string): Promise<number> {
  const database = new BetterSqlite(join(folder, 'jiannuo.db'));
  const run = (sql: string) => database.prepare(sql).run().changes;
  const one = (axis: string) =>
    `axis = '${axis}' AND level = 4 AND period = (SELECT min(period) FROM promise_counts WHERE axis = '${axis}' AND level = 4)`;
  const wrong =
    run(`UPDATE promise_counts SET open = open + 1 WHERE ${one('strength')} AND value = 'plain'`) +
    run(`DELETE FROM promise_counts WHERE ${one('place')}`) +
    run(`INSERT INTO promise_counts VALUES ('default', 10, '2031-01-01', 'unit', 'u', 2, 0, 0, 0, 0)`);
  database.close();
  return wrong;
}

/** The same in a database. */
export async function miscountInMongo(url: string): Promise<number> {
  const connection = await mongoose.createConnection(url).asPromise();
  // What waits is added up first, else a count that is not there yet could be made wrong by nobody.
  const counts = connection.collection<{ _id: string }>('promise_counts');
  const first = async (axis: string, more: object = {}) =>
    (await counts.findOne({ axis, level: 4, ...more } as never, { sort: { period: 1, value: 1 } }))?._id ??
    '';
  const raised = await counts.updateOne({ _id: await first('strength', { value: 'plain' }) }, {
    $inc: { open: 1 },
  } as never);
  const gone = await counts.deleteOne({ _id: await first('place') });
  const unit = { tenant: 'default', level: 10, period: '2031-01-01', axis: 'unit', value: 'u' };
  const none = { open: 0, vague: 0, metAhead: 0, metPast: 0 };
  const more = await counts.insertOne({ _id: 'planted', ...unit, promises: 2, ...none } as never);
  await connection.close();
  return raised.modifiedCount + gone.deletedCount + Number(more.acknowledged);
}
