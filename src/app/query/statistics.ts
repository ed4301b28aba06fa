import type { RowBounds } from '../../domain/people.js';
import type { Profile } from '../../domain/profile.js';
import type { Light, Schedule, Verified } from '../../domain/standing.js';
import type { Dimension, Tally } from '../../domain/tally.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { splitStatuses } from '../standing/split-statuses.js';
import { daysOf } from '../standing/standing-filter.js';
import { lightOf, type Statuses } from '../standing/statuses.js';

/** Counts of promises; one that says the same as another by decision is not counted again. */
export interface Figures {
  readonly promises: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** By the deadline that counts; whether they are settled or not. */
  readonly dueThisMonth: number;
  /** Shown to be met, whenever they are due. */
  readonly met: number;
  /** Whose deadline is here or past, and how many of those are shown to be met: the met rate is their share. */
  readonly pastDue: number;
  readonly metOfPastDue: number;
  /** `metOfPastDue / pastDue`; null where nothing was due yet. */
  readonly metRate: number | null;
  /** A person said so, or it names nothing to measure it by or no day. */
  readonly vague: number;
}

type Counted = { -readonly [Key in Exclude<keyof Figures, 'metRate'>]: number };

export interface Group extends Figures {
  /** A unit's id, a place, a month (`2025-12`) or a strength; null for promises that have none. */
  readonly value: string | null;
  /** A unit's name. */
  readonly label: string | null;
}

export interface Statistics {
  readonly today: string;
  readonly totals: Figures;
  readonly byUnit: readonly Group[];
  readonly byPlace: readonly Group[];
  /** Of the deadline that counts; months in order, none last. */
  readonly byMonth: readonly Group[];
  readonly byStrength: readonly Group[];
  readonly byStatus: {
    readonly light: Readonly<Record<Light, number>>;
    readonly verified: Readonly<Record<Verified, number>>;
    readonly schedule: Readonly<Record<Schedule, number>>;
    readonly claimed: Readonly<Record<Statuses['claimed'], number>>;
    /** Promises that have not been held against later documents yet. */
    readonly untracked: number;
  };
}

const none = (): Counted => ({
  ...{ promises: 0, overdue: 0, dueSoon: 0, dueThisMonth: 0, met: 0, pastDue: 0, metOfPastDue: 0, vague: 0 },
});

const common = ['statuses', 'past', 'vague'] as const satisfies readonly Dimension[];
const groupings: readonly Dimension[][] = [
  ['strength', 'month', ...common],
  ['unit', 'month', ...common],
  ['place', 'month', ...common],
];

/** Adds a tally of `[…, month, statuses, past, vague]`. */
function add(to: Counted, { values, rows }: Tally, thisMonth: string): void {
  const [month, joined, past, vague] = values.slice(-4);
  const statuses = splitStatuses(joined);
  const met = statuses?.verified === 'met';
  to.promises += rows;
  if (statuses?.schedule === 'overdue') to.overdue += rows;
  if (statuses?.schedule === 'due_soon') to.dueSoon += rows;
  if (month === thisMonth) to.dueThisMonth += rows;
  if (met) to.met += rows;
  if (past === 'true') to.pastDue += rows;
  if (met && past === 'true') to.metOfPastDue += rows;
  if (vague === 'true') to.vague += rows;
}

const figures = (of: Counted): Figures => ({
  ...of,
  metRate: of.pastDue === 0 ? null : of.metOfPastDue / of.pastDue,
});

function grouped(
  tallies: readonly Tally[],
  key: (tally: Tally) => string | null,
  thisMonth: string,
  labels: ReadonlyMap<string, string> = new Map(),
): Group[] {
  const groups = new Map<string | null, Counted>();
  for (const tally of tallies) {
    const value = key(tally);
    const of = groups.get(value) ?? none();
    add(of, tally, thisMonth);
    groups.set(value, of);
  }
  const told = [...groups].map(([value, of]) => ({
    ...{ value, label: value === null ? null : (labels.get(value) ?? null) },
    ...figures(of),
  }));
  return told.sort((a, b) => b.promises - a.promises || ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1));
}

function statusCounts(tallies: readonly Tally[], profile: Profile): Statistics['byStatus'] {
  const byStatus = {
    light: { green: 0, yellow: 0, red: 0, none: 0 },
    verified: { none: 0, met: 0, not_met: 0, in_progress: 0, changed: 0, disputed: 0 },
    schedule: { no_deadline: 0, not_due: 0, due_soon: 0, overdue: 0 },
    claimed: { none: 0, not_started: 0, under_way: 0, done: 0, cannot: 0 },
    untracked: 0,
  };
  for (const { values, rows } of tallies) {
    const statuses = splitStatuses(values.at(-3));
    if (!statuses) byStatus.untracked += rows;
    else {
      byStatus.light[lightOf(statuses, profile)] += rows;
      byStatus.verified[statuses.verified] += rows;
      byStatus.schedule[statuses.schedule] += rows;
      byStatus.claimed[statuses.claimed] += rows;
    }
  }
  return byStatus;
}

/** The figures of an office's promises on a day. @param within the rows that whoever asks is bound to */
export async function statisticsOf(
  store: Pick<LedgerStore, 'tallies' | 'units'>,
  tenant: string,
  { today, profile }: { readonly today: string; readonly profile: Profile },
  within?: RowBounds,
): Promise<Statistics> {
  const filter = { stance: 'commitment' as const, ...(within && { within }) };
  const options = { ...daysOf(today, profile), promisesOnly: true };
  const [byStrength = [], byUnit = [], byPlace = []] = await store.tallies(
    ...[tenant, filter, groupings, options],
  );
  const units = new Map((await store.units(tenant)).map(({ id, name }) => [id, name]));
  const thisMonth = today.slice(0, 7);
  const first = ({ values: [value = null] }: Tally) => value;
  const totals = none();
  for (const tally of byStrength) add(totals, tally, thisMonth);
  const byMonth = grouped(byStrength, ({ values }) => values[1] ?? null, thisMonth);
  // A unit sees its own figures, not those of others that share a promise with it.
  const mine = within && 'unitIds' in within ? new Set<string | null>(within.unitIds) : null;
  return {
    today,
    totals: figures(totals),
    byUnit: grouped(byUnit, first, thisMonth, units).filter(({ value }) => mine?.has(value) ?? true),
    byPlace: grouped(byPlace, first, thisMonth),
    byMonth: byMonth.sort((a, b) => ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1)),
    byStrength: grouped(byStrength, first, thisMonth),
    byStatus: statusCounts(byStrength, profile),
  };
}
