import { isNumeralCharacter } from '../numbers/characters.js';
import { numberAt } from '../numbers/number.js';
import type { Found } from './found.js';
import { measureAt } from './measure.js';
import { percentInWordsAt, tenthsAt } from './percent.js';
import {
  doublingAt,
  halfAt,
  moneyBehindCurrencyAt,
  ordinalAt,
  temperatureAt,
  vagueMeasureAt,
} from './prefixed.js';

/** What a value may begin with, by code: most characters are none. */
const begins = new Uint8Array(65_536);
for (const c of '第百佰千仟万十亿¥$£€₩₹₽฿人新港美欧英日RCNUHASE摄华零近上数几好成半翻负-.')
  begins[c.charCodeAt(0)] = 1;
for (let code = 0; code < 65_536; code++) if (isNumeralCharacter(String.fromCharCode(code))) begins[code] = 1;

const tenths = (text: string, at: number, found: Found): number => {
  if (text.startsWith('半成', at)) return tenthsAt(text, at, at + 1, 0.5, found);
  const number = text.charAt(at) === '第' ? null : numberAt(text, at);
  return number ? tenthsAt(text, at, number.end, number.value, found) : -1;
};

/** In this order: a longer form before the shorter one that it begins with. */
const readers = [
  ordinalAt,
  percentInWordsAt,
  moneyBehindCurrencyAt,
  temperatureAt,
  vagueMeasureAt,
  doublingAt,
  tenths,
  halfAt,
  measureAt,
];

/** Reads the value that begins at `at` into `found`; the offset after it, or -1 where none does. */
export function valueAt(text: string, at: number, found: Found): number {
  if (!begins[text.charCodeAt(at)]) return -1;
  for (const read of readers) {
    const end = read(text, at, found);
    if (end > at) return end;
  }
  return -1;
}
