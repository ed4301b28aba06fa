import { jsonLine } from '../../adapters/export/json/json-line.js';
import { fsck } from '../../app/fsck/fsck.js';
import { tellFinding } from '../../domain/data-finding.js';
import type { Context } from '../context.js';
import { oneLine } from '../output/escape.js';
import { write } from '../output/stdout.js';

export interface FsckOptions {
  readonly format: 'text' | 'json';
  readonly data?: string;
}

/** A line for each finding as it is found; exit status 1 where there is one. */
export async function runFsck(context: Context, { format, ...options }: FsckOptions): Promise<number> {
  const t = context.t.fsck;
  const { audit, trail } = await context.compose(options);
  const counts = { originals: 0, documents: 0, rows: 0, trails: 0 };
  let found = 0;
  for await (const finding of fsck({ audit: await audit(), trail }, counts)) {
    found += 1;
    const message = tellFinding(finding, context.language);
    await write(
      format === 'json' ? `${jsonLine({ ...finding, message })}\n` : `${finding.code}  ${oneLine(message)}\n`,
    );
  }
  if (format === 'json') await write(`${jsonLine({ well: found === 0, ...counts })}\n`);
  else {
    await write(`${t.looked(counts.originals, counts.documents, counts.rows)}\n`);
    await write(`${found === 0 ? t.well : t.found(found)}\n`);
  }
  return found === 0 ? 0 : 1;
}
