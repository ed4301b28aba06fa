import {
  type DocumentView,
  documentView,
  type FactView,
  reportsOf,
  type Target,
  type TrackedDocument,
  targetsOf,
} from './fact/document-view.js';
import { changesTo, type LaterTarget } from './later/later-target.js';
import { isAbout, subjectOf } from './match/about-plan.js';
import type { Link, Refusal } from './match/pair.js';
import { TargetIndex } from './match/target-index.js';
import { type Deliverable, deliverableOf } from './milestone/deliverable.js';
import { deliverableIndex, newsOf, type Progress, type Rescheduling } from './milestone/progress.js';
import { judgeMilestone } from './verdict/judge-milestone.js';
import { judgeValue } from './verdict/judge-value.js';
import type { Tracked } from './verdict/tracked.js';

interface Held {
  readonly links: Link[];
  readonly refusals: Refusal[];
  readonly changes: LaterTarget[];
}

/** Whether `b` came after `a`: by their days, else by the order in which they were handed over. */
function laterThan(order: readonly FactView[]): (a: FactView, b: FactView) => boolean {
  const at = new Map<FactView, number>(order.map((view, i) => [view, i]));
  return (a, b) => {
    if (a.day !== null && b.day !== null && a.day !== b.day) return b.day > a.day;
    return (at.get(b) ?? 0) > (at.get(a) ?? 0);
  };
}

function holdValues(
  plans: readonly DocumentView[],
  reports: readonly DocumentView[],
  targets: readonly Target[],
): Map<Target, Held> {
  const held = new Map<Target, Held>(
    targets.map((target) => [target, { links: [], refusals: [], changes: [] }]),
  );
  const index = new TargetIndex();
  for (const target of targets) index.add(target);
  const subjects = plans.map(subjectOf);
  for (const view of reports) {
    const subject = subjectOf(view);
    const about = new Set(plans.filter((_, i) => isAbout(subjects[i] ?? subject, subject)));
    for (const report of reportsOf(view))
      for (const entry of index.hold(report, about))
        if ('obstacle' in entry) held.get(entry.target)?.refusals.push(entry);
        else held.get(entry.target)?.links.push(entry);
  }
  const documents = [...plans, ...reports];
  const isLater = laterThan(documents);
  for (const view of documents) {
    const near = new Map<Target, Target[]>();
    for (const later of targetsOf(view))
      for (const target of index.like(later))
        if (isLater(target.view, view)) near.set(target, [...(near.get(target) ?? []), later]);
    for (const [target, laters] of near) held.get(target)?.changes.push(...changesTo(target, laters));
  }
  return held;
}

interface News {
  readonly progress: Map<Deliverable, Progress[]>;
  readonly rescheduled: Map<Deliverable, Rescheduling[]>;
}

function holdMilestones(deliverables: readonly Deliverable[], documents: readonly DocumentView[]): News {
  const isLater = laterThan(documents);
  const news: News = { progress: new Map(), rescheduled: new Map() };
  const index = deliverableIndex(deliverables);
  const push = <Entry extends { readonly deliverable: Deliverable }>(
    map: Map<Deliverable, Entry[]>,
    entry: Entry,
  ) => {
    const list = map.get(entry.deliverable);
    if (list) list.push(entry);
    else map.set(entry.deliverable, [entry]);
  };
  for (const view of documents) {
    const { progress, rescheduled } = newsOf(view, index);
    for (const entry of progress) if (entry.deliverable.view !== view) push(news.progress, entry);
    for (const entry of rescheduled) if (isLater(entry.deliverable.view, view)) push(news.rescheduled, entry);
  }
  return news;
}

/**
 * Holds reports against plans: one row for each commitment of the plans, in their order. A pure function of its input.
 * @param asOf the day of judgement, ISO: deadlines on or before it are past
 */
export function track(
  plans: readonly TrackedDocument[],
  reports: readonly TrackedDocument[],
  asOf: string,
): Tracked[] {
  const planViews = plans.map(documentView);
  const reportViews = reports.map(documentView);
  const targets = planViews.flatMap((view) => targetsOf(view));
  const held = holdValues(planViews, reportViews, targets);
  const byItem = new Map(targets.map((target) => [target.item, target]));
  const deliverables = new Map(
    planViews.flatMap((view) =>
      view.document.items
        .filter((item) => item.stance === 'commitment' && item.kind === 'milestone')
        .flatMap((item) => {
          const deliverable = deliverableOf(item, view);
          return deliverable ? [[item, deliverable] as const] : [];
        }),
    ),
  );
  const news = holdMilestones([...deliverables.values()], [...planViews, ...reportViews]);
  return planViews.flatMap((view) =>
    view.document.items
      .filter((item) => item.stance === 'commitment')
      .map((item): Tracked => {
        const target = byItem.get(item);
        const found = target && held.get(target);
        if (target && found) return judgeValue(target, found.links, found.refusals, found.changes, asOf);
        const deliverable = deliverables.get(item) ?? null;
        const progress = (deliverable && news.progress.get(deliverable)) ?? [];
        const changes = (deliverable && news.rescheduled.get(deliverable)) ?? [];
        return judgeMilestone(item, view, deliverable, progress, changes, asOf);
      }),
  );
}
