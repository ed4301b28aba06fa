import type { Redis } from 'ioredis';
import { JiannuoError } from '../../../domain/errors.js';

/** Throws `queue-unsuitable` where Redis could forget jobs: no append-only file, or eviction. Says what to change. */
export async function checkServer(client: Redis, where: string): Promise<void> {
  // INFO, not CONFIG: managed servers refuse the latter.
  const info = `${await client.info('persistence')}\n${await client.info('memory')}`;
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const wrong: string[] = [];
  if (value('aof_enabled') === '0') wrong.push('appendonly no → appendonly yes');
  const policy = value('maxmemory_policy');
  if (policy && policy !== 'noeviction')
    wrong.push(`maxmemory-policy ${policy} → maxmemory-policy noeviction`);
  if (wrong.length > 0) throw new JiannuoError('queue-unsuitable', { where, reason: wrong.join('; ') });
}
