import type { Item } from '../../domain/item.js';
import type { Evidence, Verdict } from '../../domain/tracking.js';
import type { Link, Refusal } from '../match/pair.js';
import type { Progress } from '../milestone/progress.js';
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

function quoteOf(source: string, start: number, end: number): string {
  return source.slice(start, end);
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
    ...base(report.item),
    asOf: report.window.to,
    reach: 'unclear',
    score: 0,
    parts: { name, unit: 0, time: 0, place: 0 },
  };
}

export function progressEvidence({ view, span, reach, asOf }: Progress): Evidence {
  const { start, end } = view.outline.clean.toSource(span);
  return {
    file: view.document.file,
    itemId: null,
    quote: quoteOf(view.document.source.text, start, end),
    start,
    end,
    valueText: null,
    valueStart: null,
    valueEnd: null,
    value: null,
    unit: null,
    asOf,
    reach,
    score: 1,
    parts: { name: 1, unit: 1, time: 1, place: 1 },
  };
}
