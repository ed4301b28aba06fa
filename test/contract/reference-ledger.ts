import {
  answerableFor,
  dueOf,
  type LedgerFilter,
  type LedgerRow,
  type LedgerSort,
} from '../../src/domain/ledger.js';
import { tokenize } from './ledger-fixtures.js';

/** What the filters and orders mean, said once in plain code: the stores are held against it. */
export function referenceRows(
  rows: readonly LedgerRow[],
  filter: LedgerFilter,
  sort: LedgerSort,
  aliases: ReadonlyMap<string, readonly string[]> = new Map(),
): LedgerRow[] {
  return rows.filter((row) => matches(row, filter, aliases)).sort(comparator(sort));
}

function matches(
  row: LedgerRow,
  filter: LedgerFilter,
  aliases: ReadonlyMap<string, readonly string[]>,
): boolean {
  const date = dueOf(row);
  const namesOf = (unit: string) => [unit, ...(aliases.get(unit) ?? [])];
  const named = (unit: string, part: string) => namesOf(unit).some((name) => name.includes(part));
  const issuer = row.document.issuer;
  const words = new Set(tokenize([row.quote, row.indicator, ...row.responsible].join('\n')));
  const asked = filter.text === undefined ? [] : tokenize(filter.text);
  const is = <T>(wanted: T | undefined, found: T) => wanted === undefined || wanted === found;
  return [
    is(filter.stance, row.stance),
    is(filter.kind, row.kind),
    is(filter.strength, row.strength),
    is(filter.hedged, row.hedged),
    filter.missing === undefined || row.missing.includes(filter.missing),
    filter.lessSureThan === undefined ||
      (row.confidence !== undefined && row.confidence.row < filter.lessSureThan / 100),
    is(filter.documentId, row.documentId),
    is(filter.documentKind, row.document.kind),
    is(filter.proposal, row.document.proposalNumber ?? undefined),
    is(filter.noDeadline, date === null),
    filter.deadlineFrom === undefined || (date !== null && date >= filter.deadlineFrom),
    filter.deadlineTo === undefined || (date !== null && date <= filter.deadlineTo),
    filter.indicator === undefined || row.indicator.includes(filter.indicator),
    filter.unit === undefined || answerableFor(row).some((unit) => named(unit, filter.unit ?? '')),
    filter.authority === undefined ||
      (issuer !== null && (issuer.includes(filter.authority) || named(issuer, filter.authority))),
    asked.every((word) => words.has(word)),
    filter.text === undefined || asked.length > 0,
  ].every(Boolean);
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function comparator(sort: LedgerSort): (a: LedgerRow, b: LedgerRow) => number {
  const last = (row: LedgerRow, otherwise: string) => dueOf(row) ?? otherwise;
  const first: Record<LedgerSort, (a: LedgerRow, b: LedgerRow) => number> = {
    deadline: (a, b) => compare(last(a, '9'.repeat(9)), last(b, '9'.repeat(9))),
    '-deadline': (a, b) => compare(last(b, ''), last(a, '')),
    document: (a, b) => compare(b.document.date ?? '', a.document.date ?? ''),
  };
  return (a, b) =>
    first[sort](a, b) ||
    compare(a.documentId, b.documentId) ||
    compare(a.start, b.start) ||
    compare(a.id, b.id);
}
