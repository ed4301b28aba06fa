import { toDigits } from './session.js';

/** Without what stands around a number: full-width forms, blanks, 第 and 号. */
const bare = (words: string): string =>
  words.normalize('NFKC').replace(/\s/gu, '').replace(/^第/u, '').replace(/号$/u, '');

/** 第0012号 → 12; null for what is no number. */
export function proposalNumberIn(words: string): string | null {
  const number = bare(words);
  if (!/^(?:\d{1,20}|[一二三四五六七八九十]{1,3})$/u.test(number)) return null;
  const digits = toDigits(number);
  return /^\d/.test(digits) ? digits : null;
}

/**
 * A number as documents bear it: 第12号 and １２号 → 12, 第DH123号 → DH123, 第2020-4-073号 → 2020-4-073; those of a joint answer are each kept as written,
 * 12、15. null for other words.
 */
export function documentProposalNumber(words: string): string | null {
  const alone = proposalNumberIn(words);
  if (alone !== null) return alone;
  const numbers = bare(words)
    .split(/[、,和]/u)
    .map((each) =>
      /^[A-Z]{0,3}(?:\d{1,20}|(?:19|20)\d{2}-\d{1,2}-\d{1,5})$/.test(bare(each))
        ? bare(each)
        : proposalNumberIn(each),
    );
  return numbers.includes(null) ? null : [...new Set(numbers)].join('、');
}
