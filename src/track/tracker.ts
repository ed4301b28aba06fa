import {
  type DocumentView,
  documentView,
  reportsOf,
  type Target,
  type TrackedDocument,
  targetsOf,
} from './fact/document-view.js';
import type { Fact } from './fact/fact.js';
import { type LaterTarget, laterTarget } from './later/later-target.js';
import { isAbout } from './match/about-plan.js';
import { CandidateIndex } from './match/candidate-index.js';
import { type Link, pair, type Refusal } from './match/pair.js';
import { type Deliverable, deliverableOf } from './milestone/deliverable.js';
import { deliverableIndex, newsOf, type Progress, type Rescheduling } from './milestone/progress.js';
import { judgeMilestone } from './verdict/judge-milestone.js';
import { judgeValue } from './verdict/judge-value.js';
import type { Tracked } from './verdict/tracked.js';

/** How much worse a name may fit one target than another of the same plan, and still be a figure for both; a good fit always may. */
const margin = 0.1;
const good = 0.75;

interface Held {
  readonly links: Link[];
  readonly refusals: Refusal[];
  readonly changes: LaterTarget[];
}

/** Whether `b` came after `a`: by their days, else by the order in which they were handed over. */
function isLater(a: DocumentView, b: DocumentView): boolean {
  if (a === b) return false;
  return a.day === null || b.day === null || b.day >= a.day;
}

/** A figure goes to the target whose name fits best, and to those that fit about as well. */
function bestFits(found: readonly (Link | Refusal)[]): (Link | Refusal)[] {
  const nameOf = (entry: Link | Refusal): number => ('name' in entry ? entry.name : entry.parts.name);
  const best = new Map<DocumentView, number>();
  for (const entry of found) {
    const { view } = entry.target;
    best.set(view, Math.max(best.get(view) ?? 0, nameOf(entry)));
  }
  return found.filter(
    (entry) => nameOf(entry) >= Math.min(good, (best.get(entry.target.view) ?? 0) - margin),
  );
}

/** What an index finds a figure by: an elliptic name by its sentence. */
const searchWords = ({ key, topic }: Fact): string => (topic === null ? key : `${topic}${key}`);

function holdValues(
  plans: readonly DocumentView[],
  reports: readonly DocumentView[],
  targets: readonly Target[],
): Map<Target, Held> {
  const held = new Map<Target, Held>(
    targets.map((target) => [target, { links: [], refusals: [], changes: [] }]),
  );
  const index = new CandidateIndex<Target>();
  for (const target of targets) index.add(searchWords(target), target.view.place, target);
  for (const view of reports) {
    const about = new Map(plans.map((plan) => [plan, isAbout(plan, view)]));
    for (const report of reportsOf(view)) {
      const found = index
        .find(searchWords(report), view.place, report.topic === null ? 'name' : 'clause')
        .flatMap((target) =>
          target.view === view ? [] : (pair(target, report, about.get(target.view) ?? false) ?? []),
        );
      for (const entry of bestFits(found))
        if ('obstacle' in entry) held.get(entry.target)?.refusals.push(entry);
        else held.get(entry.target)?.links.push(entry);
    }
  }
  for (const view of [...plans, ...reports]) {
    for (const later of targetsOf(view))
      for (const target of index.find(
        searchWords(later),
        view.place,
        later.topic === null ? 'name' : 'clause',
      )) {
        const change = isLater(target.view, view) ? laterTarget(target, later) : null;
        if (change) held.get(target)?.changes.push(change);
      }
  }
  return held;
}

interface News {
  readonly progress: Map<Deliverable, Progress[]>;
  readonly rescheduled: Map<Deliverable, Rescheduling[]>;
}

function holdMilestones(deliverables: readonly Deliverable[], documents: readonly DocumentView[]): News {
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
  const news = holdMilestones([...deliverables.values()], [...reportViews, ...planViews]);
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
