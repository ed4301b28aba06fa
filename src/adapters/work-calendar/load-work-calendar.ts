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

const invalid = (reason: ConstructorParameters<typeof JiannuoError>[1], cause?: unknown) =>
  new JiannuoError('configuration-invalid', { name: 'JIANNUO_HOLIDAYS', ...reason }, cause);

function read(path: string): Announced {
  let parsed: ReturnType<typeof fileSchema.safeParse>;
  try {
    if (statSync(path).size > mostBytes)
      throw invalid({ reason: phrase(`${path} 太大`, `${path} is too large`) });
    parsed = fileSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof JiannuoError) throw error;
    throw invalid({ reason: error instanceof Error ? error.message : String(error) }, error);
  }
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const words = issue ? issuePhrase(issue) : { zh: '', en: '' };
  const where = `${path}: ${issue?.path.join('.') ?? ''}`;
  throw invalid({ reason: phrase(`${where} ${words.zh}`, `${where} ${words.en}`) });
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

/**
 * Days that are worked in China: what the State Council announced, as far as it is known here. Years that a file names are
 * its alone; of others the program knows those that it came with.
 * @param path a file with the announced days, for an office without internet; null for what came with the program
 * Fault: `configuration-invalid`.
 */
export function loadWorkCalendar(path: string | null): WorkCalendar {
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
