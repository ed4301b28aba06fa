import { jsonLine } from '../../adapters/export/json/json-line.js';
import { readyStore } from '../../app/query/ready-store.js';
import { verifyTrail } from '../../app/trail/verify-trail.js';
import { JiannuoError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { write } from '../output/stdout.js';

const pageSize = 500;

/** Every entry, a line of JSON each. */
export async function runTrail(context: Context, options: { data?: string }): Promise<number> {
  const { config, trail } = await context.compose(options);
  const store = await readyStore(trail)();
  for (let after = 0; ; ) {
    const entries = await store.entries(config.tenant, { after, limit: pageSize });
    await write(entries.map(({ tenant: _, ...entry }) => `${jsonLine(entry)}\n`).join(''));
    if (entries.length < pageSize) return 0;
    after = entries.at(-1)?.number ?? after;
  }
}

/** Fault: `trail-broken`. */
export async function runVerifyTrail(context: Context, options: { data?: string }): Promise<number> {
  const { config, trail } = await context.compose(options);
  const { whole, lastHash, broken } = await verifyTrail(await readyStore(trail)(), config.tenant);
  if (broken) throw new JiannuoError('trail-broken', { number: broken.number, whole });
  await write(`${context.t.trailWhole(whole, lastHash)}\n`);
  return 0;
}

/** Notes what the command line did to people and tokens. */
export async function recordHere(
  { compose }: Context,
  action: string,
  subject: string,
  data: string | undefined,
): Promise<void> {
  const { config, trail } = await compose({ data });
  const at = new Date().toISOString();
  await (await trail()).append({ tenant: config.tenant, at, actor: 'cli', action, subject, outcome: 'done' });
}
