import type { DocumentMeta, Engine } from '../domain/document.js';
import type { Considered, Passed } from '../domain/examination.js';
import { withItemIds } from '../domain/identity.js';
import type { Item } from '../domain/item.js';
import { pageAt, type SourceText, type Span } from '../domain/source-text.js';
import { asWritten } from '../text/normalize/traditional.js';
import type { Outline } from '../text/outline/block.js';
import { outline as outlineOf } from '../text/outline/outline.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import { confidenceOf } from './confidence/confidence.js';
import type { Draft, ExtractionContext } from './draft.js';
import { ground } from './ground.js';
import { intentionIn } from './quality/intention.js';
import { dateReference } from './reference.js';
import type { Dropped } from './rules/quantity.rule.js';
import { refiners, rules, rulesVersion } from './rulesets/default.js';
import { sectionIndex } from './sections.js';
import { sentenceViews } from './views.js';

export interface ExtractionResult {
  readonly meta: DocumentMeta;
  readonly items: readonly Item[];
  readonly engine: Engine;
  /** How many sentences promise by effort alone (加强、推进、完善); they are no items. */
  readonly intentions: number;
  /** Where it was asked for. */
  readonly considered?: Considered;
}

interface Read {
  readonly drafts: readonly Draft[];
  readonly dropped: readonly Dropped[];
  readonly intentions: readonly Span[];
}

/** Drafts of every sentence in reading order, their fields filled. */
function readAll(context: ExtractionContext): Read {
  const drafts: Draft[] = [];
  const dropped: Dropped[] = [];
  const intentions: Span[] = [];
  for (const view of sentenceViews(context.outline, context.reference)) {
    const made: Draft[] = [];
    for (const rule of rules) made.push(...rule(context, view, made, dropped));
    made.sort(
      (a, b) =>
        (a.valueStart ?? a.quantity?.start ?? a.start) - (b.valueStart ?? b.quantity?.start ?? b.start),
    );
    if (made.length === 0) {
      const intention = intentionIn(context, view);
      if (intention) intentions.push(intention);
      continue;
    }
    const last = drafts.at(-1);
    // What a row's column of progress tells is of what its column of tasks sets.
    let previous: Draft | null =
      last && view.column === 'progress' && last.view.block === view.block ? last : null;
    for (const draft of made) {
      draft.previous = previous;
      for (const refine of refiners) refine(context, draft, previous);
      previous = draft;
    }
    drafts.push(...made);
  }
  return { drafts, dropped, intentions };
}

const fact = (draft: Draft): string => `${draft.value}\u0000${draft.unit}`;

/** Results without a value are no items; a heading's fact that its own section repeats is said once (ruling 6). */
function kept(drafts: readonly Draft[], dropped: Dropped[]): Draft[] {
  const inBodies = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.view.inHeading || draft.value === null) continue;
    const same = inBodies.get(fact(draft));
    if (same) same.push(draft);
    else inBodies.set(fact(draft), [draft]);
  }
  const reason = (draft: Draft): string | null => {
    if (draft.kind === 'milestone') return draft.stance === 'commitment' ? null : 'result-without-value';
    if (!draft.view.inHeading) return null;
    if (draft.kind === 'coverage') return 'coverage-in-heading';
    const { block } = draft.view;
    const again = inBodies
      .get(fact(draft))
      ?.some(({ view }) => view.block === block || view.block.path.includes(block.index));
    return again ? 'said-again-below' : null;
  };
  return drafts.filter((draft) => {
    const rule = reason(draft);
    if (rule !== null) dropped.push({ start: draft.start, end: draft.end, rule });
    return rule === null;
  });
}

/** What was read in simplified characters, as the document writes it. */
function inOwnCharacters(item: Omit<Item, 'id'>, written: (words: string) => string): Omit<Item, 'id'> {
  return {
    ...item,
    unit: item.unit && written(item.unit),
    per: item.per && written(item.per),
    indicator: written(item.indicator),
    deadline: item.deadline && { ...item.deadline, text: written(item.deadline.text) },
    responsible: item.responsible.map(written),
    section: item.section.map(written),
  };
}

/** Clean places as places of the source, in reading order, each once. */
function passed<T extends Span>(source: SourceText, outline: Outline, spans: readonly T[]): (T & Passed)[] {
  return spans
    .map((span) => {
      const { start, end } = outline.clean.toSource(span);
      return { ...span, start, end, quote: source.text.slice(start, end), page: pageAt(source, start) };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * SourceText to items: pure, a function of its input and the engine version.
 * @param sha256 of the original's bytes, from which item ids are made
 * @param options `explain`: also what was considered and left out; `outline`: where it was made before
 */
export function extract(
  source: SourceText,
  sha256: string,
  segmenter: Segmenter,
  options: { readonly explain?: boolean; readonly outline?: Outline } = {},
): ExtractionResult {
  const outline = options.outline ?? outlineOf(source);
  const reference = dateReference(outline);
  const context: ExtractionContext = {
    outline,
    text: outline.clean.text,
    source: source.text,
    reference,
    sections: sectionIndex(outline, reference),
    segmenter,
    leanings: [],
    leaningAfter: [],
  };
  const { drafts, dropped, intentions } = readAll(context);
  const left: Dropped[] = [...dropped];
  const written = asWritten(source.text);
  const grounded = kept(drafts, left).flatMap((draft) => {
    const item = ground(source, outline, draft);
    if (!item) left.push({ start: draft.start, end: draft.end, rule: 'not-grounded' });
    return item ? [written === null ? item : inOwnCharacters(item, written)] : [];
  });
  const sure = grounded.map((item) => ({
    ...item,
    confidence: confidenceOf({ item, text: source.text, meta: outline.meta, siblings: grounded.length }),
  }));
  return {
    meta: outline.meta,
    items: withItemIds(sha256, sure),
    engine: { reader: source.reader, segmentation: segmenter.id, rules: rulesVersion },
    intentions: intentions.length,
    ...(options.explain && {
      considered: {
        intentions: passed(source, outline, intentions),
        dropped: passed(source, outline, left),
      },
    }),
  };
}
