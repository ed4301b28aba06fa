import type { ClassifiedBlock } from './block-kind.js';

/** Column numbers of a task table by meaning; -1 where there is none. */
export interface RowColumns {
  readonly isHeader: boolean;
  readonly task: readonly number[];
  readonly responsible: readonly number[];
  readonly deadline: number;
}

const responsibleHead = /责任|牵头|承办|主办|配合|负责|实施单位|落实单位/;
const deadlineHead = /时限|时间|期限|进度|年限/;
const taskHead = /任务|目标|内容|措施|事项|指标|项目|要求|举措|工作|成果|计划|名称/;

/** Reads the header row of each run of table rows (责任单位, 完成时限 …) and gives every row below it its columns. */
export function rowColumns(text: string, blocks: readonly ClassifiedBlock[]): (RowColumns | null)[] {
  let current: RowColumns | null = null;
  return blocks.map((block) => {
    if (block.kind !== 'row') {
      current = null;
      return null;
    }
    const cells = block.cells.map((cell) => text.slice(cell.start, cell.end));
    const responsible = cells.flatMap((cell, i) =>
      cell.length <= 12 && responsibleHead.test(cell) ? [i] : [],
    );
    const deadline = cells.findIndex((cell) => cell.length <= 10 && deadlineHead.test(cell));
    const task = cells.flatMap((cell, i) =>
      cell.length <= 12 && taskHead.test(cell) && !responsible.includes(i) && i !== deadline ? [i] : [],
    );
    if (
      (responsible.length > 0 || deadline >= 0) &&
      task.length > 0 &&
      cells.every((cell) => cell.length <= 14)
    ) {
      current = { isHeader: false, task, responsible, deadline };
      return { ...current, isHeader: true };
    }
    return current;
  });
}
