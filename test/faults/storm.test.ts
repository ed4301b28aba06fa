import { afterEach, describe, expect, it } from 'vitest';
import { seeded } from '../../bench/generate/random.js';
import { storm } from './support/storm.js';
import { clusterSystem, embeddedSystem, type System } from './support/system.js';

const seed = Number(process.env.JIANNUO_TEST_SEED ?? 20_260_401);

/** Short; `npx tsx bench/faults.ts` strikes more often. */
describe('uploads go on while something fails', () => {
  let system: System | undefined;
  afterEach(async () => {
    await system?.stop();
    system = undefined;
  });

  const strike = async (faults: readonly string[], times: number) => {
    const random = seeded(seed);
    for (const [n, fault] of faults.entries()) {
      if (!system) throw new Error('no system');
      const told = await storm(system, fault, { times, each: 5, first: n * 100, random });
      console.log(JSON.stringify(told));
      expect(told).toMatchObject({ injected: times, accepted: 5 * times, lost: 0, doubled: 0 });
      expect(told.found).toBe(told.expected);
    }
  };

  it('embedded: the service and a worker killed', async () => {
    system = await embeddedSystem();
    await strike(['API killed', 'worker killed'], 2);
  });

  it('cluster: API and Redis killed, lines cut, slow and silent', async () => {
    system = await clusterSystem({ members: 1 });
    const lines = ['line to MongoDB cut', 'line to MongoDB slow', 'line to Redis silent'];
    await strike(['API killed', 'Redis killed, restarted from its AOF', ...lines], 1);
  });

  it('cluster: the primary of three killed', async () => {
    system = await clusterSystem({ members: 3 });
    await strike(['MongoDB primary killed'], 1);
  });
});
