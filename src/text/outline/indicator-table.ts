import type { Span } from '../../domain/source-text.js';
import { isUnit } from '../normalize/flat-row.js';
import type { ClassifiedBlock } from './block-kind.js';
import { looksLikeOffice, splitOffices } from './office.js';

/** One row of a plan's table of indicators (主要指标表): what is measured, in what, and the target. Clean offsets. */
export interface IndicatorRow {
  /** The indicator's words; more than one stretch where the name was broken over lines. */
  readonly name: readonly Span[];
  readonly unit: string | null;
  /** The cells that set a target, each with the year that heads its column. */
  readonly targets: readonly {
    readonly cell: Span;
    readonly year: { readonly span: Span; readonly text: string } | null;
    /** The column's heading calls it a goal. */
    readonly goal: boolean;
    /** What the column measures, where the row names a place. */
    readonly measure?: { readonly name: string; readonly unit: string };
  }[];
  /** The cell that tells what has been reached, where the table has one. */
  readonly done: Span | null;
  /** The cell before a goal that tells how things stand (2025年6月底, 现状): where a plan starts, how far a report has come. */
  readonly state: Span | null;
  /** The units that the row names. */
  readonly offices: readonly string[];
}

interface Header {
  readonly name: number;
  readonly unit: number;
  /** What the target's heading measures in, for a table without a column of units. */
  readonly headUnit: string | null;
  readonly target: number;
  readonly goal: boolean;
  readonly done: number;
  readonly state: number;
  readonly year: { readonly span: Span; readonly text: string } | null;
  /** Years of the value columns in order, for rows whose columns are not sure. */
  readonly years: readonly { readonly span: Span; readonly text: string }[];
}

const property = /^[（(]?(?:预期性|约束性|指导性|预期|约束)[）)]?$/;
const ordinal = /^\d{1,3}[.、．]?$/;
const number =
  /^[[（(]?(?:累计|约|达到|五年|至少|不低于)*[<>≥≤＜＞]?=?-?\d[\d.,]*%?[\u4e00-\u9fff]{0,4}?(?:左右|以上|以下|以内)?[\])）]?$/;
const nothing = /^[-—–/\s]*$/;
const yearText = /(?:19|20)\d{2}年?/g;

const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end).trim();

function yearsIn(text: string, start: number, end: number): { span: Span; text: string }[] {
  return [...text.slice(start, end).matchAll(yearText)].map((match) => ({
    span: { start: start + match.index, end: start + match.index + match[0].length },
    text: match[0],
  }));
}

/** 年度目标（个）: the heading bears the unit. */
const measured = /[（(]([^（）()]{1,8})[）)]$/;

/** The header of a table of indicators: a cell 指标, and years or 目标 over the values. */
function headerOf(text: string, block: ClassifiedBlock): Header | null {
  const cells = block.cells.map((cell) => wordsOf(text, cell).replace(measured, ''));
  const name = cells.findIndex(
    (cell) =>
      cell.length <= 12 &&
      /指标|项目名称|^(?:项目|内容|实事|名称)$/.test(cell) &&
      !/类|属性|单位|目标/.test(cell),
  );
  if (name < 0 || cells.some((cell) => cell.length > 24)) return null;
  const years = block.cells.flatMap((cell, column) =>
    yearsIn(text, cell.start, cell.end).map((year) => ({ ...year, column })),
  );
  const latest = years.reduce<(typeof years)[number] | null>(
    (best, year) => (best && Number(best.text.slice(0, 4)) >= Number(year.text.slice(0, 4)) ? best : year),
    null,
  );
  const goal = cells.findIndex((cell) => /目标(?:值|任务)?$|规划(?:值|目标)/.test(cell));
  const target = goal >= 0 ? goal : (latest?.column ?? -1);
  // Without 目标, 单位 or 属性 two years side by side tell a table of indicators.
  if (target < 0 || (goal < 0 && years.length < 2 && !cells.some((cell) => /单位|属性/.test(cell))))
    return null;
  const year = years.find(({ column }) => column === target) ?? null;
  const ofTarget = measured.exec(wordsOf(text, block.cells[target] ?? { start: 0, end: 0 }))?.[1];
  return {
    headUnit: ofTarget && isUnit(ofTarget) ? ofTarget : null,
    name,
    unit: cells.findIndex((cell) => /^(?:计量)?单位$/.test(cell)),
    target,
    goal: goal >= 0,
    state: goal > name + 1 && /\d|现状|目前|截至|现有/.test(cells[goal - 1] ?? '') ? goal - 1 : -1,
    done: cells.findIndex(
      (cell, i) =>
        i !== target && /^(?:已|实际|累计)?完成(?:数|值|量)?$|^实际(?:值|数|完成)?(?:数|值)?$/.test(cell),
    ),
    year: year && { span: year.span, text: year.text },
    years: years.map(({ span, text: words }) => ({ span, text: words })),
  };
}

