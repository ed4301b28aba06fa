import { Redis } from 'ioredis';
import { JiannuoError } from '../../../domain/errors.js';

/** How long a caller waits for Redis before it is told that the queue is away: a request that asks it ends within two seconds. */
const patienceMs = 1_500;

/** A line on which a question stays unanswered for so long is given up: what swallowed it may not come back. */
const longestSilenceMs = 5_000;

/** The address without user and password, for messages. */
export function redisAddress(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'redis';
}

/** Connection of a producer: nothing is kept back for better times, the store keeps what is to be queued. */
export function producerConnection(url: string): Redis {
  return connection(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    socketTimeout: longestSilenceMs,
  });
}

/** Connection of a worker: waits as long as it takes. */
export function workerConnection(url: string): Redis {
  return connection(url, { maxRetriesPerRequest: null });
}

interface Patience {
  readonly maxRetriesPerRequest: number | null;
  readonly enableOfflineQueue?: boolean;
  readonly autoResendUnfulfilledCommands?: boolean;
  readonly socketTimeout?: number;
}

function connection(url: string, options: Patience): Redis {
  const client = new Redis(url, {
    ...options,
    connectTimeout: patienceMs,
    retryStrategy: (times) => Math.min(times * 100, 1_000),
  });
  // Every call tells of its own failure; without a listener ioredis would print each lost connection.
  client.on('error', () => {});
  // Every call that finds the connection in the making waits with listeners of its own.
  client.setMaxListeners(0);
  return client;
}

/** What Redis answers to a wrong user or password, to none where one is needed, and to one who may not. */
const refused = /^(WRONGPASS|NOAUTH|NOPERM|ERR invalid password|ERR .*AUTH.*)/;

export type Ask = <T>(step: () => Promise<T>) => Promise<T>;

/** Runs a step on a ready connection within the patience, or throws `queue-unavailable` or `queue-refused`; coded faults stay as they are. */
export function asking(client: Redis, url: string): Ask {
  const unavailable = (thrown: unknown) => {
    if (thrown instanceof JiannuoError) return thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    const code = refused.test(reason) ? 'queue-refused' : 'queue-unavailable';
    return new JiannuoError(code, { where: redisAddress(url), reason }, thrown);
  };
  return async (step) => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
    });
    try {
      return await Promise.race([ready(client).then(step), limit]);
    } catch (thrown) {
      throw unavailable(thrown);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Waits for a connection in the making; a refusal is an answer at once. */
async function ready(client: Redis): Promise<void> {
  if (client.status === 'ready') return;
  if (client.status === 'end') throw new Error('connection closed');
  await new Promise<void>((resolve, reject) => {
    const settle = (error?: Error) => {
      client.off('ready', settle);
      client.off('error', settle);
      client.off('end', ended);
      if (error) reject(error);
      else resolve();
    };
    const ended = () => settle(new Error('connection closed'));
    client.once('ready', settle);
    client.once('error', settle);
    client.once('end', ended);
  });
}
