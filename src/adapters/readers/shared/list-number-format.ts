const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';

/** 一、十、十一、一百零五: counting up to 9999, as headings are numbered. */
function counting(n: number, numerals: string, units: readonly string[], zero: string): string {
  if (n <= 0 || n > 9999) return String(n);
  const places = [...String(n)].map(Number);
  let text = '';
  let skipped = false;
  for (const [i, digit] of places.entries()) {
    if (digit === 0) {
      skipped = true;
      continue;
    }
    if (skipped && text !== '') text += zero;
    skipped = false;
    text += (numerals[digit] ?? '') + (units[places.length - 1 - i] ?? '');
  }
  return text;
}

const chinese = (n: number) => counting(n, digits, ['', '十', '百', '千'], '零').replace(/^一十/, '十');
const legal = (n: number) => counting(n, legalDigits, ['', '拾', '佰', '仟'], '零');
const digitByDigit = (n: number) => [...String(n)].map((c) => digits[Number(c)] ?? c).join('');
const fullWidth = (n: number) =>
  [...String(n)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');

function roman(n: number): string {
  if (n <= 0 || n > 3999) return String(n);
  const steps: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let text = '';
  let rest = n;
  for (const [value, letters] of steps) {
    text += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

// After z come aa, bb: Word repeats the letter.
const letter = (n: number) =>
  n > 0 && n <= 780 ? String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26)) : String(n);
const from = (first: number, count: number) => (n: number) =>
  n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n);
const circled = (n: number) =>
  n > 20 && n <= 35 ? from(0x3251, 15)(n - 20) : n > 35 ? from(0x32b1, 15)(n - 35) : from(0x2460, 20)(n);
const cycle = (signs: string) => (n: number) => signs[(n - 1) % signs.length] ?? String(n);

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3280, 10),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  none: () => '',
};

/** A list number as the format of that name (w:numFmt) writes it; a format that is not known counts 1, 2, 3. */
export function formatNumber(n: number, format: string): string {
  return (formats[format] ?? String)(n);
}
