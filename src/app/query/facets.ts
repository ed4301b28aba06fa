import type { BoundFilter } from '../../domain/ledger.js';
import type { Profile } from '../../domain/profile.js';
import type { Dimension, Tally } from '../../domain/tally.js';
import type { LedgerStore } from '../ports/ledger-store.js';
import { splitStatuses } from '../standing/split-statuses.js';
import { daysOf } from '../standing/standing-filter.js';
import { lightOf } from '../standing/statuses.js';

/** Rows looked at; beyond them counts say how the first ones are made up. */
const rowsLooked = 10_000;
/** Values told of each facet, the most frequent. */
const mostValues = 50;

export interface FacetValue {
  /** As the filter of that name takes it; null for rows that have none. */
  readonly value: string | null;
  /** How it is called, where the value is an id. */
  readonly label: string | null;
  readonly count: number;
}

export interface Facet {
  readonly values: readonly FacetValue[];
  /** Values left out beyond those told. */
  readonly more: number;
}

const counted = ['unit', 'month', 'kind', 'stance', 'strength', 'document', 'place'] as const;
const ofStatuses = ['light', 'verified', 'schedule', 'claimed'] as const;
type FacetName = (typeof counted)[number] | (typeof ofStatuses)[number];

export interface Facets {
  readonly rows: number;
  /** More rows match than were looked at: counts are of those alone. */
  readonly capped: boolean;
  readonly facets: Readonly<Record<FacetName, Facet>>;
}

/** None before any, also before an empty one. */
function byValue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}

/** The most frequent first, those of one count by their values: the same question is always answered in one order. */
const ordered = (tallies: readonly Tally[]): Tally[] =>
  [...tallies].sort((a, b) => b.rows - a.rows || byValue(a.values[0] ?? null, b.values[0] ?? null));

const added = (counts: ReadonlyMap<string | null, number>): Tally[] =>
  ordered([...counts].map(([value, rows]) => ({ values: [value], rows })));

function statusFacet(tallies: readonly Tally[], name: (typeof ofStatuses)[number], profile: Profile) {
  const counts = new Map<string | null, number>();
  for (const { values, rows } of tallies) {
    const statuses = splitStatuses(values[0]);
    const value = statuses && (name === 'light' ? lightOf(statuses, profile) : statuses[name]);
    counts.set(value, (counts.get(value) ?? 0) + rows);
  }
  return added(counts);
}

function facetOf(tallies: readonly Tally[], labels: ReadonlyMap<string, string>): Facet {
  const values = tallies.slice(0, mostValues).map(({ values: [value = null], rows }) => ({
    ...{ value, label: value === null ? null : (labels.get(value) ?? null), count: rows },
  }));
  return { values, more: Math.max(0, tallies.length - mostValues) };
}

type Store = Pick<LedgerStore, 'tallies' | 'units' | 'document'>;

async function documentNames(store: Store, tenant: string, tallies: readonly Tally[]) {
  const ids = tallies.slice(0, mostValues).flatMap(({ values: [id] }) => id ?? []);
  const documents = await Promise.all(ids.map((id) => store.document(tenant, id)));
  return new Map(documents.flatMap((each) => (each ? [[each.id, each.meta?.title ?? each.name]] : [])));
}

/** How the rows of a filter are made up: counts of what they could be narrowed to. @param filter with the bounds of whoever asks */
export async function facetsOf(
  store: Store,
  tenant: string,
  filter: BoundFilter,
  { today, profile }: { readonly today: string; readonly profile: Profile },
): Promise<Facets> {
  const groupings: Dimension[][] = [[], ...counted.map((name) => [name]), ['statuses']];
  const cap = rowsLooked + 1;
  const tallies = await store.tallies(tenant, filter, groupings, { ...daysOf(today, profile), cap });
  const rows = tallies[0]?.[0]?.rows ?? 0;
  const of = (name: Dimension): readonly Tally[] =>
    ordered(tallies[groupings.findIndex((each) => each[0] === name)] ?? []);
  const units = new Map((await store.units(tenant)).map(({ id, name }) => [id, name]));
  const none = new Map<string, string>();
  const labels = { unit: units, document: await documentNames(store, tenant, of('document')) };
  const facets = [
    ...counted.map((name) => [
      name,
      facetOf(of(name), name === 'unit' || name === 'document' ? labels[name] : none),
    ]),
    ...ofStatuses.map((name) => [name, facetOf(statusFacet(of('statuses'), name, profile), none)]),
  ];
  return { rows, capped: rows === cap, facets: Object.fromEntries(facets) as Facets['facets'] };
}
