import { z } from 'zod';
import { JiannuoError } from '../../domain/errors.js';
import type { Item } from '../../domain/item.js';
import type { Language } from '../../domain/phrase.js';
import type { Evidence, Verdict } from '../../domain/tracking.js';
import type { TrackedDocument } from '../../track/fact/document-view.js';
import { track } from '../../track/tracker.js';
import { tell } from '../../track/verdict/words.js';

/** A commitment with its verdict, as it is printed: reasons are sentences. */
export interface TrackedRow {
  readonly file: string;
  readonly item: Item;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly reasons: readonly string[];
  /** Of the same indicator, but not to be compared; the reasons say why. */
  readonly related: readonly Evidence[];
}

/**
 * The day of judgement as given, checked.
 * @throws JiannuoError `query-invalid` where it is no day of the calendar
 */
export function judgementDay(day: string): string {
  const parsed = z.iso.date().safeParse(day);
  if (parsed.success) return parsed.data;
  throw new JiannuoError('query-invalid', {
    parameter: 'as-of',
    reason: parsed.error.issues[0]?.message ?? day,
  });
}

/** Holds reports against plans; one row for each commitment of the plans, in their order. */
export function trackDocuments(
  plans: readonly TrackedDocument[],
  reports: readonly TrackedDocument[],
  asOf: string,
  language: Language,
): TrackedRow[] {
  return track(plans, reports, asOf).map((row) => ({
    ...row,
    reasons: row.reasons.map((reason) => tell(reason, language)),
  }));
}
