import type { Span } from '../../domain/source-text.js';
import { looksLikeOffice } from '../outline/office.js';
import { isUnit } from './flat-row.js';

/** What a column of a table of indicators holds, by its heading. */
export type IndicatorColumn =
  | 'ordinal'
  | 'class'
  | 'name'
  | 'unit'
  | 'value'
  | 'property'
  | 'office'
  | 'other';

/** A cell's place and its words without blanks. */
export interface Cell {
  readonly span: Span;
  readonly words: string;
}

const heads: readonly (readonly [IndicatorColumn, RegExp])[] = [
  ['ordinal', /^(?:序号|编号)$/],
  ['class', /^(?:类别|类型|领域|分类|指标类别|指标类型|一级指标|维度|方面)$/],
  ['unit', /^(?:计量|指标)?单位(?:名称)?$/],
  ['property', /^(?:指标)?(?:属性|性质)$/],
  ['office', /^(?:责任|牵头|主管|负责)(?:单位|部门)$/],
  ['other', /^(?:备注|数据来源|说明)$/],
  [
    'value',
    /^[“"]?(?:(?:19|20)\d{2}年?.{0,10}|十[一二三四五六]五[”"]?.{0,6}|.{0,6}(?:基期|现状|目标|规划|完成|实际|任务|增速|增长|累计|进度).{0,6})$/,
  ],
  [
    'name',
    /^(?:主要|具体|考核|二级|核心|发展)?指标(?:名称|体系|内容)?$|^(?:项目|名称|内容|实事|考核内容|工作内容)$/,
  ],
];

/** The kinds of a heading row, or null where it heads no table of indicators. */
export function indicatorColumns(words: readonly string[]): IndicatorColumn[] | null {
  const kinds = words.map((each) => heads.find(([, pattern]) => pattern.test(each))?.[0]);
  const count = (kind: IndicatorColumn) => kinds.filter((each) => each === kind).length;
  if (kinds.includes(undefined) || count('name') !== 1 || count('unit') > 1 || count('ordinal') > 1)
    return null;
  const values = count('value');
  return values >= 1 && (count('unit') === 1 || values >= 2) ? (kinds as IndicatorColumn[]) : null;
}

const ordinal = /^\d{1,3}[.、．]?$/;
const property = /^[（(]?(?:预期性|约束性|指导性|预期|约束)[）)]?$/;
const value =
  /^[[（(]?(?:累计|约|达到|不低于|不超过)?[<>≥≤＜＞]?=?-?\d[\d.,]*[%％‰]?(?:万|亿)?(?:左右|以上|以下|以内)?[\])）]?$/;
const nothing = /^[-—–/]+$/;
const isValue = (words: string): boolean => value.test(words) || nothing.test(words);

/** Puts the cells of one row under its columns, by what each looks like; null where they do not fit. */
export function underColumns(
  kinds: readonly IndicatorColumn[],
  cells: readonly Cell[],
): (Span | null)[] | null {
  const out: (Span | null)[] = kinds.map(() => null);
  const column = (kind: IndicatorColumn): number => kinds.indexOf(kind);
  let at = 0;
  if (column('ordinal') >= 0 && ordinal.test(cells[0]?.words ?? ''))
    out[column('ordinal')] = cells[at++]?.span ?? null;
  const begin = at;
  while (at < cells.length && !isValue(cells[at]?.words ?? '') && !isUnitBeforeValue(cells, at)) at++;
  const name = cells.slice(begin, at);
  if (column('unit') >= 0 && at < cells.length && isUnitBeforeValue(cells, at))
    out[column('unit')] = cells[at++]?.span ?? null;
  const first = column('class') >= 0 && name.length > 1 ? name.shift() : undefined;
  if (first) out[column('class')] = first.span;
  const [from, to] = [name[0], name.at(-1)];
  if (!from || !to || !/[\u4e00-\u9fff]{2}/.test(from.words) || notName.test(from.words)) return null;
  out[column('name')] = { start: from.span.start, end: to.span.end };
  let numbers = 0;
  for (const [i, kind] of kinds.entries()) {
    if (kind !== 'value') continue;
    const cell = cells[at];
    if (!cell || !isValue(cell.words)) break;
    if (value.test(cell.words)) numbers++;
    out[i] = cell.span;
    at++;
  }
  for (; at < cells.length; at++) {
    const cell = cells[at];
    const words = cell?.words ?? '';
    const kind = property.test(words) ? 'property' : looksLikeOffice(words) ? 'office' : 'other';
    const free = [kind, 'other']
      .map((each) => column(each as IndicatorColumn))
      .find((c) => c >= 0 && !out[c]);
    if (!cell || free === undefined) return null;
    out[free] = cell.span;
  }
  // Without its unit a row is sure by all of its values alone.
  const sure =
    column('unit') < 0 ||
    out[column('unit')] !== null ||
    kinds.every((kind, i) => kind !== 'value' || out[i]);
  return numbers > 0 && sure && inOrder(out) ? out : null;
}

const notName = /[。；]|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;

const isUnitBeforeValue = (cells: readonly Cell[], at: number): boolean =>
  isUnit(cells[at]?.words ?? '') && isValue(cells[at + 1]?.words ?? '');

function inOrder(spans: readonly (Span | null)[]): boolean {
  let last = -1;
  return spans.every((span) => {
    if (!span) return true;
    const follows = span.start > last;
    last = span.start;
    return follows;
  });
}
