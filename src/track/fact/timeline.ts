import type { Outline } from '../../text/outline/block.js';
import type { PlacedSentence } from './passage.js';

/** The time that a stretch of a document speaks of where its sentences do not say: one year, or several. */
export type Scope =
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: 'years'; readonly year: number | null };

const several =
  /(?:这|过去|近|经过)?[五三四两二十]年(?:来|间|以来|的?接续|的?奋斗|时间里)|(?:这|过去)[五三四两]年|“?十[一二三四五六]五”?(?:时期|期间|以来|规划实施以来|这五年)|的[五三四]年[。，]?$|新时代以来|党的十[八九]大以来|本届政府(?:任期|以来)/u;
const single =
  /这一年|一年来|过去的?一年|过去这一年|刚刚过去的(?:20\d\d年|一年)|^(?:各位代表！|同志们！)?20\d\d年(?:是|，|在|，?我们|全[市省县区])|去年|今年以来/u;

/** The place of a marker in the words that open a paragraph or sentence; -1 where none stands. */
const at = (words: string, marker: RegExp): number => words.search(marker);

function marked(words: string): 'year' | 'years' | null {
  const one = at(words, single);
  const many = at(words, several);
  if (one < 0 && many < 0) return null;
  if (one < 0) return 'years';
  if (many < 0) return 'year';
  return one <= many ? 'year' : 'years';
}

/** The year that a report looks back on, from its title, its opening, or its date (a report of January to April looks at the year before). */
export function reviewYear(outline: Outline, date: string | null): number | null {
  const { title, kind } = outline.meta;
  const { text } = outline.clean;
  const titled = /(20\d\d)(?:年度|年)(?!(?:以来)|[—\-~至])/u.exec(
    (title ?? '').replace(/（[^）]*）|《[^》]*》/gu, ''),
  )?.[1];
  if (titled && (kind !== 'work_report' || !/工作报告/u.test(title ?? ''))) return Number(titled);
  const reviewed =
    /(20\d\d)年(?:度)?(?:[^。\n]{0,12})(?:工作)?(?:回顾|总结|完成情况|进展情况|实施情况)/u.exec(
      text.slice(0, 1200),
    )?.[1];
  if (reviewed) return Number(reviewed);
  const asOf = /截[至止](20\d\d)年/u.exec(text.slice(0, 1500))?.[1];
  if (asOf) return Number(asOf);
  if (titled && kind === 'work_report' && date !== null) {
    const signed = Number(date.slice(0, 4));
    return Number(titled) === signed ? signed - 1 : Number(titled);
  }
  if (titled) return Number(titled);
  if (date === null) return null;
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month <= 4 ? year - 1 : year;
}

/** What time each sentence speaks of where it does not say itself. A marker holds until the next. */
export function scopesOf(
  outline: Outline,
  sentences: readonly PlacedSentence[],
  year: number | null,
): Scope[] {
  const { text } = outline.clean;
  let current: Scope = { kind: 'year', year };
  return sentences.map((sentence) => {
    const words = text.slice(
      sentence.start,
      Math.min(sentence.end, sentence.start + (sentence.opens ? 48 : 24)),
    );
    const isHeading = sentence.end <= sentence.block.headingEnd;
    const mark = marked(isHeading ? text.slice(sentence.start, sentence.end) : words);
    // 2025年，… inside a paragraph is the sentence's own date, not a turn of the account.
    if (mark === 'years') current = { kind: 'years', year };
    else if (mark === 'year' && (sentence.opens || !/^20\d\d年/u.test(words))) {
      const stated = /(?:刚刚过去的|^(?:各位代表！)?)(20\d\d)年/u.exec(words)?.[1];
      current = { kind: 'year', year: stated ? Number(stated) : year };
    }
    return current;
  });
}

/** The years that a plan's targets run over: its period, the years of its title or first lines, its own year. */
export function planYears(
  outline: Outline,
  date: string | null,
  reference: number | null,
): { from: number; to: number } | null {
  const { meta, clean, blocks } = outline;
  if (meta.period) return { from: meta.period.start, to: meta.period.end };
  const lines = blocks
    .slice(0, 3)
    .map((block) => clean.text.slice(block.start, Math.min(block.end, block.start + 80)));
  const opening = (meta.title === null ? lines.join('|') : meta.title).replace(/《[^》]*》/gu, '');
  const range = /(20\d\d)年?\s?[—\-–~至到]{1,2}\s?(20\d\d)年?/u.exec(opening);
  if (range) return { from: Number(range[1]), to: Number(range[2]) };
  const titled = meta.title === null ? undefined : /(20\d\d)年/u.exec(opening)?.[1];
  const year = titled ? Number(titled) : date ? Number(date.slice(0, 4)) : reference;
  return year === null ? null : { from: year, to: year };
}
