import type { Redis } from 'ioredis';

// BullMQ ignores a job whose id is still there, done or not. Removing the done one and asking what remains must be one
// step: between two, another producer's fresh job of the same id could be the one removed, and lost.
const script = `
if redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then
  redis.call('DEL', KEYS[2], KEYS[2] .. ':logs')
end
return redis.call('EXISTS', KEYS[2])`;

/** Forgets a done job of this id; true where the id is taken by one that is not done. */
export async function makeWay(
  client: Redis,
  queueKey: (name: string) => string,
  id: string,
): Promise<boolean> {
  return (await client.eval(script, 2, queueKey('completed'), queueKey(id), id)) === 1;
}
