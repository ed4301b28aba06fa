import { withoutRemoved } from '../../../app/standing/added.js';
import { assign } from '../../../app/standing/assign.js';
import { standingOf } from '../../../app/standing/fold.js';
import type { Claim, Decision } from '../../../domain/decision.js';
import { grouped } from '../../../domain/grouped.js';
import type { Standing } from '../../../domain/standing.js';
import type { FactView } from '../../../track/fact/document-view.js';
import type { StoredFact } from '../../../track/ledger/document-facts.js';
import type { Held } from '../../../track/ledger/held.js';

/** What a store holds of one document that bears on its promises. */
export interface DocumentMaterial {
  readonly documentId: string;
  readonly view: FactView;
  /** All facts of promises: what was said is assigned among all of them. */
  readonly facts: readonly StoredFact[];
  readonly held: readonly Held[];
  readonly decisions: readonly Decision[];
  readonly claims: readonly Claim[];
}

/** Standings of the promises named, or of all, from what a store holds of their document. */
export function standingsOf(material: DocumentMaterial, only: ReadonlySet<string> | null): Standing[] {
  const { documentId, view, facts, held } = material;
  const items = facts.map(({ body }) => body.item);
  const decided = assign(material.decisions, items).byItem;
  const claimed = assign(material.claims, items).byItem;
  const rows = grouped(held, ({ targetItem }) => targetItem);
  return facts
    .filter(({ itemId }) => only === null || only.has(itemId))
    .map(({ itemId, body }) =>
      standingOf({
        ...{ documentId, view, body, held: rows.get(itemId) ?? [] },
        decisions: decided.get(itemId) ?? [],
        claims: claimed.get(itemId) ?? [],
      }),
    );
}

/** What was said whose item is not there any more. */
export function lostOf(
  facts: readonly StoredFact[],
  decisions: readonly Decision[],
  claims: readonly Claim[],
): (Decision | Claim)[] {
  const items = facts.map(({ body }) => body.item);
  return [...assign(withoutRemoved(decisions), items).lost, ...assign(claims, items).lost];
}

export const oldestFirst = (a: Decision | Claim, b: Decision | Claim): number =>
  a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
