import type { Item } from '../../domain/item.js';
import type { Verdict } from '../../domain/tracking.js';
import type { FactView } from '../fact/document-view.js';
import type { Deliverable } from '../milestone/deliverable.js';
import type { Progress, Rescheduling } from '../milestone/progress.js';
import { flat, indicatorWords } from './figures.js';
import { dueReason } from './judge-value.js';
import type { Reason } from './reason.js';
import type { Tracked } from './tracked.js';

const byLatest = (a: Progress, b: Progress): number =>
  (b.evidence.asOf ?? '').localeCompare(a.evidence.asOf ?? '');
const words = ({ evidence }: Progress): string => flat(evidence.quote);

/**
 * The verdict on a promised deliverable: met by words of completion for each of its names; else changed where a later day is
 * set; else by the deadline, if anything tells of it.
 */
export function judgeMilestone(
  item: Item,
  view: FactView,
  deliverable: Deliverable | null,
  progress: readonly Progress[],
  changes: readonly Rescheduling[],
  asOf: string,
): Tracked {
  const due = item.deadline?.date ?? null;
  const isPast = due !== null && due <= asOf;
  const row = (verdict: Verdict, evidence: readonly Progress[], reasons: readonly Reason[]): Tracked => ({
    file: view.document.file,
    item,
    verdict,
    evidence: evidence.map((progress) => progress.evidence),
    reasons,
    related: [],
  });
  const done = progress.filter(({ evidence }) => evidence.reach === 'yes').sort(byLatest);
  const open = progress.filter(({ evidence }) => evidence.reach === 'no').sort(byLatest);
  const names = deliverable?.names ?? [];
  const finished = new Set(done.map(({ name }) => name));
  if (names.length > 0 && names.every((name) => finished.has(name)))
    return row(
      'met',
      [...done, ...open],
      done.map((p) => ({ code: 'milestone-reached', name: p.name, quote: words(p) })),
    );
  const told = [...open, ...done];
  const change = changes[0];
  const shortReasons = told.map(
    (p): Reason => ({
      code: p.evidence.reach === 'yes' ? 'milestone-reached' : 'milestone-short',
      name: p.name,
      quote: words(p),
    }),
  );
  if (change) {
    return row('changed', told, [
      {
        code: 'changed-deadline',
        from: due ?? '',
        to: change.date,
        file: change.view.document.file,
        quote: flat(change.quote),
      },
      ...shortReasons,
    ]);
  }
  if (told.length > 0)
    return row(isPast ? 'not_met' : 'in_progress', told, [...shortReasons, dueReason(due, asOf)]);
  return row('no_evidence', [], [{ code: 'nothing', indicator: indicatorWords(item) }]);
}
