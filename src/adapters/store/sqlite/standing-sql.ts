import { noDeadlineUp } from '../shared/row-order.js';

const verdict = 'CASE WHEN due <= :today THEN past ELSE ahead END';
const verified = `CASE WHEN closed THEN iif(${verdict} = 'not_met', 'disputed', 'met')
  WHEN vague OR ${verdict} = 'no_evidence' THEN 'none' WHEN disputed THEN 'disputed' ELSE ${verdict} END`;
const schedule = `CASE WHEN closed OR vague OR due = '${noDeadlineUp}' THEN 'no_deadline'
  WHEN due < :today THEN 'overdue' WHEN due <= :soonUntil THEN 'due_soon' ELSE 'not_due' END`;

interface Days {
  readonly today: string;
  readonly soonUntil: string;
}

/** The statuses of a day over the columns of `standings`, word for word as `statusesOf` has them: `claimed/verified/schedule`. */
export function statusesSql({ today, soonUntil }: Days): { sql: string; values: string[] } {
  const values: string[] = [];
  const named = `claimed || '/' || (${verified}) || '/' || (${schedule})`;
  const sql = named.replace(/:(today|soonUntil)/g, (_, name: string) => {
    values.push(name === 'today' ? today : soonUntil);
    return '?';
  });
  return { sql, values };
}

/** Neither said to be another's double nor to be no promise. */
export const countsAsOne =
  "standings.double_of IS NULL AND coalesce(json_extract(standings.state, '$.review'), '') <> 'rejected'";
