import { inYear } from '../domain/day.js';
import type { Span } from '../domain/source-text.js';
import type { Block, Outline } from '../text/outline/block.js';
import { headingMarker } from '../text/outline/heading-marker.js';
import { splitSentences } from '../text/sentence/sentences.js';
import type { SentenceView } from './draft.js';
import { type DateMention, type DateReference, findDates } from './values/date.js';
import { findQuantities } from './values/quantity.js';

/** The stretches of a block that may hold items: its words without the marker and the responsibility tag; a table's task cells. */
function stretches(text: string, block: Block): Span[] {
  if (block.kind === 'row') {
    if (block.indicator) return [{ start: block.start, end: block.end }];
    if (!block.columns || block.columns.isHeader)
      return block.columns ? [] : block.cells.filter((cell) => cell.end - cell.start >= 12);
    return [...block.columns.task, ...block.columns.progress]
      .sort((a, b) => a - b)
      .flatMap((column) => block.cells[column] ?? []);
  }
  const marker =
    block.level === null ? 0 : (headingMarker(text.slice(block.start, block.start + 12))?.length ?? 0);
  const start = block.start + marker;
  const tag = block.responsibility?.span;
  if (!tag || tag.start >= block.end || tag.end <= block.start) return [{ start, end: block.end }];
  return [
    { start, end: tag.start },
    { start: tag.end, end: block.end },
  ].filter((span) => span.end > span.start);
}

/** What the column says that a place in a table's row lies in. */
function columnOf(block: Block, at: number): 'task' | 'progress' | null {
  if (!block.columns) return null;
  const column = block.cells.findIndex((cell) => at >= cell.start && at < cell.end);
  return block.columns.progress.includes(column)
    ? 'progress'
    : block.columns.task.includes(column)
      ? 'task'
      : null;
}

/** 2018年，我县被列为试点县，当年完成投资…: the year that was spoken of. */
function sameYear(text: string, date: DateMention, year: number | null, now: number | null): DateMention {
  // 2012年，全市全年实现…: the same.
  const said =
    text.startsWith('当年', date.start) ||
    // 2026年3月前完成登记。…确保全年下降20%, in a reply of 2025: of its own year.
    (date.inferred.length > 0 && text.startsWith('全年', date.start) && !(now !== null && (year ?? 0) > now));
  if (year === null || date.year === null || date.date === null || !said) return date;
  return { ...date, year, date: inYear(date.date, year) };
}

const deed =
  /^(?:全面|全部|正式|顺利|如期|圆满|提前)?(?:完成|完工|竣工|建成|开工|投产|投用|投入使用|开业|通车|启用|通过|印发|召开|举行|揭牌|交付)(?!后|前|时|的)/u;
const toCome = /将|预计|计划|拟|力争|争取|确保|务必|力求|可望|有望|应|须|要/u;

/** 2025年更新管网46公里，任务于10月22日全面完成, in a report of January 2026: the year that the sentence speaks of, for by its own the day would lie ahead. */
function dayTold(
  text: string,
  sentence: { readonly start: number },
  date: DateMention,
  year: number | null,
  day: string | null,
): DateMention {
  if (year === null || day === null || date.date === null || date.date <= day) return date;
  if (date.rule !== 'month-day' || date.role !== 'by' || year !== Number(day.slice(0, 4)) - 1) return date;
  if (
    !text.slice(date.start - 1, date.start + 1).includes('于') ||
    !deed.test(text.slice(date.end, date.end + 12))
  )
    return date;
  const clause =
    text
      .slice(sentence.start, date.start)
      .split(/[，；]/u)
      .at(-1) ?? '';
  return toCome.test(clause) ? date : { ...date, year, date: inYear(date.date, year) };
}

/** The one year that a heading above names (四、2020年工作打算): what months and halves below it belong to. 2022—2024年 are more than one. */
function headingYear({ blocks, clean }: Outline, block: Block): number | null {
  for (const index of [...block.path].reverse()) {
    const heading = blocks[index];
    if (!heading) continue;
    const years = new Set(
      clean.text
        .slice(heading.start, heading.headingEnd)
        .replace(/《[^》]*》/gu, '')
        .match(/(?:19|20)\d{2}(?=年|[-—–~至到]{1,2}(?:19|20)\d{2}年)/gu),
    );
    if (years.size > 1) return null;
    for (const year of years) return Number(year);
  }
  return null;
}

