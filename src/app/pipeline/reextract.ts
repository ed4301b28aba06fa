import type { Engine, StoredDocument } from '../../domain/document.js';
import { isLedgerCurrent, isLedgerRules } from '../import/ledger-sheet.js';
import { documentExtractJob } from '../jobs/document-extract.job.js';
import { enqueueAnew } from '../jobs/enqueue-anew.js';
import type { Extractor } from '../ports/extractor.js';
import type { JobQueue, JobView } from '../ports/job-queue.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { showDocument } from '../query/query.js';

export interface ReextractDependencies {
  readonly store: Pick<LedgerStore, 'document' | 'documents'>;
  readonly queue: Pick<JobQueue, 'enqueue' | 'job' | 'retry'>;
}

/** After all that was handed in: nobody waits for a ledger that stands. */
const priority = 900_000;
const pageSize = 200;

const queueExtraction = (
  { queue }: ReextractDependencies,
  { tenant, id }: StoredDocument,
): Promise<JobView> => enqueueAnew(queue, documentExtractJob, { tenant, documentId: id }, { priority });

const wasRead = ({ status, characters }: StoredDocument): boolean =>
  status === 'done' || (status === 'failed' && characters !== null);

const isOlder = (engine: Engine | null, now: Awaited<ReturnType<Extractor['engine']>>): boolean =>
  engine !== null && (isLedgerRules(engine.rules) ? !isLedgerCurrent(engine.rules) : isOther(engine, now));

const isOther = (engine: Engine, now: Awaited<ReturnType<Extractor['engine']>>): boolean =>
  engine.rules !== now.rules || engine.segmentation !== now.segmentation;

/**
 * Asks for a document to be extracted anew from its text; left as it is where the engine is the same. What people decided is
 * carried over by place and wording, what cannot be is `lost`.
 * @returns null where it is on its way anyway, or was never read
 * Fault: `not-found`.
 */
export async function reextractDocument(
  deps: ReextractDependencies,
  tenant: string,
  id: string,
): Promise<JobView | null> {
  const document = await showDocument(deps.store, tenant, id);
  return wasRead(document) ? queueExtraction(deps, document) : null;
}

export interface Asked {
  /** Jobs of documents that an older engine did. */
  readonly jobs: readonly { readonly jobId: string; readonly documentId: string }[];
  /** Documents that the engine of now did. */
  readonly current: number;
}

/** The same for every document that another engine did than the one of now. */
export async function reextractOlder(
  deps: ReextractDependencies,
  tenant: string,
  now: Awaited<ReturnType<Extractor['engine']>>,
): Promise<Asked> {
  const jobs: { jobId: string; documentId: string }[] = [];
  let current = 0;
  for (let cursor: string | undefined; ; ) {
    const page = await deps.store.documents(tenant, { limit: pageSize, cursor, status: 'done' });
    for (const document of page.rows) {
      if (isOlder(document.engine, now))
        jobs.push({ jobId: (await queueExtraction(deps, document)).id, documentId: document.id });
      else current += 1;
    }
    if (page.nextCursor === null) return { jobs, current };
    cursor = page.nextCursor;
  }
}
