import { join, resolve } from 'node:path';
import type { MoveStep } from '../../adapters/move/move-office.js';
import type { Composition } from '../../compose.js';
import type { Context } from '../context.js';
import { write } from '../output/stdout.js';

const portsOf = async (composition: Composition) => ({
  store: await composition.store(),
  people: await composition.people(),
  trail: await composition.trail(),
  blobs: await composition.blobs(),
  queue: await composition.queue(),
});

/** All of the data folder into the database and the queue that the environment names, whatever profile it says. */
export async function runMove(context: Context, options: { data?: string }): Promise<number> {
  const { moveOffice } = await import('../../adapters/move/move-office.js');
  const { compose } = await import('../../compose.js');
  const config = await context.config(options);
  const [from, to] = [
    compose({ ...config, profile: 'embedded' }),
    compose({ ...config, profile: 'cluster' }),
  ];
  const t = context.t.move;
  const told = (step: MoveStep): string => {
    if (step.kind === 'compared') {
      const { documents, rows, people, entries } = step.compared;
      return t.compared(documents, rows, people, entries);
    }
    return step.kind === 'resumed' ? t.resumed : t[step.kind](step.count);
  };
  try {
    await moveOffice({
      file: resolve(join(config.dataFolder, 'jiannuo.db')),
      originals: resolve(join(config.dataFolder, 'originals')),
      mongodbUrl: config.mongodbUrl,
      from: () => portsOf(from),
      to: () => portsOf(to),
      tell: async (step) => write(`${told(step)}\n`),
    });
    await write(`${t.done(resolve(config.dataFolder))}\n`);
    return 0;
  } finally {
    await Promise.all([from.close(), to.close()]);
  }
}
