import { splitOffices } from '../../text/outline/office.js';
import { wordsIn } from '../../text/outline/task-table.js';
import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import { findDates } from '../values/date.js';

/** In a task table the columns 责任单位 and 完成时限 speak for the whole row. */
export function rowRefiner(context: ExtractionContext, draft: Draft): void {
  const { block } = draft.view;
  const { columns } = block;
  if (!columns) return;
  const names = columns.responsible.flatMap((column) => splitOffices(wordsIn(context.text, block, column)));
  if (names.length > 0) {
    draft.responsible = [...new Set(names)];
    because(draft, 'responsible', 'column:responsible');
  }
  const own = block.cells[columns.deadline];
  const cell = own && own.end > own.start ? own : block.merged[columns.deadline];
  if (!cell || (draft.deadline?.scope === 'clause' && draft.deadline.date !== null)) return;
  const date = findDates(context.text, cell.start, cell.end, context.reference).find(
    (mention) => mention.role === 'by' && mention.date !== null,
  );
  if (!date) return;
  draft.deadline = {
    mention: date,
    text: context.text.slice(date.start, date.end),
    date: date.date,
    scope: 'section',
    inferred: [...date.inferred],
  };
  because(draft, 'deadline', 'column:deadline');
}
