import type { Considered, Finding } from '../domain/examination.js';
import type { SourceText } from '../domain/source-text.js';
import { outline as outlineOf } from '../text/outline/outline.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import { type ExtractionResult, extract } from './extractor.js';
import { findingRules } from './quality/findings/index.js';

export interface ExaminationResult extends ExtractionResult {
  readonly considered: Considered;
  /** What an auditor will ask, in the order of `findingRules`, each kind in reading order. */
  readonly findings: readonly Finding[];
}

/** Items with all that was considered, and what is to be put right in the text before it is sent. Pure. */
export function examine(source: SourceText, sha256: string, segmenter: Segmenter): ExaminationResult {
  const outline = outlineOf(source);
  const result = extract(source, sha256, segmenter, { explain: true, outline });
  const considered = result.considered ?? { intentions: [], dropped: [] };
  const draft = { source, outline, items: result.items, considered };
  return { ...result, considered, findings: findingRules.flatMap((rule) => rule(draft)) };
}
