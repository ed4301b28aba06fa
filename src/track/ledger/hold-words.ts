import type { Item } from '../../domain/item.js';
import { type FactView, type TrackedText, textView } from '../fact/document-view.js';
import type { Deliverable, Stage } from '../milestone/deliverable.js';
import { deliverableIndex, newsOf } from '../milestone/progress.js';
import type { Held } from './held.js';

/** The deliverables of one plan that a document may speak of. */
export interface PlannedDeliverables {
  readonly id: string;
  readonly view: FactView;
  readonly deliverables: readonly {
    readonly item: Item;
    readonly names: readonly string[];
    readonly stage: Stage;
  }[];
}

const isLater = (plan: FactView, other: FactView): boolean =>
  plan.day !== null && other.day !== null && other.day > plan.day;

/** What the sentences of a document say of the deliverables of each plan, one plan at a time. */
export function holdWords(
  plans: readonly PlannedDeliverables[],
  document: TrackedText & { readonly id: string },
): Held[] {
  const view = textView(document);
  const { file, id } = document;
  const other: FactView = { document: { file, id }, place: view.place, day: view.day };
  return plans.flatMap((plan) => {
    const deliverables = plan.deliverables.map((each): Deliverable => ({ ...each, view: plan.view }));
    const { progress, rescheduled } = newsOf(view, deliverableIndex(deliverables));
    const row = (deliverable: Deliverable, body: Held['body']): Held => ({
      targetDocument: plan.id,
      targetItem: deliverable.item.id,
      otherDocument: id,
      view: other,
      body,
    });
    return [
      ...progress.map(({ deliverable, name, evidence }) =>
        row(deliverable, { kind: 'progress', name, evidence }),
      ),
      ...(isLater(plan.view, view) ? rescheduled : []).map(({ deliverable, quote, date }) =>
        row(deliverable, { kind: 'moved', quote, date }),
      ),
    ];
  });
}
