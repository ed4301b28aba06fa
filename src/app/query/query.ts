import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import type { BoundFilter, LedgerRow } from '../../domain/ledger.js';
import type { RowBounds } from '../../domain/people.js';
import { phrase } from '../../domain/phrase.js';
import type { SourceText } from '../../domain/source-text.js';
import type { Standing, StandingFilter } from '../../domain/standing.js';
import type { JobFilter, JobQueue, JobView } from '../ports/job-queue.js';
import type { LedgerStore, Page } from '../ports/ledger-store.js';
import { type Anchor, anchorOf } from './anchor.js';
import { filterOf, type LedgerQuery } from './ledger-query.js';
import { type Passage, passageAround } from './passage.js';
import { rowsByRelevance } from './relevance.js';

/** Matches are counted no further: a person reads "more than ten thousand" alike. */
const countCap = 10_000;

export interface RowsAnswer {
  readonly rows: readonly LedgerRow[];
  readonly nextCursor: string | null;
  /** Where it was asked for. */
  readonly total: { readonly count: number; readonly capped: boolean } | null;
}

const found = <T>(value: T | null, what: string, id: string): T => {
  if (value === null) throw new JiannuoError('not-found', { what, id });
  return value;
};

async function page(
  store: Pick<LedgerStore, 'rows'>,
  tenant: string,
  filter: BoundFilter,
  { sort, limit, cursor }: LedgerQuery,
): Promise<Page<LedgerRow>> {
  if (sort !== 'relevance') return store.rows(tenant, filter, { sort, limit, cursor });
  const { text } = filter;
  if (text !== undefined) return rowsByRelevance(store, tenant, { ...filter, text }, { limit, cursor });
  throw new JiannuoError('query-invalid', {
    parameter: 'sort',
    reason: phrase('按相关度排序要同时给出检索词（text）', 'relevance needs words to search for (text)'),
  });
}

/** What holds beside the filters of a query. */
export interface Narrowed {
  readonly standing?: StandingFilter | undefined;
  /** The rows that whoever asks is bound to. */
  readonly within?: RowBounds | undefined;
}

/** The whole filter of a query. */
export const boundFilter = (
  query: Partial<LedgerQuery>,
  { standing, within }: Narrowed = {},
): BoundFilter => ({ ...filterOf(query), ...(standing && { standing }), ...(within && { within }) });

/** Rows of the ledger that match, one page. */
export async function listRows(
  store: Pick<LedgerStore, 'rows' | 'count'>,
  tenant: string,
  query: LedgerQuery,
  narrowed: Narrowed = {},
): Promise<RowsAnswer> {
  const filter = boundFilter(query, narrowed);
  const { rows, nextCursor } = await page(store, tenant, filter, query);
  if (!query.count) return { rows, nextCursor, total: null };
  const count = await store.count(tenant, filter, countCap);
  return { rows, nextCursor, total: { count, capped: count >= countCap } };
}

export interface ShownRow {
  readonly row: LedgerRow;
  /** null where the text is not stored any more. */
  readonly passage: Passage | null;
  readonly anchor: Anchor | null;
  /** null for a result, and until the promise has been tracked. */
  readonly standing: Standing | null;
}

/** Whether a row lies within the bounds. */
export async function mayRead(
  store: Pick<LedgerStore, 'count'>,
  tenant: string,
  { documentId, unitIds }: LedgerRow,
  within: RowBounds | undefined,
): Promise<boolean> {
  if (within === undefined) return true;
  if ('unitIds' in within) return within.unitIds.some((id) => unitIds.includes(id));
  return (await store.count(tenant, { documentId, within }, 1)) > 0;
}

/** A row that somebody may read. What lies outside `within` is not found. */
export async function readableRow(
  store: Pick<LedgerStore, 'row' | 'count'>,
  tenant: string,
  id: string,
  within?: RowBounds,
): Promise<LedgerRow> {
  const stored = await store.row(tenant, id);
  const readable = stored && (await mayRead(store, tenant, stored, within)) ? stored : null;
  return found(readable, 'commitment', id);
}

/** A row with the passage of its source and where it stands. What lies outside `within` is not found. */
export async function showRow(
  store: Pick<LedgerStore, 'row' | 'text' | 'count' | 'standing'>,
  tenant: string,
  id: string,
  within?: RowBounds,
): Promise<ShownRow> {
  const row = await readableRow(store, tenant, id, within);
  const source = await store.text(tenant, row.documentId);
  const standing = row.stance === 'commitment' ? await store.standing(tenant, id) : null;
  const passage = source ? passageAround(source.text, row) : null;
  return { row, passage, anchor: source ? anchorOf(source, row) : null, standing };
}

export async function showDocument(
  store: Pick<LedgerStore, 'document'>,
  tenant: string,
  id: string,
): Promise<StoredDocument> {
  return found(await store.document(tenant, id), 'document', id);
}

export async function showText(
  store: Pick<LedgerStore, 'text'>,
  tenant: string,
  id: string,
): Promise<SourceText> {
  return found(await store.text(tenant, id), 'document', id);
}

/** Whose work a job is; an office sees only its own. */
const tenantOf = (job: JobView): unknown => (job.payload as { tenant?: unknown } | null)?.tenant;

export async function showJob(queue: Pick<JobQueue, 'job'>, tenant: string, id: string): Promise<JobView> {
  const job = await queue.job(id);
  return found(job && tenantOf(job) === tenant ? job : null, 'job', id);
}

export async function listJobs(
  queue: Pick<JobQueue, 'jobs'>,
  tenant: string,
  filter: Omit<JobFilter, 'tenant'>,
): Promise<readonly JobView[]> {
  return queue.jobs({ ...filter, tenant });
}

/** Puts a job that was set aside back to waiting. */
export async function retryJob(
  queue: Pick<JobQueue, 'job' | 'retry'>,
  tenant: string,
  id: string,
): Promise<JobView> {
  await showJob(queue, tenant, id);
  return queue.retry(id);
}
