import { awaitDocument } from '../../app/ingest/await-document.js';
import { createIngest, type Ingested, type IngestFile } from '../../app/ingest/ingest-file.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { Composition } from '../../compose.js';
import type { Context } from '../context.js';
import { expandPaths, type FoundFile } from '../files/expand-paths.js';
import { ledgerName } from '../files/ledger-name.js';
import { loadFile } from '../files/load-file.js';
import { ahead } from '../files/read-ahead.js';
import { ingestReport } from '../output/ingest-report.js';
import { workHere } from './work-here.js';

export interface IngestOptions {
  readonly wait?: boolean;
  readonly progress: boolean;
  readonly data?: string;
}

/** Files that may be accepted before the first of them is worked. */
const backlog = 200;

type Taken = Ingested | { error: unknown };

/** One file after another, so that one is in memory at a time. */
function intake(ingest: IngestFile, limit: number): (found: FoundFile) => Promise<Taken> {
  let last: Promise<unknown> = Promise.resolve();
  const take = async (found: FoundFile): Promise<Taken> => {
    if ('error' in found) return { error: found.error };
    try {
      const { bytes } = await loadFile(found, limit);
      return await ingest({ name: ledgerName(found.argument, found.name), bytes });
    } catch (error) {
      return { error };
    }
  };
  return (found) => {
    const next = last.then(() => take(found));
    last = next;
    return next;
  };
}

async function ingestAll(
  context: Context,
  composition: Composition,
  paths: readonly string[],
  options: IngestOptions & { waits: boolean },
): Promise<number> {
  const [store, blobs, queue] = await Promise.all([
    readyStore(composition.store)(),
    composition.blobs(),
    composition.queue(),
  ]);
  const { config } = composition;
  const take = intake(createIngest({ store, blobs, queue: async () => queue }, config), config.maxFileBytes);
  const report = ingestReport(context, options.progress);
  // Of two equal files in one run the second is known, though it came before the first was worked.
  const seen = new Set<string>();
  for await (const { input, output } of ahead(report.counting(expandPaths(paths)), backlog, take)) {
    if ('error' in output) {
      await report.failed(output.error);
      continue;
    }
    const { document, created, job } = output;
    const known = seen.has(document.id) || (!created && document.status === 'done');
    seen.add(document.id);
    const settled = options.waits
      ? await awaitDocument({ store, queue }, config.tenant, document.id, job?.id ?? null)
      : document;
    if (known && settled.status !== 'failed') await report.again(input.name, settled);
    else if (options.waits) await report.worked(input.name, settled);
    else await report.accepted(input.name, output);
  }
  return report.end();
}

/** Takes files in. The embedded profile works them in this process; on a cluster the workers do. */
export async function runIngest(
  context: Context,
  paths: readonly string[],
  options: IngestOptions,
): Promise<number> {
  const composition = await context.compose(options);
  const embedded = composition.config.profile === 'embedded';
  const worker = embedded ? await workHere(composition, 'silent') : null;
  try {
    return await ingestAll(context, composition, paths, {
      ...options,
      waits: embedded || options.wait === true,
    });
  } finally {
    await worker?.drain();
  }
}