/** A row under a header with as many columns as it. */
function rowUnder(text: string, block: ClassifiedBlock, header: Header): IndicatorRow | null {
  const name = block.cells[header.name];
  const target = block.cells[header.target];
  if (!name || !target || !number.test(wordsOf(text, target)) || wordsOf(text, name).length < 2) return null;
  const unit = block.cells[header.unit];
  const done = block.cells[header.done];
  const state = block.cells[header.state];
  return {
    name: [name],
    unit: unit ? wordsOf(text, unit) : header.headUnit,
    targets: [{ cell: target, year: header.year, goal: header.goal }],
    state: state && number.test(wordsOf(text, state)) ? state : null,
    done: done && number.test(wordsOf(text, done)) ? done : null,
    offices: block.cells.flatMap((cell, i) => {
      const words = wordsOf(text, cell);
      return i > header.target && /\p{Script=Han}/u.test(words) && looksLikeOffice(words)
        ? splitOffices(words)
        : [];
    }),
  };
}

/**
 * A row whose columns fell together in a PDF's text: 19 森林覆盖率 % 约束性 19.5. The property (预期性, 约束性) tells it;
 * a name that was broken around it (数字经济增加值占全市 / 8 % 预期性 >60 / 生产总值比重) is put together again.
 */
function looseRow(
  text: string,
  blocks: readonly ClassifiedBlock[],
  i: number,
  years: Header['years'],
): IndicatorRow | null {
  const block = blocks[i];
  if (!block) return null;
  const cells = block.cells.map((span) => ({ span, words: wordsOf(text, span) }));
  const at = cells.findIndex(({ words }) => property.test(words));
  if (at < 0) return null;
  const values = cells.filter(({ words }, k) => k > 0 && k !== at && number.test(words));
  const numbers = cells.filter(
    ({ words }, k) => k !== at && (k > 0 || !ordinal.test(words)) && number.test(words),
  );
  const after = numbers.filter(({ span }) => span.start > (cells[at]?.span.start ?? 0));
  const target = (after.length > 0 ? after : numbers).at(-1);
  if (!target || values.length === 0) return null;
  const left = cells.filter(
    ({ span, words }, k) =>
      span.start < Math.min(target.span.start, cells[at]?.span.start ?? 0) &&
      !(k === 0 && ordinal.test(words)) &&
      !number.test(words) &&
      !nothing.test(words),
  );
  const unit = left.length > 0 && isUnit(left.at(-1)?.words ?? '') ? left.pop() : undefined;
  const name = left.map(({ span }) => span);
  const near = (block?: ClassifiedBlock) =>
    block && block.cells.length < 2 && block.end - block.start <= 6 ? text.slice(block.start, block.end) : '';
  // 万元/ above the row and 人 below it: a unit that was broken around it.
  const broken = `${near(blocks[i - 1])}${near(blocks[i + 1])}`;
  if (name.length === 0) {
    for (const neighbour of [blocks[i - 1], blocks[i + 1]]) {
      if (!neighbour || neighbour.cells.length > 1 || neighbour.end - neighbour.start > 30) continue;
      const words = text.slice(neighbour.start, neighbour.end);
      if (!/[，。；：]/.test(words) && /[\u4e00-\u9fff]{2}/.test(words))
        name.push({ start: neighbour.start, end: neighbour.end });
    }
  }
  if (name.length === 0) return null;
  const first = Math.min(values[0]?.span.start ?? 0, firstNothing(cells));
  const columns = cells.filter(
    ({ words, span }, k) => k !== at && span.start >= first && (number.test(words) || nothing.test(words)),
  );
  const latest = Math.max(0, ...years.map((year) => Number(year.text.slice(0, 4))));
  // The columns of earlier years tell where it starts; without years every column sets a target.
  const targets = columns.flatMap(({ span, words }, column) => {
    const year = years[column] ?? years.at(-1) ?? null;
    const baseline = years.length > 1 && year !== null && Number(year.text.slice(0, 4)) < latest;
    return number.test(words) && !baseline ? [{ cell: span, year, goal: false }] : [];
  });
  return {
    name,
    unit: unit?.words ?? (broken.includes('/') && isUnit(broken) ? broken : null),
    targets: targets.length > 0 ? targets : [{ cell: target.span, year: years.at(-1) ?? null, goal: false }],
    done: null,
    state: null,
    offices: [],
  };
}

/** Where the first cell without a value stands: columns count from it where it comes before the values. */
const firstNothing = (cells: readonly { span: Span; words: string }[]): number =>
  cells.find(({ words }) => /^[-—–]+$/.test(words))?.span.start ?? Number.POSITIVE_INFINITY;

/** Finds the rows of indicator tables, with columns kept or fallen together. Null for every other block. */
export function indicatorRows(text: string, blocks: readonly ClassifiedBlock[]): (IndicatorRow | null)[] {
  let header: Header | null = null;
  let years: Header['years'] = [];
  let table: number | null = null;
  let lastRow = -10;
  let lastHead = -10;
  return blocks.map((block, i) => {
    if (block.kind !== 'row') {
      if (i - lastRow > 3) header = null;
      const short = block.end - block.start <= 40;
      const found = short ? yearsIn(text, block.start, block.end) : [];
      if (found.length > 0 && !/[。；]/.test(text.slice(block.start, block.end)))
        years = i - 1 === lastHead ? [...years, ...found] : found;
      if (found.length > 0) lastHead = i;
      return null;
    }
    if (block.table !== table) header = null;
    table = block.table;
    lastRow = i;
    const heads = headerOf(text, block);
    if (heads) {
      header = heads;
      years = heads.years;
      return null;
    }
    return (header && rowUnder(text, block, header)) ?? looseRow(text, blocks, i, years);
  });
}
