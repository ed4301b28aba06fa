import { parseQuery } from '../../app/query/ledger-query.js';
import { readyStore } from '../../app/query/ready-store.js';
import { claimOn, claimRequestSchema } from '../../app/standing/claim.js';
import { toldStanding } from '../../app/standing/told-standing.js';
import type { Context } from '../context.js';
import { expandPaths } from '../files/expand-paths.js';
import { ledgerName } from '../files/ledger-name.js';
import { loadFile } from '../files/load-file.js';
import { oneLine } from '../output/escape.js';
import { standingLines } from '../output/standing-lines.js';
import { write } from '../output/stdout.js';
import { readingOf } from '../reading.js';

export interface ClaimOptions {
  readonly say: string;
  readonly by: string;
  readonly unit?: string;
  readonly file?: readonly string[];
  readonly data?: string;
}

async function filesNamed(paths: readonly string[], limit: number) {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for await (const found of expandPaths(paths)) {
    if ('error' in found) throw found.error;
    const { bytes } = await loadFile(found, limit);
    files.push({ name: ledgerName(found.argument, found.name), bytes });
  }
  return files;
}

/** Notes what a unit says of its promise and shows where it stands then. */
export async function runClaim(
  context: Context,
  id: string,
  state: string,
  { say, by, unit, file, data }: ClaimOptions,
): Promise<number> {
  const request = parseQuery(claimRequestSchema, {
    state,
    text: say,
    by,
    ...(unit !== undefined && { unit }),
  });
  const composition = await context.compose(data === undefined ? {} : { data });
  const { config } = composition;
  const reading = await readingOf(context, composition, undefined);
  const [store, blobs] = await Promise.all([readyStore(composition.store)(), composition.blobs()]);
  const files = await filesNamed(file ?? [], config.maxFileBytes);
  const standing = await claimOn({ store, blobs }, config.tenant, id, request, files, new Date());
  const lines = standingLines(toldStanding(standing, reading), context.t, config.timeZone);
  await write(`${lines.map(oneLine).join('\n')}\n`);
  return 0;
}
