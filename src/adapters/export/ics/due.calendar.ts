import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { DueRow } from '../../../app/standing/due.js';
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
  },
  en: {
    name: 'Jiannuo: deadlines',
    due: 'Due',
    responsible: 'Responsible',
    was: (day: string) => `was due ${day}`,
    free: (next: string) => `not a working day; the next one is ${next}`,
    unknown: 'the holidays of this year are not known: only weekends count',
  },
} as const;

const daySeconds = 86_400;
/** In the morning of the day a week before, and of the day itself. */
const remindBefore = [7 * daySeconds - 9 * 3600] as const;

/**
 * What falls due as a calendar (RFC 5545), an event of a whole day each. Whole days have no zone, so that they are the same
 * day wherever they are read; the instants are UTC, and the calendar says that it is of Asia/Shanghai.
 */
export function dueCalendar(rows: readonly DueRow[], options: CalendarOptions): string {
  const { language, linkBase, workCalendar, now } = options;
  const t = words[language];
  const calendar = ical({
    name: t.name,
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
    calendar.createEvent({
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
      alarms: remindBefore.map((trigger) => ({ type: ICalAlarmType.display, trigger })),
    });
  }
  return `${calendar.toString()}\r\n`;
}
