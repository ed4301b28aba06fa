import type { Redis } from 'ioredis';

// BullMQ ignores a job whose id is still there, done or not. Removing the done one and asking what remains must be one
// step: between two, another producer's fresh job of the same id could be the one removed, and lost. The kind is noted at
// each job: a Redis that was emptied meanwhile has forgotten it.
const script = `
redis.call('SADD', KEYS[3], ARGV[2])
if redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then
  redis.call('DEL', KEYS[2], KEYS[2] .. ':logs')
end
return redis.call('EXISTS', KEYS[2])`;

interface Place {
  readonly kind: string;
  /** Set of all kinds. */
  readonly kindsKey: string;
  /** Full name of a key of the kind's queue. */
  readonly queueKey: (name: string) => string;
}

/** Forgets a done job of this id; true where the id is taken by one that is not done. */
export async function makeWay(
  client: Redis,
  { kind, kindsKey, queueKey }: Place,
  id: string,
): Promise<boolean> {
  return (await client.eval(script, 3, queueKey('completed'), queueKey(id), kindsKey, id, kind)) === 1;
}
