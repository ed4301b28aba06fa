import { expect } from 'vitest';
import { seeded } from '../../../bench/generate/random.js';
import { storm } from './storm.js';
import type { System } from './system.js';

const seed = Number(process.env.JIANNUO_TEST_SEED ?? 20_260_401);

/**
 * Uploads go on while each fault strikes in turn; nothing may be lost or doubled. Short; `npx tsx bench/faults.ts` strikes more
 * often.
 */
export async function strikeAll(
  start: () => Promise<System>,
  faults: readonly string[],
  times: number,
): Promise<void> {
  const system = await start();
  try {
    const random = seeded(seed);
    for (const [n, fault] of faults.entries()) {
      const told = await storm(system, fault, { times, each: 5, first: n * 100, random });
      console.log(JSON.stringify(told));
      expect(told).toMatchObject({ injected: times, accepted: 5 * times, lost: 0, doubled: 0 });
      expect(told.found).toBe(told.expected);
    }
  } finally {
    await system.stop();
  }
}
