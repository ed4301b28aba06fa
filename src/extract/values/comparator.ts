import type { Comparator } from '../../domain/item.js';

/** `fact`: over as a fact means >, as a goal >=. */
export interface ComparatorWord {
  readonly word: string;
  readonly goal: Comparator;
  readonly fact: Comparator;
}

const entry = (goal: Comparator, fact: Comparator, words: string): ComparatorWord[] =>
  words.split(' ').map((word) => ({ word, goal, fact }));

/** Before the number, longest first. */
export const prefixComparators: readonly ComparatorWord[] = [
  ...entry('>=', '>=', '至少 不少于 不低于 不小于 不得少于 不得低于 不能少于 不能低于 最少 最低 不少於'),
  ...entry('<=', '<=', '不超过 不高于 不多于 不大于 不得超过 不得高于 不得多于 至多 最多 最高 控制在 不突破'),
  // As a fact the level is what it is.
  ...entry('<=', '=', '压缩至 压减至 缩短至 缩减至'),
  ...entry('>=', '>', '超过 突破 高于 多于 大于 超 逾'),
  ...entry('<=', '<', '少于 低于 小于 不足 不到'),
  ...entry('~', '~', '大约 约为 将近 接近 近 约'),
  // > in a table of targets is 以上 in its text.
  ...entry('>=', '>', '>'),
  ...entry('<=', '<', '<'),
  ...entry('>=', '>=', '≥ >='),
  ...entry('<=', '<=', '≤ <='),
].sort((a, b) => b.word.length - a.word.length);

/** After number and unit, longest first. */
export const suffixComparators: readonly ComparatorWord[] = [
  ...entry('>=', '>=', '及以上 以上'),
  ...entry('<=', '<=', '及以下 以下 以内 之内 内'),
  ...entry('~', '~', '左右 上下'),
].sort((a, b) => b.word.length - a.word.length);
