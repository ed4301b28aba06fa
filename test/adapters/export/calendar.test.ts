import { expect, it } from 'vitest';
import { dueCalendar } from '../../../src/adapters/export/ics/due.calendar.js';
import { loadWorkCalendar } from '../../../src/adapters/work-calendar/load-work-calendar.js';
import type { DueRow } from '../../../src/app/standing/due.js';

const given = (id: string, due: string, more: object = {}): DueRow =>
  ({
    row: {
      ...{
        id,
        indicator: '县域就诊率',
        quote: '县域就诊率达到92%以上；\n其余不变',
        responsible: ['县卫健局'],
      },
      ...{ deadline: { date: '2025-12-31' }, document: { title: '方案', name: 'a.docx' } },
      state: { version: 2, due, doubleOf: null },
      ...more,
    },
    due,
    days: 1,
  }) as unknown as DueRow;

const none = { count: 0, capped: false };
const whole = (rows: readonly DueRow[]) => ({ rows, leftOut: { overdue: none, ahead: none } });
const options = {
  ...{ language: 'zh' as const, linkBase: 'https://npc.example', workCalendar: loadWorkCalendar(null) },
  now: new Date('2025-06-01T01:02:03Z'),
};
/** Lines as they are meant: long ones are folded. */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

it('is an event of a whole day for each, on that day in every zone, with what is to be known of it', () => {
  const text = dueCalendar(whole([given('i1', '2026-02-15'), given('i2', '2031-01-01')]), options);
  const lines = linesOf(text);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
  expect(lines).toContain('DTSTART;VALUE=DATE:20260215');
  expect(lines).toContain('DTSTAMP:20250601T010203Z');
  expect(lines).toContain('UID:i1@jiannuo');
  expect(lines).toContain('X-WR-TIMEZONE:Asia/Shanghai');
  expect(lines).toContain('URL;VALUE=URI:https://npc.example/commitments/i1');
  expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(4);
  // At nine in the morning a week before, and of the day itself: both from its start.
  expect(lines.filter((line) => line.startsWith('TRIGGER')).slice(0, 2)).toEqual([
    'TRIGGER;RELATED=START:-P6DT15H',
    'TRIGGER;RELATED=START:PT9H',
  ]);
  expect(text).not.toContain('X-WR-CALDESC');
  const [first = '', second = ''] = lines.filter((line) => line.startsWith('DESCRIPTION:县域'));
  expect(first).toContain('县域就诊率达到92%以上；\\n其余不变');
  expect(first).toContain('责任单位：县卫健局');
  expect(first).toContain('原定 2025-12-31');
  expect(first).toContain('之后第一个工作日是 2026-02-24');
  expect(second).toContain('放假安排还没有');
});

it('keeps to the format whatever the words are', () => {
  const quote = `${'长'.repeat(300)};,\\"\u0007\r\nEND:VCALENDAR`;
  const rows = [given('i1', '2025-12-31', { indicator: '', quote, responsible: [] })];
  const text = dueCalendar(whole(rows), options);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(linesOf(text).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  expect(text).not.toContain('原定');
});

it('says what is left out', () => {
  const descriptionOf = (leftOut: Parameters<typeof dueCalendar>[0]['leftOut'], language: 'zh' | 'en') =>
    linesOf(dueCalendar({ rows: [], leftOut }, { ...options, language })).find((line) =>
      line.startsWith('X-WR-CALDESC'),
    );
  const some = { overdue: { count: 120, capped: false }, ahead: { count: 10_000, capped: true } };
  expect(descriptionOf(some, 'zh')).toBe(
    'X-WR-CALDESC:过期更久的约 120 条没有列入；到期更晚的10000 条以上没有列入',
  );
  expect(descriptionOf({ ...some, overdue: none }, 'en')).toBe(
    'X-WR-CALDESC:10000 or more due later are left out',
  );
});
