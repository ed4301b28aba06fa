import type { DocumentMeta, Engine } from '../domain/document.js';
import { withItemIds } from '../domain/identity.js';
import type { Item } from '../domain/item.js';
import type { SourceText } from '../domain/source-text.js';
import { outline as outlineOf } from '../text/outline/outline.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import type { Draft, ExtractionContext } from './draft.js';
import { ground } from './ground.js';
import { dateReference } from './reference.js';
import type { Dropped } from './rules/quantity.rule.js';
import { refiners, rules, rulesVersion } from './rulesets/default.js';
import { sectionIndex } from './sections.js';
import { sentenceViews } from './views.js';

export interface ExtractionResult {
  readonly meta: DocumentMeta;
  readonly items: readonly Item[];
  readonly engine: Engine;
}

/** Drafts of every sentence in reading order, their fields filled. */
function draftsOf(context: ExtractionContext): Draft[] {
  const drafts: Draft[] = [];
  const dropped: Dropped[] = [];
  for (const view of sentenceViews(context.outline, context.reference)) {
    const made: Draft[] = [];
    for (const rule of rules) made.push(...rule(context, view, made, dropped));
    made.sort(
      (a, b) =>
        (a.valueStart ?? a.quantity?.start ?? a.start) - (b.valueStart ?? b.quantity?.start ?? b.start),
    );
    let previous: Draft | null = null;
    for (const draft of made) {
      draft.previous = previous;
      for (const refine of refiners) refine(context, draft, previous);
      previous = draft;
    }
    drafts.push(...made);
  }
  return drafts;
}

const fact = (draft: Draft): string => `${draft.value}\u0000${draft.unit}`;

/** Results without a value are no items; a heading's fact that its own section repeats is said once (ruling 6). */
function kept(drafts: readonly Draft[]): Draft[] {
  const inBodies = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.view.inHeading || draft.value === null) continue;
    const same = inBodies.get(fact(draft));
    if (same) same.push(draft);
    else inBodies.set(fact(draft), [draft]);
  }
  return drafts.filter((draft) => {
    if (draft.kind === 'milestone') return draft.stance === 'commitment';
    if (!draft.view.inHeading) return true;
    if (draft.kind === 'coverage') return false;
    const { block } = draft.view;
    return !inBodies
      .get(fact(draft))
      ?.some(({ view }) => view.block === block || view.block.path.includes(block.index));
  });
}

/**
 * SourceText to items: pure, a function of its input and the engine version.
 * @param sha256 of the original's bytes, from which item ids are made
 */
export function extract(source: SourceText, sha256: string, segmenter: Segmenter): ExtractionResult {
  const outline = outlineOf(source);
  const reference = dateReference(outline);
  const context: ExtractionContext = {
    outline,
    text: outline.clean.text,
    source: source.text,
    reference,
    sections: sectionIndex(outline, reference),
    segmenter,
  };
  const grounded = kept(draftsOf(context)).flatMap((draft) => ground(source, outline, draft) ?? []);
  return {
    meta: outline.meta,
    items: withItemIds(sha256, grounded),
    engine: { reader: source.reader, segmentation: segmenter.id, rules: rulesVersion },
  };
}
