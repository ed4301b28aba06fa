import type { ClassifiedBlock } from './block-kind.js';
import { looksLikeOffice } from './office.js';

/** Column numbers of a task table by meaning; -1 where there is none. */
export interface RowColumns {
  readonly isHeader: boolean;
  readonly task: readonly number[];
  /** Columns that tell what has been done. */
  readonly progress: readonly number[];
  readonly responsible: readonly number[];
  readonly deadline: number;
}

const responsibleHead = /(?:责任|牵头|承办|主办|配合|负责|实施单位|落实单位)(?!人|领导)/;
const deadlineHead = /时限|时间|期限|(?<!完成|工作|目前)进度(?![^）]*[%％])|年限|节点/;
const progressHead = /占(?:全?年度?)?(?:计划|目标|任务)|完成[率比]|进展|完成情况|落实情况|办理情况|成效|实际/;
const taskHead = /任务|目标|实事|内容|措施|事项|指标|项目|要求|举措|工作|成果|计划|名称/;

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '');

/** A cell that reaches over several rows stands in the first alone, so that the others begin further left: their columns move with them. */
function moved(columns: RowColumns, cells: readonly string[], width: number): RowColumns {
  const by = width - 1 - lastFilled(cells);
  const office = cells[Math.max(-1, ...columns.responsible) - by]?.trim() ?? '';
  if (by <= 0 || by > 2 || !(looksLikeOffice(office) || isCount(columns, cells, by))) return columns;
  const left = (list: readonly number[]) => list.map((column) => column - by).filter((column) => column >= 0);
  return {
    isHeader: false,
    task: left(columns.task),
    progress: left(columns.progress),
    responsible: left(columns.responsible),
    deadline: columns.deadline - by,
  };
}

const count = /^\d[\d.,]*[万亿]?[\u4e00-\u9fff%]{0,4}$/;
/** 改建3000张床位 | 3210张 | 107% under 序号 | 名称 | 完成情况 | 占比: the count stands where the task would be. */
function isCount({ task, progress, responsible }: RowColumns, cells: readonly string[], by: number): boolean {
  const [first = -1] = progress;
  return (
    responsible.length === 0 &&
    first - by >= 0 &&
    count.test(cells[first - by]?.trim() ?? '') &&
    task.some((column) => column === first - by)
  );
}

const longestDay = 30;

/** 进度安排: ①3月底前，完成设计。②…: steps with days of their own are tasks, and no day for the rest of the row. */
function withSteps(columns: RowColumns, text: string, row: ClassifiedBlock): RowColumns {
  const cell = row.cells[columns.deadline];
  if (!cell || cell.end - cell.start <= longestDay || !/[。；]/.test(text.slice(cell.start, cell.end)))
    return columns;
  return { ...columns, task: [...columns.task, columns.deadline], deadline: -1 };
}

/** The words that stand in a column of a row: its own, or those of the merged cell that reaches in. */
export function wordsIn(
  text: string,
  row: Pick<ClassifiedBlock, 'cells' | 'merged'>,
  column: number,
): string {
  const own = row.cells[column];
  const words = own ? text.slice(own.start, own.end) : '';
  const merged = row.merged[column];
  return words === '' && merged ? text.slice(merged.start, merged.end) : words;
}

/** The columns that a row names, when it is a header. */
function headerColumns(
  text: string,
  block: ClassifiedBlock,
  underHeader: boolean,
): Omit<RowColumns, 'isHeader'> | null {
  const cells = block.cells.map((cell, i) => {
    const across = (block.merged[i]?.start ?? -1) >= block.start;
    return underHeader || across ? wordsIn(text, block, i) : text.slice(cell.start, cell.end);
  });
  const responsible = cells.flatMap((cell, i) =>
    cell.length <= 12 && responsibleHead.test(cell) ? [i] : [],
  );
  const deadline = cells.findIndex((cell) => cell.length <= 10 && deadlineHead.test(cell));
  const progress = cells.flatMap((cell, i) =>
    cell.length <= 24 && progressHead.test(cell) && !responsible.includes(i) ? [i] : [],
  );
  const named = new Set([...responsible, ...progress, deadline]);
  const task = cells.flatMap((cell, i) =>
    cell.length <= 12 && taskHead.test(cell) && !named.has(i) ? [i] : [],
  );
  const isHeader =
    (responsible.length > 0 || deadline >= 0 || progress.length > 0) &&
    task.length > 0 &&
    cells.every((cell) => cell.length <= 14 || progressHead.test(cell));
  return isHeader ? { task, progress, responsible, deadline } : null;
}

/**
 * Reads the header row of each run of table rows (责任单位, 完成时限 …) and gives every row below it its columns. A heading
 * across the table does not end the run; a header of two rows is read as one.
 */
export function rowColumns(text: string, blocks: readonly ClassifiedBlock[]): (RowColumns | null)[] {
  let current: RowColumns | null = null;
  let table: number | null = null;
  let headerStart = 0;
  let width = 0;
  return blocks.map((block) => {
    if (block.kind !== 'row') {
      if (block.table === null || block.table !== table) current = null;
      return null;
    }
    table = block.table;
    // A cell of the header that reaches down into this row makes it the header's second row.
    const reachesDown = block.merged.some(
      (cell) => cell && cell.start >= headerStart && cell.end <= block.start,
    );
    const above: RowColumns | null = current?.isHeader && reachesDown ? current : null;
    const header = headerColumns(text, block, above !== null) ?? above;
    if (header) {
      if (!above) headerStart = block.start;
      width = lastFilled(block.cells.map((cell) => text.slice(cell.start, cell.end))) + 1;
      const named = [...header.responsible, ...header.progress, header.deadline];
      const task = [...new Set([...(above?.task ?? []), ...header.task])].filter((i) => !named.includes(i));
      current = { ...header, task, isHeader: true };
    } else if (current?.isHeader) current = { ...current, isHeader: false };
    if (!current || current.isHeader) return current;
    const own = withSteps(current, text, block);
    if (block.table !== null) return own;
    return moved(
      own,
      block.cells.map((cell) => text.slice(cell.start, cell.end)),
      width,
    );
  });
}
