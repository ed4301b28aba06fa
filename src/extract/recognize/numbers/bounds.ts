import type { Modifier } from '../span.js';

export interface BoundWord {
  readonly mod: Modifier | '=';
  /** Length in characters, fillers (了, 有) included. */
  readonly length: number;
}

const words = (mod: Modifier | '=', list: string): (readonly [string, Modifier | '='])[] =>
  list.split(' ').map((word) => [word, mod]);

const prefixes = new Map([
  ...words(
    '>=',
    '大于等于 大于或等于 大于或者等于 至少 不少于 不低于 不小于 不得少于 不得低于 不能少于 不能低于 不应低于 不应少于 最少 最低 起码 >= ≥',
  ),
  ...words(
    '<=',
    '小于等于 小于或等于 小于或者等于 不超过 不高于 不多于 不大于 不得超过 不得高于 不得多于 不能超过 不应超过 不突破 至多 最多 最高 <= ≤',
  ),
  ...words('>', '大于 超过 高于 多于 突破 超出 超 逾 >'),
  ...words('<', '小于 低于 少于 不足 不到 不满 未满 未达 未达到 <'),
  ...words('=', '等于 ='),
  ...words('~', '大约 约为 约 将近 接近 近 大概'),
]);
const longest = 6;

/** 签约152人, 附近3家, 赶超5家: the character is the end of another word. */
const tailOfWord: Readonly<Record<string, RegExp>> = {
  约: /[签节合预违契公条邀规]/,
  近: /[附最邻接临远靠亲]/,
  超: /[赶高反]/,
};

/** The comparator that ends right before `at`. */
export function boundBefore(text: string, at: number): BoundWord | null {
  const filler = /[了有为过达出]/.test(text.charAt(at - 1)) ? 1 : 0;
  for (const skip of filler ? [0, 1] : [0]) {
    const end = at - skip;
    for (let length = Math.min(longest, end); length > 0; length--) {
      const word = text.slice(end - length, end);
      const mod = prefixes.get(word);
      if (mod === undefined || tailOfWord[word]?.test(text.charAt(end - length - 1))) continue;
      return { mod, length: length + skip };
    }
  }
  return null;
}

const suffixes: readonly (readonly [RegExp, Modifier])[] = [
  [/^(?:或者?|及|和|\(含\)|（含）)?(?:以上|更多)/, '>='],
  [/^(?:或者?|及|和|\(含\)|（含）)?(?:以下|更少)/, '<='],
  [/^(?:以内|之内|内(?![部外容涵蒙地河科]))/, '<='],
  [/^(?:左右|上下)/, '~'],
];

/** The comparator that begins at `at`: 以上, 或者以上, 以内, 左右. */
export function boundAfter(text: string, at: number): BoundWord | null {
  const rest = text.slice(at, at + 6);
  for (const [regex, mod] of suffixes) {
    const word = regex.exec(rest)?.[0];
    if (word) return { mod, length: word.length };
  }
  return null;
}

/** 比170低, 比去年同期的5%高: what follows a number after 比. */
export function compared(
  text: string,
  start: number,
  end: number,
): { mod: '>' | '<'; from: number; to: number } | null {
  if (text.charAt(start - 1) !== '比') return null;
  const c = text.charAt(end);
  if (/[低小少矮短轻慢]/.test(c)) return { mod: '<', from: start - 1, to: end + 1 };
  return /[高大多长重快]/.test(c) ? { mod: '>', from: start - 1, to: end + 1 } : null;
}
