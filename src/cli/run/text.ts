import type { Context } from '../context.js';
import { loadNamed } from '../files/load-named.js';
import { oneLine } from '../output/escape.js';
import { note, write } from '../output/stdout.js';
import { warningsIn } from '../output/told.js';

/** Prints the source text as it is, nothing added. */
export async function runText(context: Context, name: string): Promise<number> {
  const composition = await context.compose();
  const limit = composition.config.maxFileBytes;
  const source = await (await composition.reader()).read(await loadNamed(name, limit));
  for (const { message } of warningsIn(source.warnings, context.language))
    note(oneLine(context.t.warningLine(name, message)));
  await write(source.text);
  return 0;
}
