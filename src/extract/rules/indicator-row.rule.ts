import { isUnit } from '../../text/normalize/flat-row.js';
import type { IndicatorRow } from '../../text/outline/indicator-table.js';
import { because, type Draft, type ExtractionContext, newDraft, type SentenceView } from '../draft.js';
import { prefixComparators, suffixComparators } from '../values/comparator.js';

const cellValue =
  /([<>≥≤＜＞]=?|约|达到|累计达到|不低于|至少)?(-?\d[\d.,]*)(%|(?!左右|以)[\u4e00-\u9fff]{1,4}?(?=左右|以上|以下|以内|$))?(左右|以上|以下|以内)?/u;

/** The target of a row in a table of indicators; its columns say what the sentence of a text would. */
export function indicatorRowRule(context: ExtractionContext, view: SentenceView): Draft[] {
  const row = view.block.indicator;
  if (!row) return [];
  const reached = row.done ?? (context.outline.meta.kind === 'progress_report' ? row.state : null);
  const done = reached && cellDraft(context, view, row, { cell: reached, year: null, goal: false });
  if (done) done.stance = 'achievement';
  return [
    ...row.targets.flatMap((target) => cellDraft(context, view, row, target) ?? []),
    ...(done ? [done] : []),
  ];
}

function cellDraft(
  context: ExtractionContext,
  view: SentenceView,
  row: IndicatorRow,
  { cell, year: head, goal, measure }: IndicatorRow['targets'][number],
): Draft | null {
  const clause = view.clauses[0];
  if (!clause) return null;
  const { text } = context;
  const match = cellValue.exec(text.slice(cell.start, cell.end));
  const value = Number(match?.[2]?.replace(/,/g, ''));
  if (!match?.[2] || Number.isNaN(value)) return null;
  const names = row.name.map((span) => text.slice(span.start, span.end));
  const draft = newDraft(
    {
      kind: 'quantity',
      view,
      clause,
      segment: clause,
      quantity: null,
      start: Math.min(view.start, ...row.name.map((span) => span.start)),
      end: Math.max(view.end, ...row.name.map((span) => span.end)),
    },
    'table:indicator-row',
  );
  const word =
    prefixComparators.find((entry) => entry.word === match[1]) ??
    suffixComparators.find((entry) => entry.word === match[4]);
  draft.value = value;
  draft.valueStart = cell.start + match.index;
  draft.valueEnd = draft.valueStart + match[0].length;
  // 城市防洪达标率（%）: the name bears the unit.
  const inName = /[（(]([^（）()]{1,8})[）)]$/u.exec(names.at(-1) ?? '')?.[1];
  draft.unit =
    match[3] ??
    measure?.unit ??
    row.unit ??
    (inName && isUnit(inName) ? inName : null) ??
    (/(?:率|比重|比例|占比)\d?$/.test(names.join('')) ? '%' : '');
  draft.comparator = word?.goal ?? '=';
  draft.indicator = names
    .join('')
    .replace(inName && isUnit(inName) ? /[（(][^（）()]{1,8}[）)]$/u : /$^/u, '')
    .replace(/(?<=[\u4e00-\u9fff）])\d$/u, '');
  const measures = measure?.name ?? draft.indicator;
  draft.change = /(?:增长|增速|增幅|提升)率?$|^(?:城镇|农村)?(?:新增|净增)/u.test(measures)
    ? 'increase'
    : /(?:降低|下降|减少)率?$/u.test(measures)
      ? 'decrease'
      : null;
  if (measure) draft.indicator += measure.name;
  // 一、现状: a table of how things stand.
  if (measure && (context.sections[view.block.index]?.stance ?? 0) < 0) draft.stance = 'achievement';
  draft.per =
    /^每[十百千万]?(?:常住|户籍)?(?:人口|人)|^(?:人均(?!预期寿命|期望寿命)|户均|亩均)/u.exec(
      draft.indicator,
    )?.[0] ?? (/年均/u.test(draft.indicator) ? '年均' : null);
  for (const field of ['value', 'indicator', 'comparator']) because(draft, field, 'table:indicator-row');
  if (head) {
    const year = Number(head.text.slice(0, 4));
    draft.deadline = {
      mention: null,
      text: head.text,
      date: `${year}-12-31`,
      scope: 'section',
      inferred: [],
    };
    because(draft, 'deadline', 'column:year');
    // In a report a year that is over was reached, not set.
    const over = context.reference.year !== null && year <= context.reference.year;
    if (over && !goal && context.outline.meta.kind === 'progress_report') draft.stance = 'achievement';
  }
  return draft;
}
