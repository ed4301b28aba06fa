import { dayAfter } from '../../../domain/day.js';
import type { BoundFilter } from '../../../domain/ledger.js';
import type { Schedule, StandingFilter } from '../../../domain/standing.js';

/** Days, inclusive, between which rows of these schedules fall due; null for no bound. */
function boundsOf(
  asked: ReadonlySet<Schedule>,
  { today, soonUntil }: Pick<StandingFilter, 'today' | 'soonUntil'>,
): { readonly from: string | null; readonly to: string | null } {
  const from = asked.has('overdue') ? null : asked.has('due_soon') ? today : dayAfter(soonUntil, 1);
  const to = asked.has('not_due') ? '9999-12-31' : asked.has('due_soon') ? soonUntil : dayAfter(today, -1);
  return { from, to };
}

const latest = (a: string | undefined, b: string | null) => (b === null || (a && a > b) ? a : b);
const earliest = (a: string | undefined, b: string | null) => (b === null || (a && a < b) ? a : b);

/**
 * Says of a filter by statuses also between which days its rows fall due, where the schedules allowed tell: so the index of
 * deadlines bounds what is looked at.
 */
export function withinSchedules(filter: BoundFilter): BoundFilter {
  const { standing, deadlineFrom, deadlineTo } = filter;
  if (!standing || standing.allowed.length === 0) return filter;
  const asked = new Set(
    standing.allowed.map((joined) => joined.slice(joined.lastIndexOf('/') + 1) as Schedule),
  );
  if (asked.has('no_deadline')) return filter;
  const { from, to } = boundsOf(asked, standing);
  return { ...filter, deadlineFrom: latest(deadlineFrom, from), deadlineTo: earliest(deadlineTo, to) };
}
