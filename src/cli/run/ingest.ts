import { awaitDocument } from '../../app/ingest/await-document.js';
import { awaitTracked } from '../../app/ingest/await-tracked.js';
import {
  type IngestDocumentsDependencies,
  ingestDocuments,
  type Taken,
} from '../../app/ingest/ingest-documents.js';
import { createIngest } from '../../app/ingest/ingest-file.js';
import { readyStore } from '../../app/query/ready-store.js';
import type { Composition } from '../../compose.js';
import { asJiannuoError } from '../../domain/errors.js';
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

/** One file after another, so that one is in memory at a time. Names are those that the user gave. */
function intake(deps: IngestDocumentsDependencies, limit: number): (found: FoundFile) => Promise<Taken[]> {
  let last: Promise<unknown> = Promise.resolve();
  const take = async (found: FoundFile): Promise<Taken[]> => {
    const taken: Taken[] = [];
    try {
      if ('error' in found) throw found.error;
      const { bytes } = await loadFile(found, limit);
      const name = ledgerName(found.argument, found.name);
      for await (const document of ingestDocuments(deps, { name, bytes })) {
        taken.push({ ...document, name: found.name + document.name.slice(name.length) });
      }
    } catch (thrown) {
      taken.push({ name: found.name, error: asJiannuoError(thrown) });
    }
    return taken;
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
  const [store, blobs, queue, reader] = await Promise.all([
    readyStore(composition.store)(),
    composition.blobs(),
    composition.queue(),
    composition.reader(),
  ]);
  const { config } = composition;
  const ingest = createIngest({ store, blobs, queue: async () => queue }, config);
  const take = intake({ reader, ingest }, config.maxFileBytes);
  const report = ingestReport(context, options.progress);
  // Of two equal files in one run the second is known, though it came before the first was worked.
  const seen = new Map<string, string>();
  const settle = async (taken: Taken): Promise<void> => {
    const { name } = taken;
    if ('error' in taken) return report.failed(name, taken.error);
    const { document, created, job } = taken;
    const before =
      seen.get(document.id) ?? (!created && document.status === 'done' ? document.name : undefined);
    seen.set(document.id, before ?? name);
    const settled = options.waits
      ? await awaitDocument({ store, queue }, config.tenant, document.id, job?.id ?? null)
      : document;
    if (before !== undefined && settled.status !== 'failed') await report.again(name, before, settled.id);
    else if (options.waits) await report.worked(name, settled);
    else await report.accepted(name, taken);
  };
  for await (const { output } of ahead(report.counting(expandPaths(paths)), backlog, take)) {
    report.unpacked(output.length);
    for (const taken of output) await settle(taken);
  }
  return report.end(options.waits ? await awaitTracked({ store, queue }, config.tenant, seen.keys()) : 0);
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
