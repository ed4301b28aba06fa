import type { Item } from '../../domain/item.js';
import { answerableFor, dueOf, dueWords, type LedgerRow } from '../../domain/ledger.js';
import type { Messages } from '../messages/index.js';
import type { Column } from './table.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The value as a person would read it: the words of the source. */
export function valueWords(item: Item): string {
  const words = flat(item.valueText ?? '');
  return item.per === null ? words : `${words}（${item.per}）`;
}

/** An item as it was read, or a row of the ledger with what was decided on it. */
type Listed = Item & Partial<Pick<LedgerRow, 'state'>>;

export const deadlineWords = (item: Listed): string => dueWords(item) ?? '';

/** What it lacks, in words. */
export const missingWords = ({ missing }: Item, t: Messages): string =>
  missing.map((element) => t.missing[element]).join(t.listSeparator);

/** Columns of items and ledger rows alike, the longest last. */
export function itemColumns(t: Messages): Column<Listed>[] {
  return [
    { title: t.columns.stance, cell: (item) => t.words[item.stance], max: 12 },
    { title: t.columns.indicator, cell: (item) => flat(item.indicator), max: 30 },
    { title: t.columns.value, cell: (item) => valueWords(item) + (item.doubtful ? t.doubtful : ''), max: 20 },
    { title: t.columns.deadline, cell: deadlineWords, max: 12 },
    {
      title: t.columns.responsible,
      cell: (item) => answerableFor(item).join(t.listSeparator),
      max: 24,
    },
    { title: t.columns.missing, cell: (item) => missingWords(item, t), max: 16 },
    { title: t.columns.quote, cell: (item) => flat(item.quote), max: 80 },
  ];
}

/** CSV columns keep the names of the fields, the same in every language. */
const csvFields: readonly (readonly [
  string,
  (item: Listed, t: Messages) => string | number | boolean | null,
])[] = [
  ['id', (item) => item.id],
  ['stance', (item) => item.stance],
  ['kind', (item) => item.kind],
  ['indicator', (item) => item.indicator],
  ['valueText', (item) => item.valueText],
  ['value', (item) => item.value],
  ['valueMax', (item) => item.valueMax],
  ['unit', (item) => item.unit],
  // In words: a cell of = alone is a formula to a spreadsheet.
  ['comparator', (item, t) => item.comparator && t.comparators[item.comparator]],
  ['per', (item) => item.per],
  ['change', (item) => item.change],
  ['deadlineText', (item) => item.deadline?.text ?? null],
  ['deadline', dueOf],
  ['responsible', (item) => answerableFor(item).join('、')],
  ['strength', (item) => item.strength],
  ['hedged', (item) => item.hedged],
  ['missing', (item, t) => missingWords(item, t)],
  ['doubtful', (item) => item.doubtful?.join('、') ?? null],
  ['confidence', (item) => item.confidence?.row ?? null],
  ['section', (item) => item.section.join(' / ')],
  ['page', (item) => item.page],
  ['start', (item) => item.start],
  ['end', (item) => item.end],
  ['quote', (item) => item.quote],
];

export const itemCsvHeader: readonly string[] = csvFields.map(([name]) => name);

export const itemCsvValues = (item: Listed, t: Messages): (string | number | boolean | null)[] =>
  csvFields.map(([, value]) => value(item, t));
