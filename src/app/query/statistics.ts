import type { RowBounds } from '../../domain/people.js';
import type { Profile } from '../../domain/profile.js';
import { type CountedAxis, type PromiseCell, stateOfKey } from '../../domain/promise-count.js';
import type { Light, Schedule, Verified } from '../../domain/standing.js';
import type { Dimension, Tally } from '../../domain/tally.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { splitStatuses } from '../standing/split-statuses.js';
import { daysOf } from '../standing/standing-filter.js';
import { lightOf, type Reading, type Statuses, statusesOf } from '../standing/statuses.js';

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

/** Adds promises that fall due together. */
function addCell(to: Counted, cell: PromiseCell, { today, soonUntil, thisMonth }: Days): void {
  const { due, promises, open, metAhead, metPast } = cell;
  const isPast = due !== null && due <= today;
  const met = isPast ? metPast : metAhead;
  to.promises += promises;
  if (due !== null && due < today) to.overdue += open;
  if (due !== null && due >= today && due <= soonUntil) to.dueSoon += open;
  if (due?.startsWith(thisMonth)) to.dueThisMonth += promises;
  to.met += met;
  if (isPast) to.pastDue += promises;
  if (isPast) to.metOfPastDue += met;
  to.vague += cell.vague;
}

interface Days {
  readonly today: string;
  readonly soonUntil: string;
  readonly thisMonth: string;
}

function grouped<Part>(
  parts: readonly Part[],
  key: (part: Part) => string | null,
  addTo: (to: Counted, part: Part) => void,
  labels: ReadonlyMap<string, string> = new Map(),
): Group[] {
  const groups = new Map<string | null, Counted>();
  for (const part of parts) {
    const value = key(part);
    const of = groups.get(value) ?? none();
    addTo(of, part);
    groups.set(value, of);
  }
  const told = [...groups].map(([value, of]) => ({
    ...{ value, label: value === null ? null : (labels.get(value) ?? null) },
    ...figures(of),
  }));
  return told.sort((a, b) => b.promises - a.promises || ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1));
}

const inMonths = (groups: Group[]): Group[] =>
  groups.sort((a, b) => ((a.value ?? '~') < (b.value ?? '~') ? -1 : 1));

/** @param counted how many promises stand so; null for those that were not tracked */
function statusCounts(
  counted: readonly { readonly statuses: Omit<Statuses, 'light'> | null; readonly rows: number }[],
  profile: Profile,
): Statistics['byStatus'] {
  const byStatus = {
    light: { green: 0, yellow: 0, red: 0, none: 0 },
    verified: { none: 0, met: 0, not_met: 0, in_progress: 0, changed: 0, disputed: 0 },
    schedule: { no_deadline: 0, not_due: 0, due_soon: 0, overdue: 0 },
    claimed: { none: 0, not_started: 0, under_way: 0, done: 0, cannot: 0 },
    untracked: 0,
  };
  for (const { statuses, rows } of counted) {
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

type Store = Pick<LedgerStore, 'tallies' | 'units' | 'promiseCells'>;

const unitNames = async (store: Store, tenant: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await store.units(tenant)).map(({ id, name }) => [id, name]));

/** Statuses that a cell of the axis `state` reads on a day. */
function statusesOfCell({ value, due }: PromiseCell, { today, profile }: Reading) {
  const state = value === null ? null : { ...stateOfKey(value), due, version: 0, doubleOf: null };
  return state && statusesOf(state, today, profile);
}

/** The figures of a whole office, from the counts that are kept with its rows. */
async function keptStatistics(store: Store, tenant: string, reading: Reading): Promise<Statistics> {
  const { today, profile } = reading;
  const days = { ...daysOf(today, profile), thisMonth: today.slice(0, 7) };
  const cells = await store.promiseCells(tenant, days);
  const on = (axis: CountedAxis) => cells.filter((cell) => cell.axis === axis);
  const value = (cell: PromiseCell) => cell.value;
  const addTo = (to: Counted, cell: PromiseCell) => addCell(to, cell, days);
  const totals = none();
  for (const cell of on('strength')) addTo(totals, cell);
  const counted = on('state').map((cell) => ({
    statuses: statusesOfCell(cell, reading),
    rows: cell.promises,
  }));
  return {
    today,
    totals: figures(totals),
    byUnit: grouped(on('unit'), value, addTo, await unitNames(store, tenant)),
    byPlace: grouped(on('place'), value, addTo),
    byMonth: inMonths(grouped(on('month'), value, addTo)),
    byStrength: grouped(on('strength'), value, addTo),
    byStatus: statusCounts(counted, profile),
  };
}

/** The same, or that of the rows that whoever asks is bound to, counted from the rows. */
export async function talliedStatistics(
  store: Store,
  tenant: string,
  { today, profile }: Reading,
  within?: RowBounds,
): Promise<Statistics> {
  const filter = { stance: 'commitment' as const, ...(within && { within }) };
  const options = { ...daysOf(today, profile), promisesOnly: true };
  const [byStrength = [], byUnit = [], byPlace = []] = await store.tallies(
    ...[tenant, filter, groupings, options],
  );
  const thisMonth = today.slice(0, 7);
  const addTo = (to: Counted, tally: Tally) => add(to, tally, thisMonth);
  const first = ({ values: [value = null] }: Tally) => value;
  const totals = none();
  for (const tally of byStrength) addTo(totals, tally);
  // A unit sees its own figures, not those of others that share a promise with it.
  const mine = within && 'unitIds' in within ? new Set<string | null>(within.unitIds) : null;
  const units = await unitNames(store, tenant);
  const counted = byStrength.map(({ values, rows }) => ({ statuses: splitStatuses(values.at(-3)), rows }));
  return {
    today,
    totals: figures(totals),
    byUnit: grouped(byUnit, first, addTo, units).filter(({ value }) => mine?.has(value) ?? true),
    byPlace: grouped(byPlace, first, addTo),
    byMonth: inMonths(grouped(byStrength, ({ values }) => values[1] ?? null, addTo)),
    byStrength: grouped(byStrength, first, addTo),
    byStatus: statusCounts(counted, profile),
  };
}

/** The figures of an office's promises on a day. @param within the rows that whoever asks is bound to */
export const statisticsOf = (
  store: Store,
  tenant: string,
  reading: Reading,
  within?: RowBounds,
): Promise<Statistics> =>
  within ? talliedStatistics(store, tenant, reading, within) : keptStatistics(store, tenant, reading);
