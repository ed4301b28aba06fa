import mongoose, { type Connection } from 'mongoose';
import { JiannuoError } from '../../domain/errors.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import { mongoFault, serversOf } from './fault.js';
import { heartbeatMs } from './silence.js';

/** With the look that may follow it less than two seconds. */
const lookMs = 1_300;

/** Where MongoDB is, and whether somebody waits for each answer: then a server that hangs is told of soon. */
export interface MongoAt {
  readonly url: string;
  readonly impatient?: boolean | undefined;
}

/**
 * A connection of its own, never mongoose's global one. Majority writes and reads; a server that is away is told
 * within two seconds instead of being waited for. Faults: `store-unavailable`, `store-refused`, `store-unsuitable`,
 * `configuration-invalid`.
 */
export async function connectMongo({ url, impatient = false }: MongoAt): Promise<Connection> {
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(url, {
      ...(/^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/.test(url) ? {} : { dbName: 'jiannuo' }),
      appName: 'jiannuo',
      serverSelectionTimeoutMS: lookMs,
      connectTimeoutMS: lookMs,
      socketTimeoutMS: 60_000,
      ...(impatient && { heartbeatFrequencyMS: heartbeatMs }),
      maxPoolSize: 20,
      w: 'majority',
      readConcernLevel: 'majority',
      retryWrites: true,
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
    });
    return connection;
  } catch (error) {
    await connection.close().catch(() => {});
    throw (await unsuitable(url)) ?? mongoFault(url, error);
  }
}

/** MongoDB 5.0: snapshots for backups. As a server tells it without being asked for more rights. */
const oldest = { wire: 13, name: '5.0' };

interface Hello {
  readonly maxWireVersion?: number;
  readonly setName?: string;
  readonly isreplicaset?: boolean;
}

/** Throws `store-unsuitable` where the server is too old, or no member of a replica set: transactions need one. */
export async function assertReplicaSet(connection: Connection, url: string): Promise<void> {
  const hello: Hello | undefined = await connection.db?.command({ hello: 1 });
  const reason = hello && shortcoming(hello, url);
  if (reason) throw new JiannuoError('store-unsuitable', { where: serversOf(url), reason });
}

function shortcoming(hello: Hello, url: string): Phrase | null {
  if ((hello.maxWireVersion ?? 0) < oldest.wire)
    return phrase(
      `MongoDB 版本太旧（协议版本 ${hello.maxWireVersion ?? 0}），请升级到 ${oldest.name} 或更新`,
      `MongoDB is too old (wire version ${hello.maxWireVersion ?? 0}); upgrade it to ${oldest.name} or newer`,
    );
  const wanted = /[?&]replicaSet=([^&]+)/.exec(url)?.[1];
  if (hello.isreplicaset)
    return phrase(
      '副本集还没有初始化，请在 mongosh 中运行 rs.initiate()',
      'the replica set was not initiated; run rs.initiate() in mongosh',
    );
  if (!hello.setName)
    return phrase(
      '不是副本集，请以 --replSet rs0 启动 mongod 并运行 rs.initiate()',
      'no replica set; start mongod with --replSet rs0 and run rs.initiate()',
    );
  if (wanted && wanted !== hello.setName)
    return phrase(
      `副本集名为 ${hello.setName}，连接串里写的是 ${wanted}，请改成一致`,
      `the replica set is named ${hello.setName}, the connection string says ${wanted}; make them agree`,
    );
  return null;
}

// A server that stands alone and one that is away look the same to a client that wants a replica set: ask it by itself.
async function unsuitable(url: string): Promise<JiannuoError | null> {
  const [host] = serversOf(url).split(',');
  if (!host || url.startsWith('mongodb+srv')) return null;
  const options = { directConnection: true, serverSelectionTimeoutMS: 400, connectTimeoutMS: 400 };
  const client = new mongoose.mongo.MongoClient(`mongodb://${host}/`, options);
  try {
    const hello = (await client.db('admin').command({ hello: 1 })) as Hello;
    const reason = shortcoming(hello, url);
    return reason ? new JiannuoError('store-unsuitable', { where: host, reason }) : null;
  } catch {
    return null;
  } finally {
    await client.close();
  }
}
