import { z } from 'zod';
import { claimedStatuses, lights, schedules, verifiedStatuses } from '../../domain/standing.js';

const facetSchema = z
  .object({
    /** The most frequent first, at most fifty. */
    values: z.array(
      z.object({
        /** As the filter of that name takes it (`unitId` for units, `documentId` for documents); null for rows that have none. */
        value: z.string().nullable(),
        /** A unit's name, a document's title. */
        label: z.string().nullable(),
        count: z.int().positive(),
      }),
    ),
    /** Values beyond those. */
    more: z.int().nonnegative(),
  })
  .meta({ id: 'Facet' });

export const facetsAnswerSchema = z
  .object({
    /** Rows counted. */
    rows: z.int().nonnegative(),
    /** More rows match than were counted: counts tell how the first ones are made up. */
    capped: z.boolean(),
    facets: z.object({
      unit: facetSchema,
      /** Of the deadline, `2025-12`. */
      month: facetSchema,
      kind: facetSchema,
      stance: facetSchema,
      strength: facetSchema,
      document: facetSchema,
      place: facetSchema,
      light: facetSchema,
      verified: facetSchema,
      schedule: facetSchema,
      claimed: facetSchema,
    }),
  })
  .meta({ id: 'Facets' });

const count = z.int().nonnegative();

const figuresSchema = z.object({
  promises: count,
  overdue: count,
  dueSoon: count,
  dueThisMonth: count,
  met: count,
  /** Whose deadline is here or past, and how many of those are shown to be met. */
  pastDue: count,
  metOfPastDue: count,
  /** 0 to 1: the share of those; null where nothing was due yet. */
  metRate: z.number().min(0).max(1).nullable(),
  /** Nothing to measure it by, or no day, or found so by a person. */
  vague: count,
});

const groupSchema = figuresSchema
  .extend({
    /** A unit's id, a place, a month, a strength; null for promises that have none. */
    value: z.string().nullable(),
    /** A unit's name. */
    label: z.string().nullable(),
  })
  .meta({ id: 'StatisticsGroup' });

const counts = <Name extends string>(names: readonly Name[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, count])) as Record<Name, typeof count>);

export const statisticsAnswerSchema = z
  .object({
    /** The day on which statuses are told. */
    today: z.string(),
    /** When it was counted: kept for a while where counting takes long. */
    countedAt: z.string(),
    totals: figuresSchema,
    /** A promise of several units is counted under each. */
    byUnit: z.array(groupSchema),
    byPlace: z.array(groupSchema),
    /** Of the deadline that counts, in order; promises without one last. */
    byMonth: z.array(groupSchema),
    byStrength: z.array(groupSchema),
    byStatus: z.object({
      light: counts(lights),
      verified: counts(verifiedStatuses),
      schedule: counts(schedules),
      claimed: counts(claimedStatuses),
      /** Not held against later documents yet. */
      untracked: count,
    }),
  })
  .meta({ id: 'Statistics' });
