import type { DocumentKind, DocumentMeta } from '../../../domain/document.js';

const range = /((?:19|20)\d{2})年?\s?[-—–~至到]{1,2}\s?((?:19|20)\d{2})年?/;
const fiveYear = /[“"']?(十[二三四五六]五)[”"']?/;
const fiveYearStart: Readonly<Record<string, number>> = {
  十二五: 2011,
  十三五: 2016,
  十四五: 2021,
  十五五: 2026,
  十六五: 2031,
};

/** The years that a plan's title gives: （2017—2018年）, 2025年…要点, “十四五”规划. The last range counts: an older one is an amended plan's. */
export function findPeriod(title: string | null, kind: DocumentKind): DocumentMeta['period'] {
  if (title === null || (kind !== 'action_plan' && kind !== 'work_report' && kind !== 'other')) return null;
  const ranges = [...title.matchAll(new RegExp(range, 'g'))].at(-1);
  if (ranges) {
    const [start, end] = [Number(ranges[1]), Number(ranges[2])];
    if (end >= start && end - start <= 30) return { start, end };
  }
  const plan = fiveYear.exec(title)?.[1];
  const start = plan === undefined ? undefined : fiveYearStart[plan];
  if (start !== undefined) return { start, end: start + 4 };
  const single = /((?:19|20)\d{2})年/.exec(title);
  return single ? { start: Number(single[1]), end: Number(single[1]) } : null;
}
