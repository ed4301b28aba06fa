/** A real MongoDB replica set from native processes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { cacheFolder, ensureServers } from './fetch.mjs';
import { freePort, pause, startProcess, untilReady } from './spawn.mjs';

const replicaSet = 'rs0';

/**
 * Starts replica set rs0 (or, `alone`, a server that is no member of any), initiates it where it is new, and waits for its primary. A folder that was used before goes on
 * with its data, on a new port too.
 */
export async function startMongod({ dir, port, members = 1, alone = false }) {
  const { mongod } = await ensureServers();
  if (alone) return startAlone(mongod, dir, port ?? (await freePort()));
  const nodes = [];
  const folderOf = (index) => (members === 1 ? dir : join(dir, `member-${index}`));
  for (let index = 0; index < members; index += 1)
    nodes.push(await startMember(mongod, folderOf(index), port ? port + index : await freePort()));
  const hosts = nodes.map(({ host }) => host);
  const stopAll = (how) => Promise.all(nodes.map((node) => node.process[how]()));
  try {
    await initiate(nodes, hosts);
  } catch (error) {
    await stopAll('kill');
    throw error;
  }
  return {
    url: `mongodb://${hosts.join(',')}/?replicaSet=${replicaSet}`,
    port: nodes[0].port,
    pid: nodes[0].process.pid,
    pids: nodes.map((node) => node.process.pid),
    stop: () => stopAll('stop'),
    kill: () => stopAll('kill'),
    killPrimary: async () => {
      const index = await primaryAmong(nodes);
      await nodes[index].process.kill();
      return async () => {
        nodes[index] = await startMember(mongod, folderOf(index), nodes[index].port);
      };
    },
  };
}

/** Which of the nodes takes writes; waits for an election. */
async function primaryAmong(nodes) {
  for (let tries = 0; tries < 300; tries += 1) {
    for (const [index, node] of nodes.entries()) {
      if (!node.process.alive()) continue;
      const hello = await ask(node.host, { hello: 1 }).catch(() => null);
      if (hello?.isWritablePrimary) return index;
    }
    await pause(100);
  }
  throw new Error('no primary within 30 s');
}

async function ask(host, command) {
  const url = `mongodb://${host}/?directConnection=true&serverSelectionTimeoutMS=1000`;
  const client = await new mongoose.mongo.MongoClient(url).connect();
  try {
    return await client.db('admin').command(command);
  } finally {
    await client.close();
  }
}

async function startAlone(mongod, dir, port) {
  const { process } = await startMember(mongod, dir, port, []);
  await untilReady('mongod', process, () => answers(`127.0.0.1:${port}`));
  const { pid, stop, kill } = process;
  return { url: `mongodb://127.0.0.1:${port}/`, port, pid, pids: [pid], stop, kill };
}

async function startMember(mongod, folder, port, replication = ['--replSet', replicaSet]) {
  mkdirSync(folder, { recursive: true });
  const process = startProcess({
    command: mongod,
    args: [
      ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
      [...replication, '--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '256'],
      ['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // The open transaction of a killed process bars its documents until then; 60 s by default.
      ['--setParameter', 'transactionLifetimeLimitSeconds=15'],
    ].flat(),
    log: join(folder, 'mongod.log'),
    cache: cacheFolder(),
    signal: 'SIGINT',
  });
  return { process, port, host: `127.0.0.1:${port}` };
}

async function initiate([first, ...others], hosts) {
  const url = `mongodb://${first.host}/?directConnection=true&serverSelectionTimeoutMS=1000`;
  const client = await untilReady('mongod', first.process, () =>
    new mongoose.mongo.MongoClient(url).connect(),
  );
  try {
    const admin = client.db('admin');
    for (const node of others) await untilReady('mongod', node.process, () => answers(node.host));
    const members = hosts.map((host, _id) => ({ _id, host }));
    await admin.command({ replSetInitiate: { _id: replicaSet, members } }).catch(async (error) => {
      if (error.codeName !== 'AlreadyInitialized') throw error;
      await reconfigure(client, members);
    });
    await untilReady('mongod', first.process, async () => {
      const { members: states } = await admin.command({ replSetGetStatus: 1 }).catch(() => ({ members: [] }));
      const ready = states.filter(({ stateStr }) => stateStr === 'PRIMARY' || stateStr === 'SECONDARY');
      return ready.length === hosts.length && states.some(({ stateStr }) => stateStr === 'PRIMARY');
    });
    await primaryWrites(hosts);
  } finally {
    await client.close();
  }
}

async function answers(host) {
  await ask(host, { ping: 1 });
  return true;
}

// The data remembers the ports of its last life.
async function reconfigure(client, members) {
  for (let tries = 0; tries < 100; tries += 1) {
    const config = await client.db('local').collection('system.replset').findOne();
    const same = config.members.every(({ host }, index) => host === members[index]?.host);
    if (same) return;
    const next = { ...config, version: config.version + 1, members };
    const done = await client
      .db('admin')
      .command({ replSetReconfig: next, force: true })
      .catch(() => null);
    if (done) return;
    await pause(100);
  }
}

// The elected primary refuses writes for a moment; nothing is handed over before it takes one by majority.
async function primaryWrites(hosts) {
  const url = `mongodb://${hosts.join(',')}/?replicaSet=${replicaSet}&serverSelectionTimeoutMS=10000`;
  const client = await new mongoose.mongo.MongoClient(url).connect();
  try {
    const probe = client.db('jiannuo_probe');
    await probe.collection('probe').insertOne({ at: new Date() }, { writeConcern: { w: 'majority' } });
    await probe.dropDatabase();
  } finally {
    await client.close();
  }
}
