import { noDeadlineUp } from '../shared/row-order.js';

const [due, closed, vague] = ['$state.dueUp', '$state.closed', '$state.vague'];

const cases = (branches: readonly (readonly [unknown, unknown])[], otherwise: unknown): unknown =>
  branches.reduceRight((rest, [is, gives]) => ({ $cond: [is, gives, rest] }), otherwise);

/** The statuses of a day over an item's `state`, word for word as `statusesOf` has them: `claimed/verified/schedule`. */
export function statusesOn({ today, soonUntil }: { today: string; soonUntil: string }): unknown {
  const verdict = { $cond: [{ $lte: [due, today] }, '$state.past', '$state.ahead'] };
  const verified = cases(
    [
      [closed, { $cond: [{ $eq: [verdict, 'not_met'] }, 'disputed', 'met'] }],
      [{ $or: [vague, { $eq: [verdict, 'no_evidence'] }] }, 'none'],
      ['$state.disputed', 'disputed'],
    ],
    verdict,
  );
  const schedule = cases(
    [
      [{ $or: [closed, vague, { $eq: [due, noDeadlineUp] }] }, 'no_deadline'],
      [{ $lt: [due, today] }, 'overdue'],
      [{ $lte: [due, soonUntil] }, 'due_soon'],
    ],
    'not_due',
  );
  return { $concat: ['$state.claimed', '/', verified, '/', schedule] };
}
