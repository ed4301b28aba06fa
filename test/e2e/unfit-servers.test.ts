import { spawn, spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseUrl, type RunningServer, startMongod, startRedis } from '../../scripts/servers/index.mjs';
import { checkout, jiannuo, temporaryFolder } from '../cli/support/cli.js';
import { startProxy, type TcpProxy } from '../faults/support/proxy.js';

const portOf = (url: string): number => Number(/:(\d+)/.exec(url.replace(/^\w+:/, ''))?.[1]);

/** A server that tells another version than it has: none as old can be had here. */
function telling(what: string, as: (found: Buffer, at: number) => void): (piece: Buffer) => Buffer {
  return (piece) => {
    const at = piece.indexOf(what);
    if (at >= 0) as(piece, at + what.length);
    return piece;
  };
}

/** The value of an int32 stands after its name and the name's end. */
const oldMongo = (wire: number) =>
  telling('maxWireVersion', (piece, at) => void piece.writeInt32LE(wire, at + 1));
const oldRedis = telling('redis_version:', (piece, at) => void piece.write('5', at));

describe('servers that are not as needed are said at start, with what to change', () => {
  let folder: string;
  let alone: RunningServer;
  let forgetful: RunningServer;
  const proxies: TcpProxy[] = [];
  const cases = new Map<string, { environment: Record<string, string>; code: string; words: RegExp }>();
  beforeAll(async () => {
    folder = await temporaryFolder();
    for (const name of ['alone', 'forgetful']) await mkdir(join(folder, name));
    alone = await startMongod({ dir: join(folder, 'alone'), alone: true });
    forgetful = await startRedis({
      dir: join(folder, 'forgetful'),
      appendonly: false,
      policy: 'allkeys-lru',
    });
    const [mongo, redis] = [inject('mongodbUrl'), inject('redisUrl')];
    const through = async (url: string, rewrite: (piece: Buffer) => Buffer) => {
      const proxy = await startProxy(portOf(url), { rewrite });
      proxies.push(proxy);
      return proxy.port;
    };
    const mongodb = (url: string) => ({ JIANNUO_MONGODB_URL: url, JIANNUO_REDIS_URL: redis });
    const queue = (url: string) => ({
      JIANNUO_MONGODB_URL: databaseUrl(mongo, 'unfit'),
      JIANNUO_REDIS_URL: url,
    });
    const direct = (port: number) => `mongodb://127.0.0.1:${port}/unfit?directConnection=true`;
    const stranger = databaseUrl(mongo, 'unfit').replace('://', '://someone:secret@');
    const add = (name: string, environment: Record<string, string>, code: string, words: RegExp) =>
      cases.set(name, { environment, code, words });
    add('no replica set', mongodb(`${alone.url}unfit`), 'store-unsuitable', /rs\.initiate/);
    add('old MongoDB', mongodb(direct(await through(mongo, oldMongo(12)))), 'store-unsuitable', /5\.0/);
    add('ancient MongoDB', mongodb(direct(await through(mongo, oldMongo(6)))), 'store-unsuitable', /upgrade/);
    add('wrong password of MongoDB', mongodb(stranger), 'store-refused', /authSource/);
    add('forgetful Redis', queue(forgetful.url), 'queue-unsuitable', /appendonly yes.*noeviction/);
    add(
      'old Redis',
      queue(`redis://127.0.0.1:${await through(redis, oldRedis)}/0`),
      'queue-unsuitable',
      /6\.2/,
    );
    add(
      'wrong password of Redis',
      queue(redis.replace('://', '://someone:secret@')),
      'queue-refused',
      /password/,
    );
    await jiannuo(['migrate'], { JIANNUO_PROFILE: 'cluster', ...queue(redis) });
  });
  afterAll(async () => {
    for (const proxy of proxies) await proxy.close();
    await Promise.all([alone?.stop(), forgetful?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  const names = [
    ...['no replica set', 'old MongoDB', 'ancient MongoDB', 'wrong password of MongoDB'],
    ...['forgetful Redis', 'old Redis', 'wrong password of Redis'],
  ];

  it.each(names)('%s', async (name) => {
    const { environment, words } = cases.get(name) ?? {};
    const cluster = { JIANNUO_PROFILE: 'cluster', ...environment };
    const commands = [['serve', '--port', '0'], ['work'], ['doctor']].map(async (command) => {
      const { code, stdout, stderr } = await jiannuo([...command, '--lang', 'en'], cluster);
      expect(code, `${command[0]}: ${stdout}${stderr}`).not.toBe(0);
      expect(stdout + stderr).toMatch(words ?? /never/);
      expect(stdout + stderr).not.toContain('secret');
    });
    await Promise.all(commands);
  });
});

describe('a data folder that is read-only', () => {
  // Where the kernel lets nobody make namespaces root may write everywhere.
  const mayMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;
  it.runIf(mayMount)('is said at start, and the service ends', async () => {
    const folder = await temporaryFolder();
    const script = `mount --bind "$JIANNUO_DATA" "$JIANNUO_DATA" && mount -o remount,ro,bind "$JIANNUO_DATA" &&
      exec "${process.execPath}" bin/jiannuo.js "$COMMAND" --port 0 --lang en`;
    const child = spawn('unshare', ['-Urm', 'sh', '-c', script], {
      cwd: checkout,
      env: { ...process.env, JIANNUO_DATA: folder, COMMAND: 'serve' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        told += text;
      });
    const code = await new Promise((resolve) => child.once('close', resolve));
    await rm(folder, { recursive: true });
    expect(code, told).toBe(1);
    expect(told).toMatch(/cannot be read and written/);
    expect(told).toContain(folder);
  });
});
