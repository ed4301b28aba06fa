import type { Item } from '../../domain/item.js';
import { findDates } from '../../extract/values/date.js';
import { halfWidth } from './ledger-figure.js';
import { dayIn } from './proposal-rows.js';

type Deadline = NonNullable<Item['deadline']>;

/** 长期坚持, 每年: no day is meant. */
const open = /^(?:长期|持续|常态|全年|每[年季月]|不限|无|\/|-+|—+)/u;

/** What a cell of a deadline says: null for none that is meant, `unclear` for words that no day is read from. */
export function deadlineIn(cell: string): Deadline | null | 'unclear' {
  const words = halfWidth(cell.trim());
  if (words === '' || open.test(words)) return null;
  const told = (date: string | null): Deadline => ({ text: cell, date, scope: 'clause', inferred: [] });
  const day = dayIn(words);
  if (day !== null) return told(day);
  const year = /^(20\d\d)(?:年度?)?$/u.exec(words)?.[1];
  if (year !== undefined) return told(`${year}-12-31`);
  const found = findDates(words, 0, words.length, { year: null, day: null });
  const last = found.filter(({ role, date }) => role === 'by' && date !== null).at(-1);
  if (last) return told(last.date);
  return found.some(({ role }) => role === 'length') ? told(null) : 'unclear';
}
