import { isUnit } from '../normalize/flat-row.js';
import type { ClassifiedBlock } from './block-kind.js';
import type { IndicatorRow } from './indicator-table.js';

/** What a column of a table of places holds: a measure, or one year's part of the measure before it. */
type Column = {
  readonly measure: string;
  readonly unit: string;
  readonly year: IndicatorRow['targets'][number]['year'];
} | null;

interface Header {
  readonly place: number;
  readonly columns: readonly Column[];
}

const placeHead =
  /^(?:(?:责任|实施)?(?:地区|区域|区划|县区|区县|县市区|市县|县市|市州|地市|市区县|乡镇|镇街|街镇|镇乡|街道|辖区|片区)|(?:县|市|乡镇|镇|区|市县)（[市区州县街道办乡、]{1,6}）)(?:名称)?$/u;
const measured = /^([\u4e00-\u9fff、]{2,14})（([^（）]{1,6})）$/u;
const yearHead = /^((?:19|20)\d{2})年(?:度)?(?:任务|计划|目标|建设)*(?:数|量)?$/u;
const aside = /^(?:备注|说明)$/u;
const ordinal = /^(?:序号|编号)$/u;
const total = /^(?:合计|总计|小计|共计|全[省市县区州])$/u;
const figure = /^\d[\d.,]*$/u;
const longestName = 14;

/** 地区 | 新增学位（个） | 2018年 | 2019年: places down, measures with their units across, years as parts of the measure before them. */
function headerOf(text: string, block: ClassifiedBlock): Header | null {
  const words = block.cells.map(({ start, end }) => text.slice(start, end).trim());
  const place = words.findIndex((cell) => placeHead.test(cell));
  if (place < 0 || place > 1 || (place === 1 && !ordinal.test(words[0] ?? ''))) return null;
  let last: { measure: string; unit: string } | null = null;
  const columns: Column[] = [];
  for (const [i, cell] of words.entries()) {
    const named = i > place ? measured.exec(cell) : null;
    const year = i > place ? yearHead.exec(cell)?.[1] : undefined;
    const span = block.cells[i];
    if (named?.[1] && named[2] && isUnit(named[2])) {
      last = { measure: named[1], unit: named[2] };
      columns.push({ ...last, year: null });
    } else if (year && last && span)
      columns.push({ ...last, year: { span: { start: span.start, end: span.end }, text: `${year}年` } });
    else if (i <= place || aside.test(cell)) columns.push(null);
    else return null;
  }
  return last ? { place, columns } : null;
}

function rowUnder(text: string, block: ClassifiedBlock, { place, columns }: Header): IndicatorRow | null {
  const name = block.cells[place];
  if (!name || block.cells.length > columns.length) return null;
  const words = text.slice(name.start, name.end).trim();
  if (words.length < 2 || words.length > longestName || total.test(words) || !/^\p{Script=Han}/u.test(words))
    return null;
  const targets = block.cells.flatMap((cell, i) => {
    const column = columns[i];
    return column && figure.test(text.slice(cell.start, cell.end).trim())
      ? [{ cell, year: column.year, goal: true, measure: { name: column.measure, unit: column.unit } }]
      : [];
  });
  return targets.length > 0
    ? { name: [name], unit: null, targets, done: null, state: null, offices: [] }
    : null;
}

/** The rows of tables that share a task out among places. Null for every other block. */
export function placeRows(text: string, blocks: readonly ClassifiedBlock[]): (IndicatorRow | null)[] {
  let header: Header | null = null;
  let table: number | null = null;
  return blocks.map((block) => {
    if (block.kind !== 'row') {
      header = null;
      return null;
    }
    if (block.table !== table) header = null;
    table = block.table;
    const heads = headerOf(text, block);
    if (heads) header = heads;
    return heads || !header ? null : rowUnder(text, block, header);
  });
}
