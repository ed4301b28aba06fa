import { useState } from 'react';
import { mostChosen } from '../../api/many.js';
import type { ListedRow } from '../../api/types.js';

export interface Chosen {
  /** In the order of choosing, as they were seen then. */
  readonly rows: readonly ListedRow[];
  readonly ids: readonly string[];
  has(id: string): boolean;
  toggle(row: ListedRow): void;
  /** Those and no others. */
  set(rows: readonly ListedRow[]): void;
}

/** Rows that something is to be done with; they stay chosen while others are looked at. */
export function useChosen(): Chosen {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ListedRow>>(new Map());
  const keep = (rows: readonly ListedRow[]) =>
    setChosen(new Map(rows.slice(0, mostChosen).map((row) => [row.id, row])));
  return {
    rows: [...chosen.values()],
    ids: [...chosen.keys()],
    has: (id) => chosen.has(id),
    toggle: (row) =>
      keep(
        chosen.has(row.id)
          ? [...chosen.values()].filter(({ id }) => id !== row.id)
          : [...chosen.values(), row],
      ),
    set: keep,
  };
}
