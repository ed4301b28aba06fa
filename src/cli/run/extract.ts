import { type ExtractedFile, extractFile } from '../../app/ingest/extract-file.js';
import type { Composition } from '../../compose.js';
import { asJiannuoError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { expandPaths, type FoundFile } from '../files/expand-paths.js';
import { loadFile } from '../files/load-file.js';
import { ahead } from '../files/read-ahead.js';
import { type ExtractFormat, extractPrinter } from '../output/extract-printer.js';

export interface ExtractOptions {
  readonly format: ExtractFormat;
  readonly bom?: boolean;
}

type Outcome = ExtractedFile | { error: unknown };

async function extracted(composition: Composition, found: FoundFile): Promise<Outcome> {
  const limit = composition.config.maxFileBytes;
  try {
    if ('error' in found) return { error: found.error };
    const file = await loadFile(found, limit);
    return await extractFile(await composition.reader(), await composition.extractor(), file);
  } catch (error) {
    return { error };
  }
}

/** One result a file, in the order given, while the next ones are being worked. */
export async function runExtract(
  context: Context,
  names: readonly string[],
  options: ExtractOptions,
): Promise<number> {
  const composition = await context.compose();
  const printer = extractPrinter(options.format, context, options.bom ?? false);
  let failed = 0;
  await printer.begin();
  const files = ahead(expandPaths(names), composition.config.readers * 2, (found) =>
    extracted(composition, found),
  );
  for await (const { input, output } of files) {
    try {
      if ('error' in output) throw output.error;
      await printer.file(input.name, output);
    } catch (thrown) {
      failed += 1;
      await printer.failed(input.name, asJiannuoError(thrown));
    }
  }
  await printer.end();
  return failed > 0 ? 1 : 0;
}
