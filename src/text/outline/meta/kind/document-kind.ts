import type { DocumentKind } from '../../../../domain/document.js';
import type { Block } from '../../block.js';
import { isFurniture } from '../../furniture.js';
import { bodyEvidence } from './body-evidence.js';
import type { KindEvidence } from './kind-evidence.js';
import { headlineEvidence, titleEvidence } from './title-evidence.js';

/** What a kind must come to; below it the document is of none. */
const least = 1.9;

/** What a text says for each kind: title words, formulas of opening and closing, headings, labels, tenses. */
export function kindEvidence(
  title: string | null,
  words: readonly string[],
  blocks: readonly Block[],
): KindEvidence[] {
  const first = words.findIndex((line) => !isFurniture(line));
  const headline = blocks[first]?.kind === 'front' ? (words[first] ?? '') : '';
  return [
    ...(title === null ? headlineEvidence(headline) : titleEvidence(title)),
    ...bodyEvidence(words, blocks),
  ];
}

/** The kind that most speaks for: the sum of the weights decides. */
export function documentKind(
  title: string | null,
  words: readonly string[],
  blocks: readonly Block[],
): DocumentKind {
  const sums = new Map<KindEvidence['kind'], number>();
  for (const { kind, weight } of kindEvidence(title, words, blocks))
    sums.set(kind, (sums.get(kind) ?? 0) + weight);
  const [best] = [...sums].sort(([, a], [, b]) => b - a);
  return best && best[1] >= least ? best[0] : 'other';
}
