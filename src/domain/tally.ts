/**
 * What rows can be counted by. `month` is that of the deadline which counts, decisions considered. `statuses`: `claimed/verified/schedule` on a day; `past`: due on or before
 * it. `vague`: a person said so, or the promise names nothing to measure it by or no day. A row of several units is
 * counted under each.
 */
export type Dimension =
  | 'stance'
  | 'kind'
  | 'strength'
  | 'month'
  | 'document'
  | 'place'
  | 'unit'
  | 'statuses'
  | 'past'
  | 'vague';

/** How many rows have these values, in the order of the dimensions asked for; null where a row has none. Truth values are `true` and `false`. */
export interface Tally {
  readonly values: readonly (string | null)[];
  readonly rows: number;
}

export interface TallyOptions {
  /** ISO days: the one on which statuses are read, and the last that is due soon. */
  readonly today: string;
  readonly soonUntil: string;
  /** At most so many rows are looked at. */
  readonly cap?: number;
  /** Leaves out promises that by decision say the same as another. */
  readonly promisesOnly?: boolean;
}
