import type { Redis } from 'ioredis';

const script = `
local pending = {}
for _, id in ipairs(ARGV) do
  if redis.call('EXISTS', KEYS[2] .. id) == 1 and not redis.call('ZSCORE', KEYS[1], id) then
    pending[#pending + 1] = id
  end
end
return pending`;

/** Those of a kind's jobs that are there and not done, in one question. */
export async function pendingIn(
  client: Redis,
  queueKey: (name: string) => string,
  ids: readonly string[],
): Promise<string[]> {
  return (await client.eval(script, 2, queueKey('completed'), queueKey(''), ...ids)) as string[];
}
