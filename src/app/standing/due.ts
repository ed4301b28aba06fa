import { setImmediate as otherWork } from 'node:timers/promises';
import { dayAfter, daysBetween } from '../../domain/day.js';
import type { LedgerRow } from '../../domain/ledger.js';
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

/**
 * Open promises that are overdue or fall due within so many days and are not shown to be met, most urgent first. Page by
 * page, with the process's other work in between.
 */
export async function duePromises(
  store: Pick<LedgerStore, 'rows'>,
  tenant: string,
  { today, profile, within, limit = Number.POSITIVE_INFINITY, bounds }: DueAsked,
): Promise<DueRow[]> {
  const reading = { today, profile: { ...profile, dueSoonDays: within } };
  const found: DueRow[] = [];
  for (const schedule of ['overdue', 'due_soon'] as const) {
    const standing = standingFilter({ schedule }, reading);
    const filter = {
      ...{ stance: 'commitment' as const, standing, within: bounds },
      ...boundsOf(schedule, today, within),
    };
    let cursor: string | undefined;
    do {
      const page = await store.rows(tenant, filter, { sort: 'deadline', limit: pageRows, cursor });
      for (const row of page.rows) {
        const due = asDue(row, today);
        if (due) found.push(due);
      }
      cursor = page.nextCursor ?? undefined;
      await otherWork();
    } while (cursor !== undefined && found.length < limit);
  }
  const sorted = found.sort((a, b) => a.days - b.days || (a.row.id < b.row.id ? -1 : 1));
  return limit === Number.POSITIVE_INFINITY ? sorted : sorted.slice(0, limit);
}
