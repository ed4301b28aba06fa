import { splitOffices } from '../../text/outline/office.js';
import { wordsIn } from '../../text/outline/task-table.js';
import type { Draft, ExtractionContext, SentenceView } from '../draft.js';
import { because } from '../draft.js';
import type { DateMention } from '../values/date.js';
import { findDates } from '../values/date.js';

/** The day that the row's column of deadlines gives, or null. */
export function columnDay(context: ExtractionContext, { block }: SentenceView): DateMention | null {
  const column = block.columns?.deadline ?? -1;
  const own = block.cells[column];
  const cell = own && own.end > own.start ? own : block.merged[column];
  if (!cell) return null;
  const dates = findDates(context.text, cell.start, cell.end, context.reference);
  return dates.find((mention) => mention.role === 'by' && mention.date !== null) ?? null;
}

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
  if (draft.deadline?.scope === 'clause' && draft.deadline.date !== null) return;
  const date = columnDay(context, draft.view);
  if (!date) {
    titleYear(context, draft);
    return;
  }
  draft.deadline = {
    mention: date,
    text: context.text.slice(date.start, date.end),
    date: date.date,
    scope: 'section',
    inferred: [...date.inferred],
  };
  because(draft, 'deadline', 'column:deadline');
}

/** A report's table of tasks (2025年民生实事进展情况表): what it sets is for the year of its title. */
function titleYear(context: ExtractionContext, draft: Draft): void {
  const { title } = context.outline.meta;
  const years = [...new Set((title ?? '').match(/(?:19|20)\d{2}年/g))];
  if (draft.deadline || draft.stance !== 'commitment' || draft.view.column !== 'task' || years.length !== 1)
    return;
  const text = years[0] ?? '';
  draft.deadline = {
    mention: null,
    text,
    date: `${text.slice(0, 4)}-12-31`,
    scope: 'document',
    inferred: [],
  };
  because(draft, 'deadline', 'deadline:document');
}
