import type { FactView, Report, Target } from '../fact/document-view.js';
import { gramsOf } from '../indicator/canonical.js';
import { remembering } from '../indicator/memo.js';
import { changesTo } from '../later/later-target.js';
import { isAbout, type Subject } from '../match/about-plan.js';
import { heldAgainst, type Link, likeness, type Refusal } from '../match/pair.js';
import { bestFits, searchWords } from '../match/target-index.js';
import type { StoredFact } from './document-facts.js';
import { asReport, asTarget, type Held } from './held.js';
import { mayBeAlike, nameKeys } from './name-keys.js';

/** A document as holding takes it: its view, what it is about, and those of its facts that may matter. */
export interface FactDocument {
  readonly id: string;
  readonly view: FactView;
  readonly subject: Subject;
  readonly facts: readonly StoredFact[];
}

const pairsOf = remembering(50_000, (words) => new Set(gramsOf(words)));
const keysOf = remembering(50_000, (words) => nameKeys(words, 'name'));

const keysFor = (fact: Target | Report): readonly string[] => {
  const words = searchWords(fact);
  return fact.topic === null ? keysOf(words) : nameKeys(words, 'clause');
};

/** Targets by their keys: the same question that the store's index answers, so that the answer does not hang on who asks first. */
class NearTargets {
  private readonly byKey = new Map<string, Target[]>();

  constructor(targets: readonly Target[]) {
    for (const target of targets)
      for (const key of keysFor(target)) {
        const list = this.byKey.get(key);
        if (list) list.push(target);
        else this.byKey.set(key, [target]);
      }
  }

  to(fact: Target | Report): Target[] {
    const near = new Set(keysFor(fact).flatMap((key) => this.byKey.get(key) ?? []));
    const pairs = pairsOf(searchWords(fact));
    return [...near].filter((target) => mayBeAlike(pairs, pairsOf(searchWords(target))));
  }
}

const targetsIn = ({ facts, view }: FactDocument): Target[] =>
  facts.flatMap(({ body }) => (body.side === 'target' ? [asTarget(body, view)] : []));
const reportsIn = ({ facts, view }: FactDocument): Report[] =>
  facts.flatMap(({ body }) => (body.side === 'report' ? [asReport(body, view)] : []));

const nameOf = (entry: Link | Refusal): number => ('name' in entry ? entry.name : entry.parts.name);

function figures(plan: FactDocument, other: FactDocument, targets: NearTargets): Held[] {
  const about = isAbout(plan.subject, other.subject);
  return reportsIn(other).flatMap((report) => {
    const found = targets.to(report).flatMap((target) => {
      const name = likeness(target, report);
      return name === null ? [] : [heldAgainst(target, report, name, about)];
    });
    const { view, ...body } = report;
    return bestFits(found).map((entry) =>
      row(plan, other, entry.target, view, {
        kind: 'figure',
        name: nameOf(entry),
        about,
        report: { side: 'report', ...body },
      }),
    );
  });
}

function row(
  plan: FactDocument,
  other: FactDocument,
  target: Target,
  view: FactView,
  body: Held['body'],
): Held {
  return {
    targetDocument: plan.id,
    targetItem: target.item.id,
    otherDocument: other.id,
    view,
    body,
  };
}

/** A promise replaces one of an earlier day; where a day is not told nothing is known to be later. */
function laterPromises(plan: FactDocument, other: FactDocument, targets: NearTargets): Held[] {
  if (plan.view.day === null || other.view.day === null || other.view.day <= plan.view.day) return [];
  const near = new Map<Target, Target[]>();
  for (const later of targetsIn(other))
    for (const target of targets.to(later)) near.set(target, [...(near.get(target) ?? []), later]);
  return [...near].flatMap(([target, laters]) =>
    changesTo(target, laters).map(({ later }) => {
      const { view, ...body } = later;
      return row(plan, other, target, view, { kind: 'later', later: { side: 'target', ...body } });
    }),
  );
}

/**
 * What the figures of one document say of the promises of another. A function of the two, whichever came in first; given
 * all facts that share a key, it gives what all facts would.
 */
export function holdValues(plan: FactDocument, other: FactDocument): Held[] {
  const targets = new NearTargets(targetsIn(plan));
  return [...figures(plan, other, targets), ...laterPromises(plan, other, targets)];
}
