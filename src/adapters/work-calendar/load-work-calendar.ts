import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { JiannuoError } from '../../domain/errors.js';
import { issuePhrase } from '../../domain/issue-phrase.js';
import { phrase } from '../../domain/phrase.js';
import type { WorkCalendar } from '../../domain/work-calendar.js';

const mostBytes = 4 * 1024 * 1024;
const days = z.record(z.iso.date(), z.string());
/** As the package `chinese-days` publishes it (`dist/chinese-days.json`): the newest of those files can be taken as it is. */
const fileSchema = z.object({ holidays: days, workdays: days });
type Announced = z.infer<typeof fileSchema>;

/** What is wrong, and what to do. Never what the file holds: the variable may name another one by mistake. */
const invalid = (path: string, zh: string, en: string) =>
  new JiannuoError('configuration-invalid', {
    name: 'JIANNUO_HOLIDAYS',
    reason: phrase(
      `${path} ${zh}。请指向 npm 包 chinese-days 的 dist/chinese-days.json，或去掉这个变量`,
      `${path} ${en}; name a copy of dist/chinese-days.json of the npm package chinese-days, or leave the variable out`,
    ),
  });

function codeOf(thrown: unknown): string {
  const { code } = thrown as NodeJS.ErrnoException;
  return code ?? 'EIO';
}

function jsonOf(path: string): unknown {
  let text: string;
  try {
    if (statSync(path).size > mostBytes) throw invalid(path, '太大', 'is too large');
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof JiannuoError) throw thrown;
    const code = codeOf(thrown);
    throw invalid(path, `读不了（${code}）`, `cannot be read (${code})`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(path, '不是 JSON 文件', 'is no JSON file');
  }
}

function read(path: string): Announced {
  const parsed = fileSchema.safeParse(jsonOf(path));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const words = issue ? issuePhrase(issue) : { zh: '', en: '' };
  const part = String(issue?.path[0] ?? '');
  throw invalid(path, `的 ${part} ${words.zh}`, `at ${part}: ${words.en}`);
}

const shippedFile = 'chinese-days/dist/chinese-days.json';
let shipped: Announced | undefined;
/** What came with the program. Its data alone: the package's own functions read days by the zone of the machine. */
function shippedDays(): Announced {
  shipped ??= read(createRequire(import.meta.url).resolve(shippedFile));
  return shipped;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

interface Kept {
  /** Of the file: path, time of its last change, size. */
  readonly mark: string;
  readonly calendar: WorkCalendar;
}
let kept: Kept | undefined;

function markOf(path: string | null): string {
  if (path === null) return '';
  try {
    const { mtimeMs, size } = statSync(path);
    return [path, mtimeMs, size].join('|');
  } catch (thrown) {
    const code = codeOf(thrown);
    throw invalid(path, `读不了（${code}）`, `cannot be read (${code})`);
  }
}

/**
 * Days that are worked in China: what the State Council announced, as far as it is known here. Years that a file names are
 * its alone; of others the program knows those that it came with. Kept until the file changes.
 * @param path a file with the announced days, for an office without internet; null for what came with the program
 * Fault: `configuration-invalid`.
 */
export function loadWorkCalendar(path: string | null): WorkCalendar {
  const mark = markOf(path);
  if (kept?.mark !== mark) kept = { mark, calendar: calendarOf(path) };
  return kept.calendar;
}

function calendarOf(path: string | null): WorkCalendar {
  const given = path === null ? { holidays: {}, workdays: {} } : read(path);
  const named = new Set([...Object.keys(given.holidays), ...Object.keys(given.workdays)].map(yearOf));
  const others = (announced: Readonly<Record<string, string>>) =>
    Object.keys(announced).filter((day) => !named.has(yearOf(day)));
  const holidays = new Set([...Object.keys(given.holidays), ...others(shippedDays().holidays)]);
  const workdays = new Set([...Object.keys(given.workdays), ...others(shippedDays().workdays)]);
  const years = new Set([...holidays].map(yearOf));
  return {
    isWorkday: (day) => workdays.has(day) || (!holidays.has(day) && isWeekday(day)),
    knows: (year) => years.has(year),
  };
}
