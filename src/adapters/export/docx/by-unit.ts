import { JiannuoError } from '../../../domain/errors.js';
import { answerableFor, type LedgerRow } from '../../../domain/ledger.js';

/** A Word file is made whole, in memory, and nobody reads one of more. */
const mostRows = 2_000;

export interface UnitRows {
  /** null: the rows that name nobody. */
  readonly unit: string | null;
  readonly rows: readonly LedgerRow[];
}

/** The commitments by who answers for them, in the order of the rows; one of several units stands with each. */
export async function commitmentsByUnit(pages: AsyncIterable<readonly LedgerRow[]>): Promise<UnitRows[]> {
  const byUnit = new Map<string | null, LedgerRow[]>();
  let taken = 0;
  for await (const page of pages) {
    for (const row of page) {
      if (row.stance !== 'commitment') continue;
      taken += 1;
      if (taken > mostRows) throw new JiannuoError('export-too-many', { limit: mostRows });
      const named = answerableFor(row);
      const units = named.length === 0 ? [null] : [...new Set(named)];
      for (const unit of units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
    }
  }
  const named = [...byUnit].filter(([unit]) => unit !== null);
  const nobody = byUnit.get(null);
  return [...named, ...(nobody ? [[null, nobody] as const] : [])].map(([unit, rows]) => ({ unit, rows }));
}
