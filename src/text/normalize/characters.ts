import { simplifiedForms } from './traditional.js';

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

const isFullWidthDigit = (c: string | undefined): boolean => c !== undefined && c >= '０' && c <= '９';

/** Han, or punctuation and letters written at Han width: what a blank may not stand inside. */
export function isWide(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x3001 && code <= 0x303f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    code === 0x201c ||
    code === 0x201d ||
    code === 0x2018 ||
    code === 0x2019 ||
    code === 0x2014 ||
    code === 0x2026 ||
    (code >= 0xd800 && code <= 0xdfff)
  );
}

/** Any blank but the line and page separators. Zero-width marks count: they show as nothing and split words. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x202f ||
    code === 0x205f ||
    (code < 0x20 && code !== 0x0a && code !== 0x0c && code !== 0x0d)
  );
}

const singles = new Map<string, string>([
  ['％', '%'],
  ['﹪', '%'],
  ['﹒', '.'],
  ['．', '.'],
  ['～', '~'],
  ['∼', '~'],
  ['〜', '~'],
  ['－', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['＋', '+'],
  ['／', '/'],
  ['㎡', '㎡'],
  ['﹙', '（'],
  ['﹚', '）'],
  ['〇', '〇'],
  ['○', '〇'],
  ['Ｏ', 'O'],
]);

/** Half-width punctuation that stands for Chinese punctuation beside Chinese characters. */
const chinesePunctuation = new Map<string, string>([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
  ['?', '？'],
  ['!', '！'],
]);

/**
 * Folds one character: full-width digits and letters to half width, half-width Chinese punctuation to full width.
 * A comma or colon between digits stays (1,200; 12:30). One unit in, one unit out.
 */
export function foldCharacter(c: string, previous: string | undefined, next: string | undefined): string {
  const code = c.charCodeAt(0);
  if (code < 0x80) {
    const chinese = chinesePunctuation.get(c);
    if (chinese === undefined) return c === '.' && isStop(previous, next) ? '。' : c;
    return (c === ',' || c === ':') && isDigit(previous) && (isDigit(next) || isFullWidthDigit(next))
      ? c
      : chinese;
  }
  // １，０８０: among full-width digits the full-width comma parts thousands.
  if (c === '，' && isDigit(previous) && isFullWidthDigit(next)) return ',';
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0);
  // Some fonts' maps give the radical ⼀ for the character 一.
  if (code >= 0x2e80 && code <= 0x2fd5) {
    const plain = c.normalize('NFKC');
    return plain.length === 1 ? plain : c;
  }
  return singles.get(c) ?? simplifiedForms.get(c) ?? c;
}

/** 水质达标率达到78%.各县…: a typed full stop; 一. and 1. mark a point of a list. */
function isStop(previous: string | undefined, next: string | undefined): boolean {
  return (
    previous !== undefined &&
    /[\u4e00-\u9fff）%”》]/.test(previous) &&
    !/[一二三四五六七八九十]/.test(previous) &&
    (next === undefined || next === '' || /[\u4e00-\u9fff\s（“]/.test(next))
  );
}

const groupsOfThree = /(?:，\d{3}){1,6}(?!\d)/y;

/**
 * Where the thousands end whose first comma, a full-width one, stands at `at` among half-width digits (1，080); -1 where it
 * may as well part two numbers (20，300). Certain is a group that begins with 0, or two groups after one or two digits.
 */
export function thousandsEnd(source: string, at: number): number {
  const lead = /(?<![\d.,，])[1-9]\d{0,2}$/.exec(source.slice(Math.max(0, at - 4), at))?.[0];
  if (lead === undefined) return -1;
  groupsOfThree.lastIndex = at;
  const groups = groupsOfThree.exec(source)?.[0];
  if (groups === undefined) return -1;
  const certain = groups.includes('，0') || (groups.length > 4 && lead.length < 3);
  return certain ? at + groups.length : -1;
}

/** Characters that cleaning leaves as they are whatever stands beside them, by code: nearly all of a text. */
export const isPlain = new Uint8Array(65_536);
for (let code = 0x4e00; code < 0xa000; code++) {
  const c = String.fromCharCode(code);
  if (foldCharacter(c, undefined, undefined) === c) isPlain[code] = 1;
}
for (const c of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ、。《》；：（）！？')
  isPlain[c.charCodeAt(0)] = 1;
