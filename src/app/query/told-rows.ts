import type { LedgerRow } from '../../domain/ledger.js';
import type { Profile } from '../../domain/profile.js';
import type { Span } from '../../domain/source-text.js';
import { type Statuses, statusesOf } from '../standing/statuses.js';
import { marksOf } from './marks.js';

/** Where the words asked for stand. */
export interface Marks {
  readonly quote: readonly Span[];
  readonly indicator: readonly Span[];
}

export type ToldRow = LedgerRow & {
  /** null for a result, and until it has been tracked. */
  readonly statuses: Statuses | null;
  /** null where no words were asked for. */
  readonly marks: Marks | null;
};

/** Rows as a page shows them on a day. @param words that full text looked for */
export const toldRows = (
  rows: readonly LedgerRow[],
  words: readonly string[] | null,
  { today, profile }: { readonly today: string; readonly profile: Profile },
): ToldRow[] =>
  rows.map((row) => ({
    ...row,
    statuses: row.state && statusesOf(row.state, today, profile),
    marks: words && { quote: marksOf(row.quote, words), indicator: marksOf(row.indicator, words) },
  }));
