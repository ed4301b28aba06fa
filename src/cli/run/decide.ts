import { parseQuery } from '../../app/query/ledger-query.js';
import { readyStore } from '../../app/query/ready-store.js';
import { decideOn, decisionRequestSchema, fieldsOf } from '../../app/standing/decide.js';
import { toldStanding } from '../../app/standing/told-standing.js';
import type { Context } from '../context.js';
import { oneLine } from '../output/escape.js';
import { standingLines } from '../output/standing-lines.js';
import { write } from '../output/stdout.js';
import { readingOf } from '../reading.js';

export interface DecideOptions {
  readonly reason: string;
  readonly by: string;
  readonly evidence?: string;
  readonly due?: string;
  readonly set?: readonly string[];
  readonly into?: string;
  readonly expect?: string;
  readonly data?: string;
}

/** Makes one decision and shows where the promise stands then. */
export async function runDecide(
  context: Context,
  id: string,
  kind: string,
  { set, expect, data, ...rest }: DecideOptions,
): Promise<number> {
  const request = parseQuery(decisionRequestSchema, {
    ...{ kind, ...rest },
    ...(set && { fields: fieldsOf(set) }),
    ...(expect !== undefined && { version: Number(expect) }),
  });
  const composition = await context.compose(data === undefined ? {} : { data });
  const { config } = composition;
  const reading = await readingOf(context, composition, undefined);
  const store = await readyStore(composition.store)();
  const standing = await decideOn(store, config.tenant, id, request, new Date());
  const lines = standingLines(toldStanding(standing, reading), context.t, config.timeZone);
  await write(`${lines.map(oneLine).join('\n')}\n`);
  return 0;
}
