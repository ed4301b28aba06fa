import { gramsOf } from '../indicator/canonical.js';
import { commonPairs } from '../lexicon/common-pairs.js';

/** How much of the shorter of two names they must share to be looked at together. */
const share = 0.5;
/** A name that lives on its sentence is found by the words around it too, so many of them. */
const mostOfClause = 80;
/** A deliverable's name has four characters or more: three pairs. */
const windowPairs = 3;

const commonness = new Map(commonPairs.map((pair, i) => [pair, commonPairs.length - i]));

/** Rare pairs first; equally rare ones by their characters. The same order everywhere and always. */
export const byRarity = (a: string, b: string): number =>
  (commonness.get(a) ?? 0) - (commonness.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);

/**
 * The pairs by which an index knows a name: two names that share half of their pairs, and are of like length, have one
 * of these in common (prefix filter). A function of the name alone, so that two documents find each other in whichever
 * order they come.
 * @param within a `clause` holds a name among other words
 */
export function nameKeys(words: string, within: 'name' | 'clause'): string[] {
  const pairs = gramsOf(words).sort(byRarity);
  if (within === 'clause') return pairs.slice(0, mostOfClause);
  return pairs.slice(0, pairs.length - Math.ceil(share * pairs.length) + 1);
}

/** Whether two names with a key in common share enough to be compared. */
export function mayBeAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const pair of short) if (long.has(pair)) common++;
  return common >= share * short.size;
}

/**
 * Marks of a text (winnowing, Schleimer 2003): of each three neighbouring pairs the rarest. Every mark of a stretch of
 * four characters or more is a mark of any text that holds the stretch, so a document that speaks of a name has them all.
 */
export function marksOf(text: string): string[] {
  const marks = new Set<string>();
  for (let at = 0; at + windowPairs < text.length; at++) {
    let rarest = text.slice(at, at + 2);
    for (let i = at + 1; i < at + windowPairs; i++) {
      const pair = text.slice(i, i + 2);
      if (byRarity(pair, rarest) <= 0) rarest = pair;
    }
    marks.add(rarest);
  }
  return [...marks];
}
