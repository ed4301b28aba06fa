import { denominatorFactor } from '../fact/denominator.js';
import type { Target } from '../fact/document-view.js';
import { sameMeasure } from '../fact/measure.js';
import type { Nature } from '../fact/nature.js';
import { samePlace } from '../fact/place.js';
import { similarityOf } from '../indicator/similarity.js';
import { rescheduled } from '../lexicon/stage-words.js';

/** A target that a later document sets in place of an earlier one. */
export interface LaterTarget {
  readonly target: Target;
  readonly later: Target;
  /** What it changes. */
  readonly changes: 'value' | 'deadline';
}

const sameName = 0.7;
const group = (nature: Nature): string =>
  nature === 'added' || nature === 'done'
    ? 'flow'
    : nature === 'stock' || nature === 'level'
      ? 'state'
      : nature;

/** Work and stock under one name (建成35万亩, 建成达到35万亩) are one target where a later document only restates it. */
function sameKind(target: Target, later: Target): boolean {
  const a = group(target.nature);
  const b = group(later.nature);
  return a === b || (later.baseline !== null && near(later.baseline, target.value));
}

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** For the same time: the same year, or the same last day of a longer one. */
function sameTime(target: Target, later: Target): boolean {
  const a = target.window;
  const b = later.window;
  if (a.year !== null || b.year !== null) return a.year === b.year || (a.year === null && a.to === null);
  return a.to === b.to;
}

/**
 * Whether a later promise replaces an earlier one: the same indicator and place, the same time, another value; or words that
 * say so (由200名调整为150名, 延期). Next year's target is none, nor a restatement of the same figure.
 * @param later from a document that came after the target's
 */
export function laterTarget(target: Target, later: Target): LaterTarget | null {
  const places =
    target.view.place === null || later.view.place === null || samePlace(target.view.place, later.view.place);
  if (!later.anew || !places || later.place !== null || (target.each === null) !== (later.each === null))
    return null;
  if (target.action !== null && later.action !== null && target.action !== later.action) return null;
  if (similarityOf(target, later).score < sameName) return null;
  if (!sameKind(target, later) || sameMeasure(target.measure, later.measure) === 0) return null;
  const factor = denominatorFactor(later.denominator, target.denominator);
  if (factor === null) return null;
  const said = rescheduled.test(later.words.clause);
  const revises = said && later.baseline !== null && near(later.baseline * factor, target.value);
  const sameValue =
    near(later.value * factor, target.value) && target.item.comparator === later.item.comparator;
  const differs = !near(later.value * factor, target.value);
  const undated = said && later.window.to === null;
  if (revises || (differs && (undated || sameTime(target, later))))
    return { target, later, changes: 'value' };
  if (
    sameValue &&
    said &&
    later.window.to !== null &&
    target.window.to !== null &&
    later.window.to > target.window.to
  )
    return { target, later, changes: 'deadline' };
  return null;
}

/**
 * What a later document changes in a target, among all that it sets. One that says the old figure again beside another of
 * the same name (在12个区建设停车场22处) changes nothing, unless its words say that it does.
 */
export function changesTo(target: Target, laters: readonly Target[]): LaterTarget[] {
  const changes = laters.flatMap((later) => laterTarget(target, later) ?? []);
  const again =
    changes.some(({ changes: what }) => what === 'value') && laters.some((later) => restates(target, later));
  return again
    ? changes.filter(
        ({ changes: what, later }) => what === 'deadline' || rescheduled.test(later.words.clause),
      )
    : changes;
}

const restates = (target: Target, later: Target): boolean =>
  sameMeasure(target.measure, later.measure) !== 0 &&
  near(later.value, target.value) &&
  similarityOf(target, later).score >= sameName;
