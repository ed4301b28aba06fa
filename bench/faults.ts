/**
 * Uploads go on while one fault after another strikes, at random moments; then everything must come to rest by itself, with
 * every accepted upload in the ledger exactly once. Real processes and servers of its own.
 * Usage: npx tsx bench/faults.ts [--times 20] [--each 5] [--seed 1] [--only WORDS] [--record]
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildDist } from '../scripts/build.mjs';
import { storm, type Told } from '../test/faults/support/storm.js';
import { clusterSystem, embeddedSystem } from '../test/faults/support/system.js';
import { seeded } from './generate/random.js';
import { record, rounded } from './record.mjs';

const { values: flags } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    each: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    record: { type: 'boolean', default: false },
  },
});
const times = Number(flags.times);
const each = Number(flags.each);
const random = seeded(Number(flags.seed));

const systems = [
  { profile: 'embedded', start: embeddedSystem, only: /./ },
  { profile: 'cluster', start: () => clusterSystem({ members: 1 }), only: /./ },
  { profile: 'cluster, replica set of three', start: () => clusterSystem({ members: 3 }), only: /primary/ },
] as const;

await buildDist();
/** One that does not come to rest is told as such, and ends its system: what follows would start from its ruins. */
type Row = { profile: string } & (Told | { fault: string; unsettled: string });
const rows: Row[] = [];
for (const { profile, start, only } of systems) {
  const system = await start();
  try {
    const names = [...system.faults.keys()].filter((name) => only.test(name) && name.includes(flags.only));
    for (const [n, fault] of names.entries()) {
      const told = await storm(system, fault, { times, each, first: n * 10_000, random }).catch(
        (thrown: unknown) => ({ fault, unsettled: String(thrown) }),
      );
      rows.push({ profile, ...told });
      console.log(JSON.stringify(rows.at(-1)));
      if ('unsettled' in told) break;
    }
  } finally {
    await system.stop();
  }
}
console.table(rows);
const bad = rows.filter((row) => 'unsettled' in row || row.lost + row.doubled > 0);
if (flags.record)
  record('faults', 'npx tsx bench/faults.ts --record', {
    seed: Number(flags.seed),
    load: loadavg().map(rounded),
    rows,
  });
process.exit(bad.length > 0 ? 1 : 0);
