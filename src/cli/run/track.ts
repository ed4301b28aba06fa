import { extractFile } from '../../app/ingest/extract-file.js';
import { judgementDay, trackDocuments } from '../../app/track/track-documents.js';
import type { Composition } from '../../compose.js';
import { asJiannuoError, type JiannuoError } from '../../domain/errors.js';
import type { TrackedDocument } from '../../track/fact/document-view.js';
import type { Context } from '../context.js';
import { documentsIn } from '../files/documents-in.js';
import { expandPaths } from '../files/expand-paths.js';
import { ahead } from '../files/read-ahead.js';
import { type TrackFormat, trackPrinter } from '../output/track-printer.js';

export interface TrackOptions {
  readonly plan: readonly string[];
  readonly report: readonly string[];
  readonly asOf?: string;
  readonly format: TrackFormat;
}

interface Loaded {
  readonly documents: TrackedDocument[];
  readonly failed: { readonly file: string; readonly fault: JiannuoError }[];
}

/** Reads and extracts the named files and folders; what cannot be read comes with its fault. */
async function load({ config, ...ports }: Composition, names: readonly string[]): Promise<Loaded> {
  const [reader, extractor] = await Promise.all([ports.reader(), ports.extractor()]);
  const loaded: Loaded = { documents: [], failed: [] };
  const found = documentsIn(expandPaths(names), reader, config.maxFileBytes);
  const documents = ahead(found, config.readers * 2, async (document) => {
    try {
      return 'error' in document ? document : await extractFile(reader, extractor, document.file);
    } catch (error) {
      return { error };
    }
  });
  for await (const { input, output } of documents) {
    if ('error' in output) loaded.failed.push({ file: input.name, fault: asJiannuoError(output.error) });
    else {
      const { source, result } = output;
      loaded.documents.push({ file: input.name, source, meta: result.meta, items: result.items });
    }
  }
  return loaded;
}

/** Today where the offices are. */
const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** One line for each commitment of the plans: its verdict, the evidence, the reasons. A file that cannot be read gets a line of its own. */
export async function runTrack(context: Context, options: TrackOptions): Promise<number> {
  const asOf = judgementDay(options.asOf ?? today());
  const composition = await context.compose();
  const plans = await load(composition, options.plan);
  const reports = await load(composition, options.report);
  const printer = trackPrinter(options.format, context);
  for (const { file, fault } of [...plans.failed, ...reports.failed]) await printer.failed(file, fault);
  await printer.rows(trackDocuments(plans.documents, reports.documents, asOf, context.language), asOf);
  return plans.failed.length + reports.failed.length > 0 ? 1 : 0;
}
