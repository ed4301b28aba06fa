import type { State } from './standing.js';

/** What promises are counted by: each unit that answers for them, the place, the month they fall due, strength, where they stand. */
export const countedAxes = ['unit', 'place', 'month', 'strength', 'state'] as const;
export type CountedAxis = (typeof countedAxes)[number];

/** Of promises that fall due together; doubles and rejected ones are not among them. */
export interface PromiseCounts {
  readonly promises: number;
  /** Neither closed nor vague by decision, and tracked: they fall due. */
  readonly open: number;
  /** A person said so, or they name nothing to measure them by or no day. */
  readonly vague: number;
  /** Shown to be met, where their deadline is ahead, and where it is past. */
  readonly metAhead: number;
  readonly metPast: number;
}

export interface PromiseCell extends PromiseCounts {
  readonly axis: CountedAxis;
  /** A unit's id, a place, a month, a strength, a `stateKey`; null where they have none. */
  readonly value: string | null;
  /**
   * When they fall due: a day, a month or a year, compared with days as strings are; null for no deadline. A month and a year
   * stand only where no day asked about lies in them.
   */
  readonly due: string | null;
}

type Counted = Pick<State, 'ahead' | 'past' | 'claimed' | 'disputed' | 'closed' | 'vague'>;

/** What statuses are made from, but for the deadline. */
export const stateKey = ({ ahead, past, claimed, disputed, closed, vague }: Counted): string =>
  [ahead, past, claimed, Number(disputed), Number(closed), Number(vague)].join('/');

/** The same apart again. */
export function stateOfKey(key: string): Counted {
  const [ahead, past, claimed, ...flags] = key.split('/');
  const [disputed, closed, vague] = flags.map((flag) => flag === '1');
  return { ahead, past, claimed, disputed, closed, vague } as Counted;
}
