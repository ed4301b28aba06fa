/**
 * Numerals: 1,200 · 8.2 · 三千二百 · 十五 · 两 · 〇. Scales 万 and 亿 after the digits are left to the unit (8.2 亿元),
 * as the ledger keeps figures as written.
 */
export interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly chinese: boolean;
}

export const chineseDigit = new Map<string, number>([
  ['零', 0],
  ['〇', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['壹', 1],
  ['贰', 2],
  ['叁', 3],
  ['肆', 4],
  ['伍', 5],
  ['陆', 6],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
]);
export const chineseScale = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
]);

/** Characters of a Chinese numeral, by code. */
const isNumeral = new Uint8Array(65_536);
for (const c of [...chineseDigit.keys(), ...chineseScale.keys()]) isNumeral[c.charCodeAt(0)] = 1;

const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;

export function isChineseNumeralCharacter(c: string): boolean {
  return chineseDigit.has(c) || chineseScale.has(c);
}

function arabic(text: string, start: number): Numeral {
  let end = start;
  while (isDigitCode(text.charCodeAt(end))) end++;
  // 1,200,000: groups of three after one to three digits.
  if (end - start <= 3) {
    while (
      text.charAt(end) === ',' &&
      [1, 2, 3].every((k) => isDigitCode(text.charCodeAt(end + k))) &&
      !isDigitCode(text.charCodeAt(end + 4))
    )
      end += 4;
  }
  if (text.charAt(end) === '.' && isDigitCode(text.charCodeAt(end + 1))) {
    let stop = end + 1;
    while (isDigitCode(text.charCodeAt(stop))) stop++;
    // 2.3.1 is a heading, not a number.
    if (text.charAt(stop) !== '.' || !isDigitCode(text.charCodeAt(stop + 1))) end = stop;
  }
  const digits = text.slice(start, end);
  return { end, value: Number(digits.includes(',') ? digits.replace(/,/g, '') : digits), chinese: false };
}

function chinese(text: string, start: number): Numeral | null {
  let end = start;
  let total = 0;
  let digit = -1;
  let run = '';
  let scaled = false;
  /** The scale right before the digit; 0 after 零. */
  let before = 0;
  for (; end < text.length; end++) {
    if (!isNumeral[text.charCodeAt(end)]) break;
    const c = text.charAt(end);
    const d = chineseDigit.get(c);
    if (d !== undefined) {
      if (digit >= 0 && c !== '零' && digit !== 0) {
        // 二〇二五 is a run of digits; after a scale it ends the numeral.
        if (scaled) break;
      }
      if (c === '零') before = 0;
      digit = d;
      run += String(d);
      continue;
    }
    const scale = chineseScale.get(c);
    if (scale === undefined) break;
    if (run.length > 1 && !scaled) break;
    total += (digit < 0 ? 1 : digit) * scale;
    digit = -1;
    scaled = true;
    before = scale;
  }
  // 百, 千 alone are parts of words (千兆, 百姓); 十 alone is ten.
  if (end === start || (chineseScale.get(text.charAt(start)) ?? 0) >= 100) return null;
  // 一千三 is 1300, 一千零三 1003.
  const tenths = before >= 100 ? before / 10 : 1;
  const whole = scaled ? total + Math.max(0, digit) * tenths : Number(run);
  // 一点五亿: digits after 点, read one by one.
  if (text.charAt(end) === '点') {
    let stop = end + 1;
    let fraction = '';
    for (
      let d = chineseDigit.get(text.charAt(stop));
      d !== undefined;
      d = chineseDigit.get(text.charAt(++stop))
    )
      fraction += String(d);
    if (fraction && (scaled || run.length === 1))
      return { end: stop, value: Number(`${whole}.${fraction}`), chinese: true };
  }
  return { end, value: whole, chinese: true };
}

/** The numeral that begins at `start`, or null. */
export function numeralAt(text: string, start: number): Numeral | null {
  return isDigitCode(text.charCodeAt(start)) ? arabic(text, start) : chinese(text, start);
}
