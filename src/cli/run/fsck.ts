import { jsonLine } from '../../adapters/export/json/json-line.js';
import { fsck } from '../../app/fsck/fsck.js';
import { tellFinding } from '../../domain/data-finding.js';
import type { Context } from '../context.js';
import { oneLine } from '../output/escape.js';
import { write } from '../output/stdout.js';

export interface FsckOptions {
  readonly format: 'text' | 'json';
  /** Sets right what can be made anew from the rest. */
  readonly repair?: boolean;
  readonly data?: string;
}

/** A line for each finding as it is found; exit status 1 where there is one that was not mended. */
export async function runFsck(
  context: Context,
  { format, repair = false, ...options }: FsckOptions,
): Promise<number> {
  const t = context.t.fsck;
  const { audit, trail, store } = await context.compose(options);
  const counts = { originals: 0, documents: 0, rows: 0, trails: 0 };
  let found = 0;
  const offices: string[] = [];
  for await (const finding of fsck({ audit: await audit(), trail }, counts)) {
    found += 1;
    if (finding.code === 'counts-differ') offices.push(String(finding.parameters.tenant));
    const message = tellFinding(finding, context.language);
    await write(
      format === 'json' ? `${jsonLine({ ...finding, message })}\n` : `${finding.code}  ${oneLine(message)}\n`,
    );
  }
  const mended = repair ? offices : [];
  for (const tenant of mended) await (await store()).recountPromises(tenant);
  const left = found - mended.length;
  const said = { well: left === 0, ...(repair && { mended: mended.length }), ...counts };
  if (format === 'json') await write(`${jsonLine(said)}\n`);
  else {
    await write(`${t.looked(counts.originals, counts.documents, counts.rows)}\n`);
    for (const tenant of mended) await write(`${t.recounted(oneLine(tenant))}\n`);
    if (mended.length === 0) await write(`${found === 0 ? t.well : t.found(found)}\n`);
    else if (left > 0) await write(`${t.left(left)}\n`);
  }
  return left === 0 ? 0 : 1;
}
