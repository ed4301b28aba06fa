import { type Day, dayOf } from './calendar.js';
import { feastIn } from './lunar.js';

/** Days of fixed date, by month and day. */
const fixed: Readonly<Record<string, readonly [number, number]>> = {
  元旦节: [1, 1],
  元旦: [1, 1],
  妇女节: [3, 8],
  植树节: [3, 12],
  劳动节: [5, 1],
  国际劳动节: [5, 1],
  五一国际劳动节: [5, 1],
  五一劳动节: [5, 1],
  五一节: [5, 1],
  青年节: [5, 4],
  儿童节: [6, 1],
  建党节: [7, 1],
  建军节: [8, 1],
  教师节: [9, 10],
  国庆节: [10, 1],
  国庆: [10, 1],
};
const words =
  /(?:五一国际劳动节|五一劳动节|国际劳动节|劳动节|五一节|元旦节?|国庆节?|春节|妇女节|植树节|青年节|儿童节|建党节|建军节|教师节|[“"]五一[”"]|五一(?=前|后|期间|假期|小长假|、十一)|[“"]十一[”"])/y;

export interface Holiday {
  readonly end: number;
  /** Of the lunar year: another day each year. */
  readonly moves: boolean;
  readonly on: (year: number) => Day | null;
}

/** A holiday that begins at `at`. 国庆70周年 is none. */
export function holidayAt(text: string, at: number): Holiday | null {
  words.lastIndex = at;
  const word = words.exec(text)?.[0];
  if (!word || /[\d周]/.test(text.charAt(words.lastIndex))) return null;
  const end = words.lastIndex;
  if (word === '春节')
    return {
      end,
      moves: true,
      on: (year) => {
        const date = feastIn('春节', year);
        return date ? dayOf(year, date.month, date.day) : null;
      },
    };
  const [month, day] = fixed[word] ?? (word.includes('十一') ? [10, 1] : [5, 1]);
  return { end, moves: false, on: (year) => dayOf(year, month, day) };
}
