import type { Verdict } from '../../domain/tracking.js';
import type { Target } from '../fact/document-view.js';
import type { LaterTarget } from '../later/later-target.js';
import { type Link, onlyBegun, type Refusal } from '../match/pair.js';
import { figureWords, flat, gapWords, indicatorWords, inUnit, timeWords } from './figures.js';
import type { Reason } from './reason.js';
import { evidenceOf, relatedOf, type Tracked } from './tracked.js';

const begun = ({ target, report }: Link): number => Number(onlyBegun(target, report));
/** What is finished tells more than what is begun. */
const byLatest = (a: Link, b: Link): number =>
  begun(a) - begun(b) ||
  (b.report.window.to ?? '').localeCompare(a.report.window.to ?? '') ||
  coverage(b) - coverage(a) ||
  b.score - a.score;
const byScore = (a: Link, b: Link): number => b.score - a.score || byLatest(a, b);
const coverage = (link: Link): number => (link.comparable.time.covers === 'all' ? 1 : 0);

/** Evidence that disagrees with what stands first, of the same day. */
function disagreement(first: Link, others: readonly Link[]): Reason[] {
  const other = others.find(
    (link) =>
      link.report.window.to === first.report.window.to &&
      link.report.view !== first.report.view &&
      Math.abs(link.comparable.value - first.comparable.value) > 0.02 * Math.abs(first.comparable.value),
  );
  return other ? [{ code: 'differs', report: figureWords(other.report), at: timeWords(other.report) }] : [];
}

function derivation({ comparable, report, target }: Link): Reason[] {
  if (comparable.derived !== 'increase' || report.baseline === null) return [];
  return [
    {
      code: 'derived',
      from: inUnit(report.baseline, target),
      to: inUnit(report.value, target),
      change: inUnit(comparable.value, target),
    },
  ];
}

export function dueReason(due: string | null, asOf: string): Reason {
  if (due === null) return { code: 'due-unknown' };
  return due <= asOf ? { code: 'due-past', due, asOf } : { code: 'due-ahead', due, asOf };
}

function refusalReasons(target: Target, refusals: readonly Refusal[]): Reason[] {
  return refusals.slice(0, 3).map(({ obstacle, report }) => ({
    code: 'not-comparable',
    obstacle,
    target: figureWords(target),
    report: `“${indicatorWords(report.item)}”${figureWords(report)}`,
  }));
}

function changeReason({ target, later, changes }: LaterTarget): Reason {
  const place = { file: later.view.document.file, quote: flat(later.item.quote) };
  return changes === 'value'
    ? { code: 'changed-value', from: figureWords(target), to: figureWords(later), ...place }
    : { code: 'changed-deadline', from: target.window.to ?? '', to: later.window.to ?? '', ...place };
}

/**
 * The verdict on a promised value: met by any evidence that reaches it; else changed where a later document sets another target;
 * else not met or in progress by the deadline; else no evidence, with what could not be compared.
 * @param asOf the day of judgement, ISO
 */
export function judgeValue(
  target: Target,
  links: readonly Link[],
  refusals: readonly Refusal[],
  changes: readonly LaterTarget[],
  asOf: string,
): Tracked {
  const due = target.item.deadline?.date ?? null;
  const isPast = due !== null && due <= asOf;
  const reached = links.filter((link) => link.reach === 'yes').sort(byScore);
  const short = links.filter((link) => link.reach === 'no').sort(byLatest);
  const related = refusals.map(relatedOf);
  const row = (verdict: Verdict, evidence: readonly Link[], reasons: readonly Reason[]): Tracked => ({
    file: target.view.document.file,
    item: target.item,
    verdict,
    evidence: evidence.map(evidenceOf),
    reasons,
    related,
  });
  const first = reached[0];
  if (first) {
    const figures = {
      target: figureWords(target),
      report: figureWords(first.report),
      at: timeWords(first.report),
    };
    return row(
      'met',
      [...reached, ...short],
      [{ code: 'reached', ...figures }, ...derivation(first), ...disagreement(first, short)],
    );
  }
  // Once the time is over, a part of it no longer tells of the whole.
  const telling = isPast ? short.filter((link) => link.comparable.time.covers === 'all') : short;
  const latest = telling[0];
  const shortReasons = latest ? reasonsOfShort(latest) : [];
  const change = changes[0];
  if (change && !reachesLater(change, links))
    return row('changed', telling, [changeReason(change), ...shortReasons]);
  if (latest) {
    const verdict = isPast ? 'not_met' : 'in_progress';
    return row(verdict, telling, [
      ...shortReasons,
      dueReason(due, asOf),
      ...disagreement(latest, telling.slice(1)),
    ]);
  }
  const unclear = links.filter((link) => link.reach === 'unclear');
  const reasons: Reason[] = [
    ...short.map((link): Reason => ({ code: 'part', at: timeWords(link.report) })),
    ...unclear.map(
      (link): Reason => ({ code: 'unclear', target: figureWords(target), report: figureWords(link.report) }),
    ),
    ...refusalReasons(target, refusals),
  ];
  return row(
    'no_evidence',
    [],
    reasons.length > 0 ? reasons : [{ code: 'nothing', indicator: indicatorWords(target.item) }],
  );
}

function reasonsOfShort(link: Link): Reason[] {
  const { target, report, comparable } = link;
  if (onlyBegun(target, report))
    return [
      { code: 'begun', target: figureWords(target), report: figureWords(report), at: timeWords(report) },
    ];
  const reasons: Reason[] = [
    {
      code: 'short',
      target: figureWords(target),
      report: figureWords(report),
      at: timeWords(report),
      gap: gapWords(target, comparable),
    },
    ...derivation(link),
  ];
  if (comparable.time.covers === 'part')
    reasons.push({ code: target.window.yearly ? 'every-year' : 'part', at: timeWords(report) });
  return reasons;
}

/** The new target is reached, though the old is not: then nothing is open any more about which one counts. */
function reachesLater({ later, changes }: LaterTarget, links: readonly Link[]): boolean {
  if (changes === 'deadline') return false;
  return links.some(({ comparable }) =>
    later.direction === 'down' ? comparable.value <= later.value : comparable.value >= later.value,
  );
}
