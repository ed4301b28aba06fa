import { verifiedOf } from '../../../app/standing/statuses.js';
import { type CountedAxis, type PromiseCounts, stateKey } from '../../../domain/promise-count.js';
import type { State } from '../../../domain/standing.js';
import { noDeadlineUp } from './row-order.js';

/** A promise as it is counted: one that counts, no double and not rejected. */
export interface CountedPromise {
  readonly strength: string;
  readonly deadlineUp: string;
  readonly place: string | null;
  /** Each once. */
  readonly unitIds: readonly string[];
  /** It names nothing to measure it by, or no day. */
  readonly lacking: boolean;
  readonly state: State | null;
}

/** How much of a day a cell is of: `2025`, `2025-12`, `2025-12-31`; all of `noDeadlineUp` where there is none. */
export const levels = [4, 7, 10] as const;

export interface StoredCell extends PromiseCounts {
  readonly axis: CountedAxis;
  readonly level: number;
  readonly period: string;
  /** Empty where the promises have none. */
  readonly value: string;
}

type Cells = ReadonlyMap<string, StoredCell>;

const countsOf = ({ state, lacking }: CountedPromise): PromiseCounts => ({
  promises: 1,
  open: Number(state !== null && !state.closed && !state.vague),
  vague: Number(lacking || (state?.vague ?? false)),
  metAhead: Number(state !== null && verifiedOf(state.ahead, state) === 'met'),
  metPast: Number(state !== null && verifiedOf(state.past, state) === 'met'),
});

function valuesOf({ unitIds, place, deadlineUp, strength, state }: CountedPromise): [CountedAxis, string][] {
  const units = unitIds.length === 0 ? [''] : unitIds;
  return [
    ...units.map((id): [CountedAxis, string] => ['unit', id]),
    ['place', place ?? ''],
    ['month', deadlineUp === noDeadlineUp ? '' : deadlineUp.slice(0, 7)],
    ['strength', strength],
    ['state', state ? stateKey(state) : ''],
  ];
}

const plus = (a: PromiseCounts, b: PromiseCounts, times: number): PromiseCounts => ({
  promises: a.promises + times * b.promises,
  open: a.open + times * b.open,
  vague: a.vague + times * b.vague,
  metAhead: a.metAhead + times * b.metAhead,
  metPast: a.metPast + times * b.metPast,
});

const none: PromiseCounts = { promises: 0, open: 0, vague: 0, metAhead: 0, metPast: 0 };

/** Adds cells to others. */
function addTo(cells: Map<string, StoredCell>, cell: StoredCell, times: number): void {
  const { axis, level, period, value } = cell;
  const key = `${level} ${period} ${axis} ${value}`;
  cells.set(key, { axis, level, period, value, ...plus(cells.get(key) ?? none, cell, times) });
}

/** Cells of promises, by their key; added to those given. */
export function cellsOf(
  promises: Iterable<CountedPromise>,
  cells = new Map<string, StoredCell>(),
): Map<string, StoredCell> {
  for (const promise of promises) {
    const counts = countsOf(promise);
    const { deadlineUp } = promise;
    for (const [axis, value] of valuesOf(promise))
      for (const level of levels) {
        const period = deadlineUp === noDeadlineUp ? noDeadlineUp : deadlineUp.slice(0, level);
        addTo(cells, { axis, level, period, value, ...counts }, 1);
      }
  }
  return cells;
}

/** All of them together. */
export function sumOf(lists: Iterable<readonly StoredCell[]>): StoredCell[] {
  const cells = new Map<string, StoredCell>();
  for (const list of lists) for (const cell of list) addTo(cells, cell, 1);
  return changed(cells);
}

/** What is to be added to cells so that they count the promises of now instead of those of before, in the order of the index. */
export function differenceOf(before: Cells, now: Cells): StoredCell[] {
  const cells = new Map(now);
  for (const cell of before.values()) addTo(cells, cell, -1);
  return changed(cells);
}

/** What is to be added to kept cells so that they are those counted; a cell may be kept in parts. */
export function correctionOf(kept: Iterable<StoredCell>, counted: Iterable<StoredCell>): StoredCell[] {
  const before = new Map<string, StoredCell>();
  for (const cell of kept) addTo(before, cell, 1);
  const now = new Map<string, StoredCell>();
  for (const cell of counted) addTo(now, cell, 1);
  return differenceOf(before, now);
}

const changed = (cells: Cells): StoredCell[] =>
  [...cells]
    .filter(([, { promises, open, vague, metAhead, metPast }]) =>
      [promises, open, vague, metAhead, metPast].some((count) => count !== 0),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell);

/** Cells that together are all promises, none twice: whole years and months but where a day asked about lies. */
export interface AskedPeriods {
  readonly years: readonly [string, string];
  readonly months: readonly [string, string];
}

/** Years and months, inclusive, that hold the days asked about. */
export const askedPeriods = (today: string, soonUntil: string): AskedPeriods => ({
  years: [today.slice(0, 4), soonUntil.slice(0, 4)],
  months: [today.slice(0, 7), soonUntil.slice(0, 7)],
});
