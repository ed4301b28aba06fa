import type { FactView, Report, Target } from '../fact/document-view.js';
import type { Fact } from '../fact/fact.js';
import { CandidateIndex } from './candidate-index.js';
import { type Link, pair, type Refusal } from './pair.js';

/** How much worse a name may fit one target than another of the same plan, and still be a figure for both; a good fit always may. */
const margin = 0.1;
const good = 0.75;

const nameOf = (entry: Link | Refusal): number => ('name' in entry ? entry.name : entry.parts.name);

/** A figure goes to the target whose name fits best, and to those that fit about as well. */
export function bestFits(found: readonly (Link | Refusal)[]): (Link | Refusal)[] {
  const best = new Map<FactView, number>();
  for (const entry of found) {
    const { view } = entry.target;
    best.set(view, Math.max(best.get(view) ?? 0, nameOf(entry)));
  }
  return found.filter(
    (entry) => nameOf(entry) >= Math.min(good, (best.get(entry.target.view) ?? 0) - margin),
  );
}

/** What an index finds a figure by: an elliptic name by its sentence. */
export const searchWords = ({ key, topic }: Fact): string => (topic === null ? key : `${topic}${key}`);
const within = ({ topic }: Fact): 'name' | 'clause' => (topic === null ? 'name' : 'clause');

/** Open targets, found by name and place. */
export class TargetIndex {
  private readonly index = new CandidateIndex<Target>();

  add(target: Target): void {
    this.index.add(searchWords(target), target.view.place, target);
  }

  get size(): number {
    return this.index.size;
  }

  /** Targets that queries have looked at so far, for measuring. */
  get looked(): number {
    return this.index.looked;
  }

  /** Targets whose name is like a figure's, from other documents than its own. */
  like(fact: Target | Report): Target[] {
    return this.index
      .find(searchWords(fact), fact.view.place, within(fact))
      .filter(({ view }) => view !== fact.view);
  }

  /**
   * What a reported figure says of the targets: links, and refusals with their reason.
   * @param about the plans that the report reports on
   */
  hold(report: Report, about: ReadonlySet<FactView>): (Link | Refusal)[] {
    return bestFits(
      this.like(report).flatMap((target) => pair(target, report, about.has(target.view)) ?? []),
    );
  }
}
