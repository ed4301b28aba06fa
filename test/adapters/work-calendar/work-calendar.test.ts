import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadWorkCalendar } from '../../../src/adapters/work-calendar/load-work-calendar.js';
import { dayAfter, daysBetween } from '../../../src/domain/day.js';
import { workdayOnOrAfter, workdaysFrom } from '../../../src/domain/work-calendar.js';

const folder = mkdtempSync(join(tmpdir(), 'jiannuo-days-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('working days', () => {
  const calendar = loadWorkCalendar(null);

  it('know weekends, public holidays and the days worked for them', () => {
    const worked = (day: string) => calendar.isWorkday(day);
    expect(['2026-02-13', '2026-02-14', '2026-02-16', '2026-02-20', '2026-02-24'].map(worked)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(worked('2026-01-04')).toBe(true);
    expect(['2025-10-01', '2025-10-08', '2025-10-09', '2025-10-11'].map(worked)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('are weekdays where the holidays of a year are not announced', () => {
    expect(calendar.knows(2026)).toBe(true);
    expect(calendar.knows(2031)).toBe(false);
    expect(calendar.isWorkday('2031-10-01')).toBe(true);
    expect(calendar.isWorkday('2031-10-04')).toBe(false);
  });

  it('are taken from a file for the years that it names', () => {
    const file = { holidays: { '2031-10-01': '国庆节' }, workdays: { '2031-10-04': '国庆节' } };
    const updated = loadWorkCalendar(written('days.json', JSON.stringify(file)));
    expect(updated.knows(2031)).toBe(true);
    expect(updated.isWorkday('2031-10-01')).toBe(false);
    expect(updated.isWorkday('2031-10-02')).toBe(true);
    expect(updated.isWorkday('2031-10-04')).toBe(true);
    expect(updated.isWorkday('2026-02-16')).toBe(false);
  });

  it.each([
    ['no-json.json', '{'],
    ['secrets.env', 'PASSWORD=hunter2'],
    ['no-days.json', '{"holidays":{"tomorrow":"x"},"workdays":{}}'],
    ['no-holidays.json', '[]'],
  ])('refuse a file that is none: %s', (name, text) => {
    const path = written(name, text);
    let thrown: unknown;
    try {
      loadWorkCalendar(path);
    } catch (fault) {
      thrown = fault;
    }
    expect(thrown).toMatchObject({ code: 'configuration-invalid' });
    const { message } = thrown as Error;
    for (const told of ['JIANNUO_HOLIDAYS', path, 'chinese-days.json', '去掉这个变量'])
      expect(message).toContain(told);
    expect(JSON.stringify(thrown)).not.toMatch(/PASS|hunter|tomorrow/);
    expect(() => loadWorkCalendar(join(folder, 'missing.json'))).toThrow(/JIANNUO_HOLIDAYS/);
  });

  it('are read once, and again when the file has changed', () => {
    const of = (day: string) => JSON.stringify({ holidays: { [day]: '国庆节' }, workdays: {} });
    const path = written('kept.json', of('2031-10-01'));
    const first = loadWorkCalendar(path);
    expect(loadWorkCalendar(path)).toBe(first);
    writeFileSync(path, of('2031-10-02'));
    utimesSync(path, 1_000, 1_000);
    const second = loadWorkCalendar(path);
    expect([second.isWorkday('2031-10-01'), second.isWorkday('2031-10-02')]).toEqual([true, false]);
    expect(loadWorkCalendar(null).knows(2031)).toBe(false);
  });

  it('are counted and found from a day on, and before it', () => {
    const from = workdaysFrom('2026-02-13', calendar);
    // 14 February is worked; the 15th to the 23rd are the Spring Festival.
    expect([0, 1, 2, 10, 11].map(from)).toEqual([0, 1, 1, 1, 2]);
    expect(from(-1)).toBe(-1);
    expect(workdayOnOrAfter('2026-02-15', calendar)).toBe('2026-02-24');
    expect(workdayOnOrAfter('2026-02-13', calendar)).toBe('2026-02-13');
    for (let days = 0; days < 400; days += 7) {
      let plain = 0;
      for (let n = 1; n <= days; n++) if (calendar.isWorkday(dayAfter('2025-06-01', n))) plain += 1;
      expect(workdaysFrom('2025-06-01', calendar)(days)).toBe(plain);
    }
  });

  it('are reckoned by weeks where a day lies so far off that counting would take long', () => {
    let looked = 0;
    const weekdays = {
      isWorkday: (day: string) => {
        looked += 1;
        return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      },
      knows: () => false,
    };
    const from = workdaysFrom('2026-02-13', weekdays);
    const first = daysBetween('2026-02-13', '0001-01-01');
    expect(first).toBeLessThan(-700_000);
    const one = (days: number) => workdaysFrom('2026-02-13', weekdays)(days);
    for (const days of [first, -first]) {
      const weeks = Math.trunc(days / 7);
      expect(from(days)).toBe(5 * weeks + one(days - 7 * weeks));
    }
    expect(looked).toBeLessThan(25_000);
  });
});
