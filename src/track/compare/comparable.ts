import { denominatorFactor } from '../fact/denominator.js';
import type { Report, Target } from '../fact/document-view.js';
import { sameMeasure } from '../fact/measure.js';
import type { Nature } from '../fact/nature.js';
import type { Obstacle } from './obstacle.js';
import { flowTime, stateTime, type TimeFit, type TimeResult, yearTime } from './time.js';

/** A figure that can be held against a target: its value in the target's terms. */
export interface Comparable {
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: number;
  readonly time: TimeFit;
  /** How the value came about where it is not the reported one: 350 - 300. */
  readonly derived: 'increase' | 'sum' | null;
}
export type Comparison = Comparable | { readonly obstacle: Obstacle };

const states: readonly Nature[] = ['rate', 'level', 'stock'];
const flows: readonly Nature[] = ['added', 'done'];
const isState = (nature: Nature): boolean => states.includes(nature);
const isFlow = (nature: Nature): boolean => flows.includes(nature);

function plain(target: Target, report: Report, time: TimeResult): Comparison {
  if ('obstacle' in time) return time;
  const unit = sameMeasure(target.measure, report.measure);
  if (unit === 0) return { obstacle: 'unit' };
  const factor = denominatorFactor(report.denominator, target.denominator);
  if (factor === null) return { obstacle: 'denominator' };
  return {
    value: report.value * factor,
    valueMax: report.valueMax === null ? null : report.valueMax * factor,
    unit: factor === 1 ? unit : unit * 0.95,
    time,
    derived: null,
  };
}

/** 新增50张 against 由300张增加到350张: the text gives the beginning, so the increase is known; 达到350张 the other way. */
function byBaseline(target: Target, report: Report, aboutPlan: boolean): Comparison | null {
  if (
    sameMeasure(target.measure, report.measure) === 0 &&
    target.nature !== 'points' &&
    report.nature !== 'points'
  )
    return null;
  const ofChange = target.nature === 'added' || target.nature === 'points';
  if (ofChange && report.baseline !== null && isState(report.nature)) {
    const time = flowTime(target, report, aboutPlan);
    if ('obstacle' in time) return time;
    return { value: report.value - report.baseline, valueMax: null, unit: 0.8, time, derived: 'increase' };
  }
  if (
    isState(target.nature) &&
    target.baseline !== null &&
    (report.nature === 'added' || report.nature === 'points')
  ) {
    const time = flowTime(target, report, aboutPlan);
    if ('obstacle' in time) return time;
    return { value: target.baseline + report.value, valueMax: null, unit: 0.8, time, derived: 'sum' };
  }
  return null;
}

function growth(target: Target, report: Report): Comparison {
  if (typeof target.base === 'number' || typeof report.base === 'number') {
    if (target.base !== report.base) return { obstacle: 'other-base' };
    return plain(target, report, stateTime(target, report, false));
  }
  if (!target.window.average && (target.base === 'unknown' || report.base === 'unknown'))
    return { obstacle: 'several-years' };
  return plain(target, report, yearTime(target, report));
}

/**
 * Whether a figure says anything of a target, given that both are of the same indicator and place; and if so, its value in the
 * target's unit and denominator. What cannot be compared is told with its reason, never guessed.
 */
export function compare(target: Target, report: Report, aboutPlan: boolean): Comparison {
  const derived = byBaseline(target, report, aboutPlan);
  if (derived) return derived;
  const a = target.nature;
  const b = report.nature;
  if (a === 'growth' || b === 'growth')
    return a === b ? growth(target, report) : { obstacle: 'growth-against-level' };
  if (a === 'points' || b === 'points')
    return a === b ? plain(target, report, yearTime(target, report)) : { obstacle: 'points-against-rate' };
  if (sameMeasure(target.measure, report.measure) === 0) return { obstacle: 'unit' };
  if (a === 'annual' || b === 'annual') {
    if (a !== b) return { obstacle: 'stock-against-flow' };
    return plain(
      target,
      report,
      target.window.sum ? flowTime(target, report, aboutPlan) : yearTime(target, report),
    );
  }
  if (isFlow(a) && isFlow(b)) return plain(target, report, flowTime(target, report, aboutPlan));
  if (isState(a) && isState(b)) return plain(target, report, stateTime(target, report, aboutPlan));
  // 达到10处 against 建成7处: what was built stands; what was added to an unknown number does not tell it.
  if (a === 'stock' && b === 'done') return plain(target, report, stateTime(target, report, aboutPlan));
  return { obstacle: 'stock-against-flow' };
}
