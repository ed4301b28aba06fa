import type { DocumentMeta } from '../../domain/document.js';
import { withItemIds } from '../../domain/identity.js';
import type { Item } from '../../domain/item.js';
import { phrase } from '../../domain/phrase.js';
import type { SourceText } from '../../domain/source-text.js';
import type { Extraction } from '../ports/ledger-store.js';
import { type HeadedRows, type Heading, headedRows } from './headed-table.js';
import { type LedgerField, neededOfLedger, readLedgerHeading } from './ledger-columns.js';
import { type LedgerLine, readLedgerRow } from './ledger-rows.js';

/** Goes up when the same sheet gives other rows. */
const ledgerRules = 'ledger@1';

/** Whether a document's rows are those of an imported ledger: extraction leaves it to `ledgerSheet`. */
export const isLedgerRules = (rules: string | undefined): boolean => rules?.startsWith('ledger@') ?? false;
export const isLedgerCurrent = (rules: string | undefined): boolean => rules === ledgerRules;

export interface LedgerSheet {
  readonly headings: readonly Heading<LedgerField>[];
  readonly lines: readonly LedgerLine[];
  readonly extraction: Extraction;
}

const sum = /^(?:合\s*计|总\s*计|小\s*计|共\s*计)/u;

const titleOf = ({ text }: SourceText): string | null => {
  const [first = ''] = text.split('\n');
  const title = first.split('\t').filter((cell) => cell.trim() !== '');
  const [only = ''] = title;
  return title.length === 1 && only.trim().length >= 4 && only.length <= 100 ? only.trim() : null;
};

const metaOf = (source: SourceText): DocumentMeta => ({
  ...{ title: titleOf(source), docNumber: null, proposalNumber: null, body: null, session: null },
  ...{ issuer: null, addressees: [], date: null, kind: 'ledger', period: null, resultClass: null },
  ...{ publicity: null, form: null },
});

const table = (source: SourceText): HeadedRows<LedgerField> | null => {
  for (const needed of neededOfLedger) {
    const found = headedRows(source, readLedgerHeading, needed);
    if (found) return found;
  }
  return null;
};

const sameAs = ({ quote, indicator, deadline, responsible, value }: Omit<Item, 'id'>): string =>
  JSON.stringify([quote, indicator, deadline?.text, responsible, value]);

const doubled = (line: number) =>
  phrase(`与第 ${line} 行完全相同，只收一条`, `the same as line ${line}: taken once`);

/**
 * The rows of a ledger that an office keeps in a table, as items, each with its cells as its place. A pure function of the text
 * and its version. null where no table has the headings that are needed.
 */
export function ledgerSheet(source: SourceText, sha256: string, segmentation: string): LedgerSheet | null {
  const found = table(source);
  if (!found) return null;
  const lines: LedgerLine[] = [];
  const taken: Omit<Item, 'id'>[] = [];
  const seen = new Map<string, number>();
  let category: { readonly sheet: string | null; readonly words: string } | null = null;
  for (const row of found.rows) {
    const { sheet, line, first, across } = row;
    if (sum.test(first)) continue;
    if (across) {
      category = { sheet, words: first };
      continue;
    }
    const read = readLedgerRow(source, row, category?.sheet === sheet ? category.words : null);
    const words = row.cells.get('words') ?? row.cells.get('indicator') ?? null;
    if ('problem' in read) {
      lines.push({ sheet, line, outcome: 'refused', words, problem: read.problem });
      continue;
    }
    const before = seen.get(sameAs(read));
    if (before !== undefined) {
      lines.push({ sheet, line, outcome: 'doubled', words, problem: doubled(before) });
      continue;
    }
    seen.set(sameAs(read), line);
    taken.push(read);
    lines.push({ sheet, line, outcome: 'taken', words, problem: null });
  }
  const items = withItemIds(sha256, taken);
  const engine = { reader: source.reader, segmentation, rules: ledgerRules };
  return {
    headings: found.headings,
    lines,
    extraction: { engine, meta: metaOf(source), items, intentions: 0 },
  };
}
