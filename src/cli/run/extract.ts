import { type ExtractedFile, extractFile } from '../../app/ingest/extract-file.js';
import type { DocumentReader } from '../../app/ports/document-reader.js';
import type { Extractor } from '../../app/ports/extractor.js';
import { asJiannuoError } from '../../domain/errors.js';
import type { Context } from '../context.js';
import { documentsIn, type FoundDocument } from '../files/documents-in.js';
import { expandPaths } from '../files/expand-paths.js';
import { ahead } from '../files/read-ahead.js';
import { type ExtractFormat, extractPrinter } from '../output/extract-printer.js';

export interface ExtractOptions {
  readonly format: ExtractFormat;
  readonly bom?: boolean;
}

type Outcome = ExtractedFile | { error: unknown };

async function extracted(
  reader: DocumentReader,
  extractor: Extractor,
  found: FoundDocument,
): Promise<Outcome> {
  try {
    if ('error' in found) return found;
    return await extractFile(reader, extractor, found.file);
  } catch (error) {
    return { error };
  }
}

/** One result a document, in the order given, while the next ones are being worked. */
export async function runExtract(
  context: Context,
  names: readonly string[],
  options: ExtractOptions,
): Promise<number> {
  const { config, ...ports } = await context.compose();
  const [reader, extractor] = await Promise.all([ports.reader(), ports.extractor()]);
  const printer = extractPrinter(options.format, context, options.bom ?? false);
  let failed = 0;
  await printer.begin();
  const documents = ahead(
    documentsIn(expandPaths(names), reader, config.maxFileBytes),
    config.readers * 2,
    (found) => extracted(reader, extractor, found),
  );
  for await (const { input, output } of documents) {
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
