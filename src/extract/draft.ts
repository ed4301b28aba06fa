import type { Comparator, ItemKind, MissingElement, Stance, Strength } from '../domain/item.js';
import type { Span } from '../domain/source-text.js';
import type { Block, Outline } from '../text/outline/block.js';
import type { Segmenter } from '../text/segment/segmenter.js';
import type { Clause, Sentence } from '../text/sentence/sentences.js';
import type { DateMention, DateReference } from './values/date.js';
import type { QuantityMention } from './values/quantity.js';

/** What one sentence holds, found once and read by every rule. Clean offsets. */
export interface SentenceView extends Sentence {
  readonly block: Block;
  readonly index: number;
  readonly dates: readonly DateMention[];
  readonly quantities: readonly QuantityMention[];
  /** Lies in the heading words of its block. */
  readonly inHeading: boolean;
  /** The last day that the block named before this sentence: what 届时 means. */
  readonly earlier: DateMention | null;
  /** The sentence before it in the same block, or in the one before where this one goes on with its project (该项目…). */
  readonly previous: SentenceView | null;
  /** In a task table: whether the column sets tasks or tells how far they are. */
  readonly column: 'task' | 'progress' | null;
}

/** What the rules know beyond the sentence. */
export interface ExtractionContext {
  readonly outline: Outline;
  /** The clean text. */
  readonly text: string;
  /** The text as it was read, for what cleaning takes away: blanks and line breaks. */
  readonly source: string;
  readonly reference: DateReference;
  readonly sections: SectionIndex;
  /** Asked only where a word's boundary decides. */
  readonly segmenter: Segmenter;
  /** What the clauses of a sentence lean to, and what its paragraph leans to after it, by the sentence's index: filled as asked. */
  readonly leanings: (readonly Leaning[] | undefined)[];
  readonly leaningAfter: (number | undefined)[];
}

/** How far a clause leans to promise (positive) or result (negative). */
export interface Leaning {
  readonly weight: number;
  /** What the clauses after it take over: 优化已建成的… says nothing of them. */
  readonly carried: number;
  readonly rules: readonly string[];
}

/** What the headings and lead-ins above a block say. */
export interface SectionView {
  readonly deadline: SectionDeadline | null;
  /** The day that the results under it are told as of (截至6月20日, 刚刚过去的2025年). */
  readonly asOf: SectionDeadline | null;
  /** Positive: promises stand here; negative: results. */
  readonly stance: number;
  readonly stanceRule: string;
}
export interface SectionDeadline {
  readonly mention: DateMention;
  readonly text: string;
  readonly rule: string;
}
export type SectionIndex = readonly SectionView[];

/** An item in the making. All offsets are clean ones. */
export interface Draft extends Span {
  readonly kind: ItemKind;
  readonly view: SentenceView;
  readonly clause: Clause;
  /** The stretch of the clause that belongs to this value alone. */
  readonly segment: Span;
  readonly quantity: QuantityMention | null;
  /** The draft before it, its fields filled. */
  previous: Draft | null;
  valueStart: number | null;
  valueEnd: number | null;
  value: number | null;
  valueMax: number | null;
  unit: string | null;
  comparator: Comparator | null;
  stance: Stance;
  strength: Strength;
  hedged: boolean;
  per: string | null;
  change: 'increase' | 'decrease' | null;
  indicator: string;
  deadline: {
    mention: DateMention | null;
    text: string;
    date: string | null;
    scope: 'clause' | 'section' | 'document';
    inferred: ('year' | 'month' | 'day')[];
  } | null;
  responsible: string[];
  missing: MissingElement[];
  rules: Record<string, string[]>;
}

/** Notes which rule filled a field. */
export function because(draft: Draft, field: string, ...rules: string[]): void {
  const noted = draft.rules[field];
  if (noted) noted.push(...rules);
  else draft.rules[field] = rules;
}

export function newDraft(
  base: Pick<Draft, 'kind' | 'view' | 'clause' | 'segment' | 'quantity' | 'start' | 'end'>,
  rule: string,
): Draft {
  return {
    kind: base.kind,
    view: base.view,
    clause: base.clause,
    segment: base.segment,
    quantity: base.quantity,
    previous: null,
    start: base.start,
    end: base.end,
    valueStart: null,
    valueEnd: null,
    value: null,
    valueMax: null,
    unit: null,
    comparator: null,
    stance: 'commitment',
    strength: 'plain',
    hedged: false,
    per: null,
    change: null,
    indicator: '',
    deadline: null,
    responsible: [],
    missing: [],
    rules: { item: [rule] },
  };
}

/** A draft that takes its clause whole: a total claim or a deliverable, without a number of its own. */
export function clauseDraft(
  kind: 'coverage' | 'milestone',
  view: SentenceView,
  clause: Clause,
  rule: string,
): Draft {
  return newDraft(
    { kind, view, clause, segment: clause, quantity: null, start: clause.start, end: clause.end },
    rule,
  );
}
