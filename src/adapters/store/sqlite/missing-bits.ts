import { type MissingElement, missingElements } from '../../../domain/item.js';

const bitOf = (element: MissingElement): number => 1 << missingElements.indexOf(element);

/** What an item lacks, as the column keeps it: a bit an element, in the order of `missingElements`. */
export const missingBits = (missing: readonly MissingElement[]): number =>
  missing.reduce((bits, element) => bits | bitOf(element), 0);

/** Word for word the condition of the element's partial index: only so does the planner use it. */
export const lacking = (element: MissingElement): string => `items.missing & ${bitOf(element)}`;
