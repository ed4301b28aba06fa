/** A real Redis that keeps what it was given. */
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { cacheFolder, ensureServers } from './fetch.mjs';
import { freePort, startProcess, untilReady } from './spawn.mjs';

/** Starts redis-server with the append-only file and without eviction, as the cluster needs it. */
export async function startRedis({ dir, port, appendonly = true, policy = 'noeviction' }) {
  const { redisServer } = await ensureServers();
  mkdirSync(dir, { recursive: true });
  const chosen = port ?? (await freePort());
  const process = startProcess({
    command: redisServer,
    args: [
      ['--port', String(chosen), '--bind', '127.0.0.1', '--dir', dir, '--daemonize', 'no', '--save', ''],
      ['--appendonly', appendonly ? 'yes' : 'no', '--maxmemory-policy', policy],
    ].flat(),
    log: join(dir, 'redis.log'),
    cache: cacheFolder(),
  });
  await untilReady('redis-server', process, () => pongs(chosen));
  const { pid, stop, kill } = process;
  return { url: `redis://127.0.0.1:${chosen}/0`, port: chosen, pid, stop, kill };
}

function pongs(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    socket.setTimeout(1000, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
  });
}
