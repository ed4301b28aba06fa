import type { Context } from '../context.js';
import { write } from '../output/stdout.js';

/** Applies the migrations that are missing. */
export async function runMigrate(context: Context, options: { data?: string }): Promise<number> {
  const composition = await context.compose(options);
  const ledger = await (await composition.store()).migrate();
  const applied = [
    ...ledger,
    ...(await (await composition.people()).migrate()),
    ...(await (await composition.trail()).migrate()),
    ...(await (await composition.reminders()).migrate()),
  ];
  const { done, none } = context.t.migrate;
  await write(`${applied.length === 0 ? none : done(applied.join(', '))}\n`);
  return 0;
}
