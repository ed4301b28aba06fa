import { setImmediate as otherWork } from 'node:timers/promises';
import { dayAfter, daysBetween } from '../../domain/day.js';
import type { BoundFilter, LedgerRow } from '../../domain/ledger.js';
import type { RowBounds } from '../../domain/people.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { standingFilter } from './standing-filter.js';
import type { Reading } from './statuses.js';

/** An open promise that is overdue or falls due. */
export interface DueRow {
  readonly row: LedgerRow;
  readonly due: string;
  /** Days left; negative where it is overdue. */
  readonly days: number;
}

export interface DueAsked extends Reading {
  /** Days. */
  readonly within: number;
  /** No more are looked for; those with the earliest deadlines come first. */
  readonly limit?: number;
  /** The rows that whoever asks is bound to. */
  readonly bounds?: RowBounds | undefined;
}

const pageRows = 200;

/** Days that bound a schedule: rows are looked for along the index of deadlines, and only there. */
const boundsOf = (schedule: 'overdue' | 'due_soon', today: string, within: number) =>
  schedule === 'overdue'
    ? { deadlineTo: dayAfter(today, -1) }
    : { deadlineFrom: today, deadlineTo: dayAfter(today, within) };

function asDue(row: LedgerRow, today: string): DueRow | null {
  const { due = null, doubleOf = null } = row.state ?? {};
  const verdict = row.state && (due !== null && due <= today ? row.state.past : row.state.ahead);
  if (due === null || doubleOf !== null || verdict === 'met') return null;
  return { row, due, days: daysBetween(today, due) };
}

export const mostUrgentFirst = (a: DueRow, b: DueRow): number =>
  a.days - b.days || (a.row.id < b.row.id ? -1 : 1);

/** Promises of a schedule that are not shown to be met. */
export function openFilter(
  schedule: 'overdue' | 'due_soon',
  { today, profile, within, bounds }: DueAsked,
): BoundFilter {
  const reading = { today, profile: { ...profile, dueSoonDays: within } };
  const standing = standingFilter({ schedule }, reading);
  return {
    ...{ stance: 'commitment' as const, standing, within: bounds },
    ...boundsOf(schedule, today, within),
  };
}

/** Page by page, null for each row that is no open promise; with the process's other work in between. */
export async function* duePages(
  store: Pick<LedgerStore, 'rows'>,
  tenant: string,
  filter: BoundFilter,
  sort: 'deadline' | '-deadline',
  today: string,
): AsyncGenerator<(DueRow | null)[]> {
  let cursor: string | undefined;
  do {
    const page = await store.rows(tenant, filter, { sort, limit: pageRows, cursor });
    yield page.rows.map((row) => asDue(row, today));
    cursor = page.nextCursor ?? undefined;
    await otherWork();
  } while (cursor !== undefined);
}

/** Open promises that are overdue or fall due within so many days and are not shown to be met, most urgent first. */
export async function duePromises(
  store: Pick<LedgerStore, 'rows'>,
  tenant: string,
  asked: DueAsked,
): Promise<DueRow[]> {
  const { today, limit = Number.POSITIVE_INFINITY } = asked;
  const found: DueRow[] = [];
  for (const schedule of ['overdue', 'due_soon'] as const)
    for await (const page of duePages(store, tenant, openFilter(schedule, asked), 'deadline', today)) {
      found.push(...page.filter((due) => due !== null));
      if (found.length >= limit) break;
    }
  const sorted = found.sort(mostUrgentFirst);
  return limit === Number.POSITIVE_INFINITY ? sorted : sorted.slice(0, limit);
}