const ofSomeYear = /^(?:month|month-day|month-part|part|season)$/u;
/** 全年 under 二、2017年工作打算 is the heading's year; under 到2030年的目标 it is each year. */
const wholeYear = /^(?:全年|年内)$/u;

/** A month whose year the words leave out, in the year of its heading. */
function inHeadingYear(text: string, date: DateMention, year: number | null): DateMention {
  if (
    year === null ||
    date.year === null ||
    date.date === null ||
    date.year === year ||
    !date.inferred.includes('year') ||
    !(
      ofSomeYear.test(date.rule) ||
      (year === date.year + 1 && wholeYear.test(text.slice(date.start, date.end)))
    ) ||
    /[今明去当本次]|春节/u.test(text.slice(date.start, date.end))
  )
    return date;
  return { ...date, year, date: inYear(date.date, year) };
}

/** The opening of a reply repeats what was asked, up to 收悉 or 答复如下: the end of the sentence that says so. */
function openingEnd(text: string, block: Block): number {
  const body = text.slice(block.start, block.end);
  if (!/收悉|如下/.test(body)) return block.start;
  const matches = [...body.matchAll(/收悉|现(?:将[^。]{0,24})?(?:答复|回复|函复)如下/g)];
  const match = matches.at(-1);
  if (!match || (matches[0]?.index ?? 0) > 400) return block.start;
  const stop = body.slice(match.index).search(/[。：]/);
  return stop < 0 ? block.end : block.start + match.index + stop + 1;
}

const goesOn = /^(?:目前，|现)?(?:该|此|上述|本)(?:项目|工程)/;

/** Sentences with their dates and quantities, in reading order. Front matter, signatures, forms and tags hold no items. */
export function* sentenceViews(outline: Outline, reference: DateReference): Generator<SentenceView> {
  const { text } = outline.clean;
  let index = 0;
  let last: SentenceView | null = null;
  for (const block of outline.blocks) {
    if (block.kind !== 'body' && block.kind !== 'heading' && block.kind !== 'row') continue;
    const opening = outline.meta.kind === 'reply' ? openingEnd(text, block) : block.start;
    let earlier: DateMention | null = null;
    let lastYear: number | null = null;
    const ofHeading = headingYear(outline, block);
    // 该项目总投资…: the paragraph goes on with what the one before named.
    let previous: SentenceView | null = goesOn.test(text.slice(block.start, block.start + 10)) ? last : null;
    for (const span of stretches(text, block)) {
      // A row of indicators is one fact, whatever marks stand in its cells.
      const whole = { ...span, clauses: [{ ...span, mark: '' }] };
      // 收悉，答复如下：…: what follows the opening in its own sentence is the answer already.
      const from = Math.min(Math.max(span.start, opening), span.end);
      for (const sentence of block.indicator ? [whole] : splitSentences(text, from, span.end)) {
        const found = findDates(text, sentence.start, sentence.end, reference);
        const before: number | null = lastYear;
        const dates: DateMention[] =
          found.length === 0
            ? found
            : found.map((date, i) => {
                const year = found[i - 1]?.year ?? before;
                const told = dayTold(text, sentence, date, year, reference.day);
                return inHeadingYear(
                  text,
                  sameYear(text, told, year, outline.meta.kind === 'reply' ? reference.year : null),
                  ofHeading,
                );
              });
        lastYear =
          dates.findLast((date) => date.year !== null && date.inferred.length === 0)?.year ?? lastYear;
        const view: SentenceView = {
          start: sentence.start,
          end: sentence.end,
          clauses: sentence.clauses,
          block,
          index: index++,
          dates,
          quantities: findQuantities(text, sentence.start, sentence.end, dates),
          inHeading: sentence.end <= block.headingEnd && block.headingEnd > block.start,
          earlier,
          previous,
          column: columnOf(block, sentence.start),
        };
        yield view;
        previous = last = view;
        earlier = dates.findLast((date) => date.role === 'by' && !date.asOf && date.date !== null) ?? earlier;
      }
    }
  }
}
