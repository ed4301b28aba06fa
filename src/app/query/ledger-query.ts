import { z } from 'zod';
import { documentStatuses } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { issuePhrase } from '../../domain/issue-phrase.js';
import { type LedgerFilter, ledgerFilterSchema, ledgerPageSchema, querySorts } from '../../domain/ledger.js';
import { claimedStatuses, lights, schedules, verifiedStatuses } from '../../domain/standing.js';

/** A truth value as it stands in a query string or after a flag. */
const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const limit = z.coerce.number().pipe(ledgerPageSchema.shape.limit.unwrap()).default(50);

/** The filters as strings. */
const filterShape = {
  ...ledgerFilterSchema.shape,
  hedged: flag.optional(),
  noDeadline: flag.optional(),
  reviewed: flag.optional(),
  lessSureThan: z.coerce.number().pipe(ledgerFilterSchema.shape.lessSureThan.unwrap()).optional(),
  deadlineFrom: z.iso.date().optional(),
  deadlineTo: z.iso.date().optional(),
};

/** Where a promise stands today; the statuses of a store are made from them (`standingFilter`). */
const statusesShape = {
  claimed: z.enum(claimedStatuses).optional(),
  verified: z.enum(verifiedStatuses).optional(),
  schedule: z.enum(schedules).optional(),
  light: z.enum(lights).optional(),
};

/** The filters alone. */
export const filterQuerySchema = z.strictObject({ ...filterShape, ...statusesShape });

/** The filters and the page as strings, the same for the command line and for HTTP. A parameter that is not known is refused. */
export const ledgerQuerySchema = z.strictObject({
  ...filterShape,
  ...statusesShape,
  sort: z.enum(querySorts).default('deadline'),
  limit,
  cursor: ledgerPageSchema.shape.cursor,
  /** Also count how many rows match. */
  count: flag.optional(),
});
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;

export const documentsQuerySchema = z.strictObject({
  status: z.enum(documentStatuses).optional(),
  limit,
  cursor: ledgerPageSchema.shape.cursor,
});

export const binQuerySchema = documentsQuerySchema.omit({ status: true });

export const jobsQuerySchema = z.strictObject({
  status: z.enum(['waiting', 'delayed', 'running', 'done', 'dead']).optional(),
  kind: z.string().min(1).max(64).optional(),
  limit,
});

/** Parses strings, or throws `query-invalid` that names the first wrong parameter. */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw queryFault(parsed.error.issues);
}

/** The fault that tells of zod's first issue. */
export function queryFault(issues: readonly z.core.$ZodIssue[]): JiannuoError {
  const issue = issues[0];
  const parameter =
    issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '?') : issue?.path.join('.') || '?';
  return new JiannuoError('query-invalid', { parameter, reason: issue ? issuePhrase(issue) : '' });
}

/** The filter in a parsed query, apart from the statuses and from how its rows are paged. */
export function filterOf(query: Partial<LedgerQuery>): LedgerFilter {
  const { sort: _sort, limit: _limit, cursor: _cursor, count: _count, ...rest } = query;
  const { claimed: _claimed, verified: _verified, schedule: _schedule, light: _light, ...filter } = rest;
  return filter;
}
