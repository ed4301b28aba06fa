import type { Redis } from 'ioredis';
import { JiannuoError } from '../../../domain/errors.js';

/** BullMQ's own advice. */
const oldest = '6.2.0';

function isOlder(version: string, wanted: string): boolean {
  const have = version.split('.').map(Number);
  const want = wanted.split('.').map(Number);
  const at = want.findIndex((part, i) => part !== have[i]);
  return at >= 0 && (have[at] ?? 0) < (want[at] ?? 0);
}

/** Throws `queue-unsuitable` where Redis could forget jobs: no append-only file, or eviction; or where it is too old. Says what to change. */
export async function checkServer(client: Redis, where: string): Promise<void> {
  // INFO, not CONFIG: managed servers refuse the latter.
  const parts = await Promise.all(['server', 'persistence', 'memory'].map((part) => client.info(part)));
  const info = parts.join('\n');
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const wrong: string[] = [];
  if (value('aof_enabled') === '0') wrong.push('appendonly no → appendonly yes');
  const policy = value('maxmemory_policy');
  if (policy && policy !== 'noeviction')
    wrong.push(`maxmemory-policy ${policy} → maxmemory-policy noeviction`);
  const version = value('redis_version');
  if (version && isOlder(version, oldest)) wrong.push(`redis_version ${version} → ${oldest}`);
  if (wrong.length > 0) throw new JiannuoError('queue-unsuitable', { where, reason: wrong.join('; ') });
}
