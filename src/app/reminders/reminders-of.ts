import { answerableFor } from '../../domain/ledger.js';
import type { Reminder, ReminderTarget } from '../../domain/reminder.js';
import type { ProposalsAnswer } from '../query/proposal-view.js';
import type { DueRow } from '../standing/due.js';

/** A reminder that was missed while nothing ran still goes out so many days later. */
export const graceDays = 7;
const longestTitle = 120;
const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, longestTitle);

/** The step that is due now: the smallest one ahead that has been reached; null before the first. */
const stepAhead = (left: number, steps: readonly number[]): number | null => {
  const reached = steps.filter((step) => left <= step);
  return left < 0 || reached.length === 0 ? null : Math.min(...reached);
};
/** After the day: the largest one that has been reached, not longer ago than a week. */
const stepBehind = (passed: number, steps: readonly number[]): number | null => {
  const reached = steps.filter((step) => passed >= step && passed - step <= graceDays);
  return reached.length === 0 ? null : Math.max(...reached);
};

/** What a target is to be reminded of among promises that fall due or have passed. */
export function dueReminders(
  rows: readonly DueRow[],
  { days: ahead, overdueDays }: Pick<ReminderTarget, 'days' | 'overdueDays'>,
  workdays: (days: number) => number,
): Reminder[] {
  return rows.flatMap(({ row, due, days }): Reminder[] => {
    const step = days >= 0 ? stepAhead(days, ahead) : stepBehind(-days, overdueDays);
    if (step === null) return [];
    const kind = days >= 0 ? 'due' : 'overdue';
    return [
      {
        key: `${kind}|${row.id}|${due}|${step}`,
        ...{ kind, id: row.id, due, days, workdays: workdays(days) },
        title: flat(row.indicator === '' ? row.quote : `${row.indicator} ${row.valueText ?? ''}`),
        units: answerableFor(row),
      },
    ];
  });
}

/** What a target is to be reminded of among proposals that wait for a reply, by working days. */
export function replyReminders(
  proposals: ProposalsAnswer['proposals'],
  { replyWorkdays }: Pick<ReminderTarget, 'replyWorkdays'>,
  today: string,
  daysTo: (day: string) => number,
  workdays: (days: number) => number,
): Reminder[] {
  return proposals.flatMap(({ id, number, title, followUp: { reply, replyBy } }): Reminder[] => {
    if (replyBy === null || reply === 'done' || replyWorkdays.length === 0) return [];
    const days = daysTo(replyBy);
    const left = workdays(days);
    const isOver = replyBy < today;
    const step = isOver ? (-days <= graceDays ? 0 : null) : stepAhead(left, replyWorkdays);
    if (step === null) return [];
    const kind = isOver ? 'reply_overdue' : 'reply';
    return [
      {
        key: `${kind}|${id}|${replyBy}|${step}`,
        ...{ kind, id, due: replyBy, days, workdays: left, units: [] },
        title: flat(`${number} ${title ?? ''}`),
      },
    ];
  });
}
