import type { DateMention } from '../values/date.js';

/** 在2018年基础上, 比2020年, 2020年水平: the year compared with, neither a deadline nor a sign of the past. */
export function isBaseYear(text: string, from: number, mention: DateMention): boolean {
  return (
    /(?:比|较|与|同|相比|按照|根据|相对)$/u.test(
      text.slice(Math.max(from, mention.start - 3), mention.start),
    ) ||
    /^(?:的)?(?:基础上|基准|相比|同期|的?水平|基数|的\d[\d.]*倍)/u.test(
      text.slice(mention.end, mention.end + 8),
    )
  );
}
