import { judgementDay, type TrackedRow, trackDocuments } from '../app/track/track-documents.js';
import type { Language } from '../domain/phrase.js';
import type { TrackedDocument } from '../track/fact/document-view.js';

export interface TrackOptions {
  /** The day of judgement, `2026-01-31`: deadlines on or before it are past. */
  readonly asOf: string;
  /** Of the reasons; Chinese unless told otherwise. */
  readonly language?: Language;
}

/**
 * Holds reports against plans: one row for each commitment of the plans, in their order. Pure.
 * @throws JiannuoError `query-invalid` where `asOf` is no day of the calendar
 */
export function track(
  plans: readonly TrackedDocument[],
  reports: readonly TrackedDocument[],
  { asOf, language = 'zh' }: TrackOptions,
): TrackedRow[] {
  return trackDocuments(plans, reports, judgementDay(asOf), language);
}
