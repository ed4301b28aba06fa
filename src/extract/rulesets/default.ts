import type { Draft, ExtractionContext, SentenceView } from '../draft.js';
import { missingRefiner } from '../quality/missing.js';
import { changeRefiner } from '../refiners/change.js';
import { deadlineRefiner } from '../refiners/deadline.js';
import { indicatorRefiner } from '../refiners/indicator.js';
import { perRefiner } from '../refiners/per.js';
import { responsibleRefiner } from '../refiners/responsible.js';
import { rowRefiner } from '../refiners/row.js';
import { stanceRefiner, strengthRefiner } from '../refiners/stance.js';
import { valueRefiner } from '../refiners/value.js';
import { coverageRule } from '../rules/coverage.rule.js';
import { indicatorRowRule } from '../rules/indicator-row.rule.js';
import { milestoneRule } from '../rules/milestone.rule.js';
import { type Dropped, quantityRule } from '../rules/quantity.rule.js';

/** Goes up with every change of rules or lexicon that can change an item: part of the engine version. */
export const rulesVersion = 'zh-gov@10';

type Rule = (
  context: ExtractionContext,
  view: SentenceView,
  taken: readonly Draft[],
  dropped: Dropped[],
) => Draft[];
type Refiner = (context: ExtractionContext, draft: Draft, previous: Draft | null) => void;

/**
 * What makes drafts. Order: a clause with a count makes no coverage of its own (ruling 2),
 * one with a value of either kind no milestone.
 */
export const rules: readonly Rule[] = [
  // A table's row is read by its columns: first, and alone.
  (context, view) => indicatorRowRule(context, view),
  (context, view, _taken, dropped) => (view.block.indicator ? [] : quantityRule(context, view, dropped)),
  (context, view, taken, dropped) =>
    view.block.indicator ? [] : coverageRule(context, view, taken, dropped),
  (context, view, taken, dropped) =>
    view.block.indicator ? [] : milestoneRule(context, view, taken, dropped),
];

/** What fills their fields, in this order. */
export const refiners: readonly Refiner[] = [
  stanceRefiner,
  // 超过 reads >= in a goal and > in a fact: needs the stance.
  valueRefiner,
  strengthRefiner,
  // Denominators and changes look at the unit.
  perRefiner,
  changeRefiner,
  // The document's period is for promises only: needs the stance.
  deadlineRefiner,
  responsibleRefiner,
  // A table's columns overrule the sentence: after both.
  rowRefiner,
  // Takes words over from the item before it: after all that fills a field.
  indicatorRefiner,
  // Looks at what the others filled: last.
  missingRefiner,
];
