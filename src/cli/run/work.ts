import { refuseUnknownKinds, runWorker } from '../../../workers/index.js';
import type { Context } from '../context.js';
import type { ConfigFlags } from '../flag-faults.js';
import { note } from '../output/stdout.js';

/** A worker process until it is told to end. */
export async function runWork(context: Context, flags: ConfigFlags): Promise<number> {
  const config = await context.config(flags);
  refuseUnknownKinds(config.jobKinds);
  const kinds = config.jobKinds.join(', ') || context.t.allKinds;
  note(context.t.work.started(kinds, config.concurrency));
  await runWorker(config);
  return 0;
}
