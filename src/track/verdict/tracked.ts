import type { Item } from '../../domain/item.js';
import type { Evidence, Verdict } from '../../domain/tracking.js';
import type { Link, Refusal } from '../match/pair.js';
import type { Reason } from './reason.js';

/** A commitment held against all that is reported. */
export interface Tracked {
  readonly file: string;
  readonly item: Item;
  readonly verdict: Verdict;
  /** Best first: what reaches the target, else the latest. Empty where nothing comparable is reported. */
  readonly evidence: readonly Evidence[];
  readonly reasons: readonly Reason[];
  /** Reported figures of the same indicator that cannot be compared. */
  readonly related: readonly Evidence[];
}

const base = (item: Item) => ({
  itemId: item.id,
  quote: item.quote,
  start: item.start,
  end: item.end,
  valueText: item.valueText,
  valueStart: item.valueStart,
  valueEnd: item.valueEnd,
  value: item.value,
  unit: item.unit,
});

export function evidenceOf(link: Link): Evidence {
  const { report } = link;
  return {
    file: report.view.document.file,
    documentId: report.view.document.id ?? null,
    ...base(report.item),
    asOf: report.window.to,
    reach: link.reach,
    score: link.score,
    parts: link.parts,
  };
}

export function relatedOf({ report, name }: Refusal): Evidence {
  return {
    file: report.view.document.file,
    documentId: report.view.document.id ?? null,
    ...base(report.item),
    asOf: report.window.to,
    reach: 'unclear',
    score: 0,
    parts: { name, unit: 0, time: 0, place: 0 },
  };
}
