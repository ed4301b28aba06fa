import type { Item } from '../../domain/item.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import { pageAt, type SourceText, type Span } from '../../domain/source-text.js';
import { strengthCues } from '../../extract/lexicon/cues.js';
import { hedgeWords } from '../../extract/lexicon/hedge-words.js';
import { missingOf } from '../../extract/quality/missing.js';
import type { HeadedRow } from './headed-table.js';
import type { LedgerField } from './ledger-columns.js';
import { deadlineIn } from './ledger-deadline.js';
import { figureOfWords, noFigure, targetFigure } from './ledger-figure.js';
import { namesIn } from './proposal-rows.js';

export const ledgerOutcomes = ['taken', 'doubled', 'refused'] as const;

/** What becomes of a row of a ledger. */
export interface LedgerLine {
  readonly sheet: string | null;
  readonly line: number;
  readonly outcome: (typeof ledgerOutcomes)[number];
  /** Its words, as far as there are any. */
  readonly words: string | null;
  /** What is wrong with it or with one of its cells, and what to do. */
  readonly problem: Phrase | null;
}

type Row = HeadedRow<LedgerField>;
const told = ['words', 'indicator', 'target', 'unit'] as const;

/** The stretch of the row that says it: the cell of its words, or from the first to the last of those that it is told by. */
function quoteOf({ places }: Row, fields: readonly LedgerField[]): Span | null {
  const own = fields.flatMap((field) => {
    const place = places.get(field);
    return place?.own ? [place] : [];
  });
  if (own.length === 0) return null;
  return { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) };
}

const nothing = phrase(
  '没有承诺原文或指标：请在这一行补上',
  'neither the words of a promise nor an indicator: fill them in',
);
const unclearDay = (cell: string): Phrase =>
  phrase(
    `看不懂完成时限“${cell}”：请写成 2026-12-31、2026年底这样的日期，没有时限的写“长期”`,
    `deadline “${cell}” is not understood: write a day such as 2026-12-31, or leave it empty where there is none`,
  );

const nameOf = (words: string, valueText: string | null): string =>
  (valueText === null ? words : words.replace(valueText, '')).replace(/\s+/gu, ' ').slice(0, 60).trim();

/** The promise that a row tells, or what is wrong with it. */
export function readLedgerRow(
  source: SourceText,
  row: Row,
  category: string | null,
): Omit<Item, 'id'> | { readonly problem: Phrase } {
  const cell = (field: LedgerField): string => row.cells.get(field) ?? '';
  const { places } = row;
  const name = cell('words') || cell('indicator');
  if (name === '' || !told.some((field) => places.get(field)?.own)) return { problem: nothing };
  const deadline = deadlineIn(cell('deadline'));
  if (deadline === 'unclear') return { problem: unclearDay(cell('deadline')) };

  const target = places.get('target');
  const words = places.get('words');
  const ofTarget = target ? targetFigure(source, target, cell('unit')) : null;
  const figure = ofTarget ?? (words?.own && !target ? figureOfWords(source, words) : null);
  const byWords = words?.own && ofTarget === null;
  const quote = quoteOf(row, byWords ? ['words'] : told);
  if (!quote) return { problem: nothing };
  const inside = figure?.valueStart != null && figure.valueStart >= quote.start;
  const value = inside && figure ? figure : noFigure;
  const indicator = cell('indicator') || nameOf(name, value.valueText);
  // 单位 without figures is who answers.
  const lead = cell('lead') || (row.cells.has('target') ? '' : cell('unit'));
  const responsible = [...new Set([...namesIn(lead), ...namesIn(cell('assisting'))])];
  const about = [row.sheet, category, cell('category'), cell('docNumber'), cell('proposal')];
  const fields = {
    ...{ kind: value.value === null ? ('milestone' as const) : ('quantity' as const) },
    ...{ indicator, per: null, responsible, deadline },
  };
  return {
    ...{ ...quote, quote: source.text.slice(quote.start, quote.end), stance: 'commitment' },
    ...{ ...value, ...fields, change: null },
    strength: strengthCues.find(({ regex }) => regex.test(name))?.strength ?? 'plain',
    hedged: hedgeWords.test(name),
    missing: missingOf(fields, false),
    page: pageAt(source, quote.start),
    section: [...new Set(about.filter((each): each is string => !!each))],
    rules: { item: ['ledger-row'] },
  };
}
