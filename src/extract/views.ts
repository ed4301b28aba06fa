import type { Span } from '../domain/source-text.js';
import type { Block, Outline } from '../text/outline/block.js';
import { headingMarker } from '../text/outline/heading-marker.js';
import { splitSentences } from '../text/sentence/sentences.js';
import type { SentenceView } from './draft.js';
import { type DateReference, findDates } from './values/date.js';
import { findQuantities } from './values/quantity.js';

/** The stretches of a block that may hold items: its words without the marker and the responsibility tag; a table's task cells. */
function stretches(text: string, block: Block): Span[] {
  if (block.kind === 'row') {
    if (!block.columns || block.columns.isHeader)
      return block.columns ? [] : block.cells.filter((cell) => cell.end - cell.start >= 12);
    return block.columns.task.flatMap((column) => block.cells[column] ?? []);
  }
  const marker =
    block.level === null ? 0 : (headingMarker(text.slice(block.start, block.start + 12))?.length ?? 0);
  const start = block.start + marker;
  const tag = block.responsibility?.span;
  if (!tag || tag.start >= block.end || tag.end <= block.start) return [{ start, end: block.end }];
  return [
    { start, end: tag.start },
    { start: tag.end, end: block.end },
  ].filter((span) => span.end > span.start);
}

/** Sentences with their dates and quantities, in reading order. Front matter, signatures, forms and tags hold no items. */
export function* sentenceViews(outline: Outline, reference: DateReference): Generator<SentenceView> {
  const { text } = outline.clean;
  let index = 0;
  for (const block of outline.blocks) {
    if (block.kind !== 'body' && block.kind !== 'heading' && block.kind !== 'row') continue;
    // The opening of a reply repeats what was asked.
    if (
      outline.meta.kind === 'reply' &&
      /收悉|现(?:将[^。]{0,24})?(?:答复|回复|函复)如下/.test(text.slice(block.start, block.end)) &&
      block.end - block.start < 800
    )
      continue;
    for (const span of stretches(text, block)) {
      for (const sentence of splitSentences(text, span.start, span.end)) {
        const dates = findDates(text, sentence.start, sentence.end, reference);
        yield {
          ...sentence,
          block,
          index: index++,
          dates,
          quantities: findQuantities(text, sentence.start, sentence.end, dates),
          inHeading: sentence.end <= block.headingEnd && block.headingEnd > block.start,
        };
      }
    }
  }
}
