import { rename, rm, writeFile } from 'node:fs/promises';
import { documentPage } from '../../adapters/export/html/document-page.js';
import { readyStore } from '../../app/query/ready-store.js';
import { wholeDocument } from '../../app/query/whole-document.js';
import type { Context } from '../context.js';
import { note } from '../output/stdout.js';
import { readingOf } from '../reading.js';
import { unwritable } from './unwritable.js';

export interface PageOptions {
  readonly output: string;
  readonly asOf?: string;
  readonly data?: string;
}

/** A document with its items as one file of HTML. It appears under its name when it is whole. */
export async function runPage(context: Context, id: string, options: PageOptions): Promise<number> {
  const { output } = options;
  const composition = await context.compose(options);
  const { config } = composition;
  const whole = await wholeDocument(await readyStore(composition.store)(), config.tenant, id);
  const { today: day, profile } = await readingOf(context, composition, options.asOf);
  const part = `${output}.part`;
  try {
    await writeFile(part, documentPage(whole, { day, profile, language: context.language }));
    await rename(part, output);
  } catch (thrown) {
    await rm(part, { force: true });
    throw unwritable(output, thrown);
  }
  note(context.t.exported(output, whole.rows.length));
  return 0;
}
