import type { DocumentKind } from '../../../../domain/document.js';

/** One thing that speaks for a kind of document. */
export interface KindEvidence {
  readonly kind: Exclude<DocumentKind, 'other'>;
  readonly weight: number;
  /** Where it was read: in the title or a headline, in a formula, in headings and labels, in how the body speaks. */
  readonly sign:
    | 'title'
    | 'headline'
    | 'opening'
    | 'closing'
    | 'greeting'
    | 'address'
    | 'headings'
    | 'labels'
    | 'tags'
    | 'column'
    | 'tense';
}
