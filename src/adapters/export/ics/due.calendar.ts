import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { DueShares, LeftOut } from '../../../app/standing/due-shares.js';
import { answerableFor } from '../../../domain/ledger.js';
import type { Language } from '../../../domain/phrase.js';
import { type WorkCalendar, workdayOnOrAfter } from '../../../domain/work-calendar.js';

export interface CalendarOptions {
  readonly language: Language;
  /** Where the service is asked for, without a slash at the end; null where nobody knows. */
  readonly linkBase: string | null;
  readonly workCalendar: WorkCalendar;
  readonly now: Date;
}

const words = {
  zh: {
    name: '践诺：承诺时限',
    due: '到期',
    responsible: '责任单位',
    was: (day: string) => `原定 ${day}`,
    free: (next: string) => `当天放假，之后第一个工作日是 ${next}`,
    unknown: '这一年的放假安排还没有，只算了周末',
    many: ({ count, capped }: LeftOut) => (capped ? `${count} 条以上` : `约 ${count} 条`),
    overdue: (many: string) => `过期更久的${many}没有列入`,
    ahead: (many: string) => `到期更晚的${many}没有列入`,
    comma: '；',
  },
  en: {
    name: 'Jiannuo: deadlines',
    due: 'Due',
    responsible: 'Responsible',
    was: (day: string) => `was due ${day}`,
    free: (next: string) => `not a working day; the next one is ${next}`,
    unknown: 'the holidays of this year are not known: only weekends count',
    many: ({ count, capped }: LeftOut) => (capped ? `${count} or more` : `about ${count}`),
    overdue: (many: string) => `${many} longer overdue are left out`,
    ahead: (many: string) => `${many} due later are left out`,
    comma: '; ',
  },
} as const;

const daySeconds = 86_400;
/** At nine in the morning of the day a week before, and of the day itself: seconds before the day begins. */
const remindBefore = [7 * daySeconds - 9 * 3600, -9 * 3600] as const;

/**
 * What falls due as a calendar (RFC 5545), an event of a whole day each. Whole days have no zone, so that they are the same
 * day wherever they are read; the instants are UTC, and the calendar says that it is of Asia/Shanghai.
 * What is left out is told in the description of the calendar.
 */
export function dueCalendar({ rows, leftOut }: DueShares, options: CalendarOptions): string {
  const { language, linkBase, workCalendar, now } = options;
  const t = words[language];
  const omitted = (['overdue', 'ahead'] as const)
    .filter((schedule) => leftOut[schedule].count > 0)
    .map((schedule) => t[schedule](t.many(leftOut[schedule])))
    .join(t.comma);
  const calendar = ical({
    name: t.name,
    ...(omitted !== '' && { description: omitted }),
    prodId: { company: 'jiannuo', product: 'due', language: language.toUpperCase() },
  });
  calendar.x([
    { key: 'X-WR-TIMEZONE', value: 'Asia/Shanghai' },
    { key: 'X-PUBLISHED-TTL', value: 'PT12H' },
  ]);
  for (const { row, due } of rows) {
    const said = row.deadline?.date ?? null;
    const units = answerableFor(row).join('、');
    const notes = [
      row.quote,
      units === '' ? '' : `${t.responsible}：${units}`,
      row.document.title ?? row.document.name,
      said !== null && said !== due ? t.was(said) : '',
      workCalendar.isWorkday(due) ? '' : t.free(workdayOnOrAfter(due, workCalendar)),
      workCalendar.knows(Number(due.slice(0, 4))) ? '' : t.unknown,
    ];
    const event = calendar.createEvent({
      id: `${row.id}@jiannuo`,
      // Read as UTC: the day does not move with the zone of the machine.
      start: new Date(`${due}T00:00:00Z`),
      allDay: true,
      stamp: now,
      summary: `${t.due}：${row.indicator || row.quote.slice(0, 60)}`,
      description: notes.filter(Boolean).join('\n'),
      ...(linkBase !== null && { url: `${linkBase}/commitments/${encodeURIComponent(row.id)}` }),
      transparency: ICalEventTransparency.TRANSPARENT,
      sequence: row.state?.version ?? 0,
    });
    // Said by itself: the options take no notice of it, and what comes after the start would be counted from the end.
    for (const trigger of remindBefore)
      event.createAlarm({ type: ICalAlarmType.display, trigger }).relatesTo(ICalAlarmRelatesTo.start);
  }
  return `${calendar.toString()}\r\n`;
}
