import type { FactView, Target } from '../fact/document-view.js';
import { type LaterTarget, laterTarget } from '../later/later-target.js';
import { heldAgainst, type Link, type Refusal } from '../match/pair.js';
import type { Deliverable } from '../milestone/deliverable.js';
import { judgeMilestone } from '../verdict/judge-milestone.js';
import { judgeValue } from '../verdict/judge-value.js';
import type { Tracked } from '../verdict/tracked.js';
import type { FactBody } from './document-facts.js';
import { asReport, asTarget, type Held } from './held.js';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a row's words stand, for an order that does not hang on when documents came in. */
function placeIn({ body }: Held): number {
  if (body.kind === 'figure') return body.report.item.start;
  if (body.kind === 'later') return body.later.item.start;
  return body.kind === 'progress' ? body.evidence.start : 0;
}

const inOrder = (a: Held, b: Held): number =>
  compare(a.view.day ?? '', b.view.day ?? '') ||
  compare(a.otherDocument, b.otherDocument) ||
  placeIn(a) - placeIn(b) ||
  compare(JSON.stringify(a.body), JSON.stringify(b.body));

/** Rows of one document share its view: what stands in one document is told apart from what two say. */
function withSharedViews(rows: readonly Held[]): Held[] {
  const views = new Map<string, FactView>();
  return [...rows].sort(inOrder).map((held) => {
    const view = views.get(held.otherDocument) ?? held.view;
    views.set(held.otherDocument, view);
    return { ...held, view };
  });
}

function judgeTarget(target: Target, rows: readonly Held[], asOf: string): Tracked {
  const entries = rows.flatMap(({ body, view }): (Link | Refusal)[] =>
    body.kind === 'figure' ? [heldAgainst(target, asReport(body.report, view), body.name, body.about)] : [],
  );
  const changes = rows
    .flatMap(({ body, view }): (LaterTarget | null)[] =>
      body.kind === 'later' ? [laterTarget(target, asTarget(body.later, view))] : [],
    )
    .filter((change) => change !== null)
    // The last word counts.
    .reverse();
  const links = entries.filter((entry): entry is Link => !('obstacle' in entry));
  const refusals = entries.filter((entry): entry is Refusal => 'obstacle' in entry);
  return judgeValue(target, links, refusals, changes, asOf);
}

function judgeDeliverable(body: FactBody, view: FactView, rows: readonly Held[], asOf: string): Tracked {
  const deliverable: Deliverable | null = body.side === 'deliverable' ? { ...body, view } : null;
  const of = <T>(make: (deliverable: Deliverable, held: Held) => T | null): T[] =>
    deliverable ? rows.flatMap((held) => make(deliverable, held) ?? []) : [];
  const progress = of((each, { body: said, view: by }) =>
    said.kind === 'progress'
      ? { deliverable: each, name: said.name, view: by, evidence: said.evidence }
      : null,
  );
  const moved = of((each, { body: said, view: by }) =>
    said.kind === 'moved' ? { deliverable: each, view: by, quote: said.quote, date: said.date } : null,
  );
  return judgeMilestone(body.item, view, deliverable, progress, moved.reverse(), asOf);
}

/**
 * The verdict on a promise from all that is held against it. The same for every order of the rows.
 * @param asOf the day of judgement, ISO
 */
export function judge(body: FactBody, view: FactView, held: readonly Held[], asOf: string): Tracked {
  const rows = withSharedViews(held);
  return body.side === 'target'
    ? judgeTarget(asTarget(body, view), rows, asOf)
    : judgeDeliverable(body, view, rows, asOf);
}
