import type { Span } from '../../domain/source-text.js';

/** What a date expression does in its sentence. */
export type DateRole =
  /** a day or period by whose end something holds or shall hold */
  | 'by'
  /** 2020年起, 2019年以来: a beginning, no deadline */
  | 'since'
  /** 三年内, 用三年时间: a length whose start is not in the words */
  | 'length'
  /** 每年, 每季度: recurring, a denominator and no deadline */
  | 'every';

export interface DateMention extends Span {
  readonly role: DateRole;
  /** Last day that counts, ISO; null where the words give no day. */
  readonly date: string | null;
  readonly year: number | null;
  /** Parts that the words leave out and the reference supplied. */
  readonly inferred: readonly ('year' | 'month' | 'day')[];
  readonly rule: string;
  /** 截至, 到目前: the state as of that day. */
  readonly asOf: boolean;
}

/** What relative expressions count from. */
export interface DateReference {
  /** The document's own year, or null where it has none. */
  readonly year: number | null;
  /** ISO day of the signature, or null. */
  readonly day: string | null;
}

const pad = (n: number): string => String(n).padStart(2, '0');
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const lastDay = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 31);
export const endOf = (year: number, month = 12, day?: number): string =>
  `${year}-${pad(month)}-${pad(day ?? lastDay(year, month))}`;

/** Years from the document's own that relative words stand for. */
export const relativeOffset: Readonly<Record<string, number>> = {
  过去一年: -1,
  一年来: -1,
  去年: -1,
  上年: -1,
  上年度: -1,
  上一年: -1,
  上一年度: -1,
  明年: 1,
  次年: 1,
  下一年: 1,
  下一年度: 1,
  后年: 2,
  前年: -2,
};
