import type { Evidence } from '../../domain/tracking.js';
import type { FactView, Report, Target } from '../fact/document-view.js';
import type { FactBody } from './document-facts.js';

type Body<Side extends FactBody['side']> = Extract<FactBody, { side: Side }>;

/** What one document says of one promise of another. Plain JSON, a function of the two documents. */
export type HeldBody =
  /** A reported figure of the same name; whether it compares is worked out when the promise is judged. */
  | {
      readonly kind: 'figure';
      readonly name: number;
      readonly about: boolean;
      readonly report: Body<'report'>;
    }
  /** A later promise that replaces it. */
  | { readonly kind: 'later'; readonly later: Body<'target'> }
  /** Words on one name of a deliverable. */
  | {
      readonly kind: 'progress';
      readonly name: string;
      readonly evidence: Evidence & { readonly reach: 'yes' | 'no' };
    }
  /** A later day for a deliverable. */
  | { readonly kind: 'moved'; readonly quote: string; readonly date: string };

export interface Held {
  readonly targetDocument: string;
  readonly targetItem: string;
  readonly otherDocument: string;
  readonly view: FactView;
  readonly body: HeldBody;
}

export const asTarget = (body: Body<'target'>, view: FactView): Target => ({ ...body, view });
export const asReport = (body: Body<'report'>, view: FactView): Report => ({ ...body, view });
