import type { Report, Target } from '../fact/document-view.js';
import type { Obstacle } from './obstacle.js';

/** How a figure's time lies to the target's: `covers` all of it so far, or a part that the total can only exceed. */
export interface TimeFit {
  readonly score: number;
  readonly covers: 'all' | 'part';
  /** A sum whose beginning is not told: it may hold more than the target's time. */
  readonly mayExceed: boolean;
}
export type TimeResult = TimeFit | { readonly obstacle: Obstacle };

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));
const fits = (score: number, covers: 'all' | 'part' = 'all', mayExceed = false): TimeFit => ({
  score,
  covers,
  mayExceed,
});

/** A report older than the promise cannot tell of its keeping. */
function older(target: Target, report: Report): boolean {
  const { from } = target.window;
  const { to } = report.window;
  if (target.view.day !== null && report.view.day !== null && report.view.day < target.view.day) return true;
  return from !== null && to !== null && to < from;
}

/** States hold at a day: any day since the promise, in the target's own year if it is for one year. */
export function stateTime(target: Target, report: Report, aboutPlan: boolean): TimeResult {
  const { window } = report;
  if (window.kind === 'average') return { obstacle: 'average-of-years' };
  if (older(target, report))
    return { obstacle: target.window.year === null ? 'before-the-promise' : 'other-year' };
  if (window.to === null) return aboutPlan ? fits(0.6) : { obstacle: 'unknown-time' };
  const { year } = target.window;
  if (year !== null && window.to > `${year + 1}-04-30`) return { obstacle: 'other-year' };
  return fits(window.kind === 'years' || window.kind === 'part' ? 0.8 : 1);
}

/** Growth, annual amounts, points: of one year, the same as the target's. */
export function yearTime(target: Target, report: Report): TimeResult {
  const { window } = report;
  if (target.window.average !== (window.kind === 'average')) return { obstacle: 'average-of-years' };
  if (window.kind === 'average') return fits(0.9);
  if (window.kind === 'sum' || window.kind === 'years') return { obstacle: 'several-years' };
  if (older(target, report)) return { obstacle: 'other-year' };
  const said = yearOf(window.to);
  if (said === null || window.kind === 'unknown') return { obstacle: 'unknown-time' };
  if (target.window.year !== null && said !== target.window.year) return { obstacle: 'other-year' };
  return fits(target.window.year === null ? 0.9 : 1, window.kind === 'part' ? 'part' : 'all');
}

/** Work done in a time: the same time, or a part of it. */
export function flowTime(target: Target, report: Report, aboutPlan: boolean): TimeResult {
  const { window } = report;
  const { from, to, year } = target.window;
  if (window.kind === 'average') return { obstacle: 'average-of-years' };
  if (older(target, report)) return { obstacle: 'other-year' };
  if (window.kind === 'sum' || window.kind === 'years') {
    const beyond = year !== null && (yearOf(window.to) ?? year) > year;
    if (window.from !== null && from !== null && window.from >= from && !beyond)
      return fits(window.from === from ? 1 : 0.8, 'all');
    if (year !== null) return { obstacle: 'several-years' };
    if (window.from === null && aboutPlan) return fits(0.9);
    return window.from === null ? fits(0.7, 'all', true) : { obstacle: 'several-years' };
  }
  const said = yearOf(window.to);
  if (said === null || window.kind === 'unknown')
    return aboutPlan ? fits(0.6, 'part') : { obstacle: 'unknown-time' };
  if (year !== null) {
    if (said !== year) return { obstacle: 'other-year' };
    return fits(1, window.kind === 'part' ? 'part' : 'all');
  }
  const last = yearOf(to);
  if (last !== null && said > last) return { obstacle: 'other-year' };
  if (window.kind === 'moment')
    return fits(0.85, aboutPlan ? 'all' : 'part', !aboutPlan && target.nature === 'done');
  return fits(0.8, yearOf(from) === last ? 'all' : 'part');
}
