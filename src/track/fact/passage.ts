import type { Item } from '../../domain/item.js';
import type { Span } from '../../domain/source-text.js';
import type { Block, Outline } from '../../text/outline/block.js';
import { type Sentence, splitSentences } from '../../text/sentence/sentences.js';

/** A sentence of a document with its paragraph, in clean offsets. */
export interface PlacedSentence extends Sentence {
  readonly index: number;
  readonly block: Block;
  /** The first of its paragraph. */
  readonly opens: boolean;
}

/** Where an item stands: its sentence, its clause, its value, in clean offsets. */
export interface Passage {
  readonly sentence: PlacedSentence;
  readonly clause: Span;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Sentences of the paragraphs that may speak of figures, in reading order. */
export function sentencesOf(outline: Outline): PlacedSentence[] {
  const placed: PlacedSentence[] = [];
  for (const block of outline.blocks) {
    if (block.kind === 'signature' || block.kind === 'tag' || block.kind === 'form') continue;
    splitSentences(outline.clean.text, block.start, block.end).forEach((sentence, i) => {
      placed.push({ ...sentence, index: placed.length, block, opens: i === 0 });
    });
  }
  return placed;
}

/** The clean offset of a source offset: the first kept character at or after it. */
export function cleanOffset({ clean }: Outline, at: number): number {
  let low = 0;
  let high = clean.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clean.origin[middle] ?? Number.POSITIVE_INFINITY) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastStartingBy<T extends Span>(spans: readonly T[], at: number): T | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1] ?? null;
}

/** Finds an item's place again in the clean text; null where its paragraph holds no sentences. */
export function passageOf(
  outline: Outline,
  sentences: readonly PlacedSentence[],
  item: Pick<Item, 'start' | 'end' | 'valueStart' | 'valueEnd'>,
): Passage | null {
  const valueStart = cleanOffset(outline, item.valueStart ?? item.start);
  const valueEnd = Math.max(valueStart, cleanOffset(outline, item.valueEnd ?? item.end));
  const sentence = lastStartingBy(sentences, valueStart);
  if (!sentence) return null;
  const clause = lastStartingBy(sentence.clauses, valueStart) ?? sentence;
  return { sentence, clause: { start: clause.start, end: clause.end }, valueStart, valueEnd };
}
