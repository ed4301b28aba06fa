import { useState } from 'react';
import { type ColumnKey, columns } from './columns.js';

/** How a person wants the table: kept in this browser. */
export interface ChosenColumn {
  readonly key: ColumnKey;
  readonly shown: boolean;
  readonly pinned: boolean;
}

const storageKey = 'jiannuo.ledger.columns';
const hiddenAtFirst: readonly ColumnKey[] = [
  'stance',
  'claimed',
  'strength',
  'missing',
  'issuer',
  'kind',
  'section',
];

const usual: readonly ChosenColumn[] = columns.map(({ key }) => ({
  key,
  shown: !hiddenAtFirst.includes(key),
  pinned: key === 'light' || key === 'indicator',
}));

/** What was kept, with columns that came since; what is not readable counts for nothing. */
function kept(): readonly ChosenColumn[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    const known = (Array.isArray(parsed) ? (parsed as Partial<ChosenColumn>[]) : []).flatMap((one) => {
      const column = usual.find(({ key }) => key === one?.key);
      return column ? [{ key: column.key, shown: one.shown === true, pinned: one.pinned === true }] : [];
    });
    if (known.length === 0) return usual;
    return [...known, ...usual.filter(({ key }) => !known.some((one) => one.key === key))];
  } catch {
    return usual;
  }
}

export function useColumnChoice() {
  const [chosen, setChosen] = useState(kept);
  const keep = (next: readonly ChosenColumn[]) => {
    localStorage.setItem(storageKey, JSON.stringify(next));
    setChosen(next);
  };
  const change = (key: ColumnKey, part: Partial<ChosenColumn>) =>
    keep(chosen.map((column) => (column.key === key ? { ...column, ...part } : column)));
  const move = (key: ColumnKey, by: -1 | 1) => {
    const from = chosen.findIndex((column) => column.key === key);
    const moved = chosen[from];
    const other = chosen[from + by];
    if (!moved || !other) return;
    keep(chosen.map((column, at) => (at === from ? other : at === from + by ? moved : column)));
  };
  const reset = () => {
    localStorage.removeItem(storageKey);
    setChosen(usual);
  };
  return { chosen, change, move, reset };
}
