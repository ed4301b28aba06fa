import type { Reminder, ReminderDelivery } from '../../../domain/reminder.js';

const words = {
  zh: {
    subject: (n: number, day: string) => `践诺提醒：${n} 项（${day}）`,
    kinds: { due: '到期', overdue: '已过期', reply: '答复期限', reply_overdue: '答复已超期' },
    left: ({ days, workdays }: Reminder) =>
      days >= 0 ? `还有 ${days} 天，其中工作日 ${workdays} 天` : `已过 ${-days} 天`,
    unknown: (years: string) => `${years} 年的放假安排还没有，这些年只算了周末。`,
    comma: '，',
    list: '、',
  },
  en: {
    subject: (n: number, day: string) => `Jiannuo: ${n} reminders (${day})`,
    kinds: { due: 'due', overdue: 'overdue', reply: 'reply due', reply_overdue: 'reply overdue' },
    left: ({ days, workdays }: Reminder) =>
      days >= 0 ? `${days} days left, ${workdays} of them working days` : `${-days} days ago`,
    unknown: (years: string) => `The holidays of ${years} are not known yet: only weekends count.`,
    comma: ', ',
    list: ', ',
  },
} as const;

/** Where a reminder's row or proposal is shown; null where nobody knows the service's address. */
export const linkOf = ({ kind, id }: Reminder, base: string | null): string | null =>
  base === null
    ? null
    : `${base}/${kind === 'due' || kind === 'overdue' ? 'commitments' : 'proposals'}/${encodeURIComponent(id)}`;

/** A delivery as an e-mail: a line for each reminder, most urgent first. Plain text, so that no words of a document are markup. */
export function mailOf(
  { day, reminders, holidaysUnknown }: ReminderDelivery,
  language: 'zh' | 'en',
  linkBase: string | null,
): { subject: string; text: string } {
  const t = words[language];
  const lines = reminders
    .toSorted((a, b) => a.days - b.days)
    .map((each) => {
      const parts = [each.title, `${t.kinds[each.kind]} ${each.due}`, t.left(each), each.units.join(t.list)];
      const link = linkOf(each, linkBase);
      return [parts.filter(Boolean).join(t.comma), ...(link === null ? [] : [link])].join('\n');
    });
  const note = holidaysUnknown.length > 0 ? [t.unknown(holidaysUnknown.join(t.list))] : [];
  return { subject: t.subject(reminders.length, day), text: `${[...lines, ...note].join('\n\n')}\n` };
}
