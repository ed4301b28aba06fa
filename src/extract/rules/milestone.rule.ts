import { isEnclosed } from '../../text/sentence/sentences.js';
import { because, clauseDraft, type Draft, type ExtractionContext, type SentenceView } from '../draft.js';
import { building, firmDeliverables, raising, softDeliverables } from '../lexicon/verbs.js';
import { deadlineOf } from '../refiners/deadline.js';
import { columnDay } from '../refiners/row.js';
import { deliverable } from './deliverable.js';
import { products } from './milestone/products.js';
import { refusedByDay } from './milestone/refused-by-day.js';
import { refusedByWords } from './milestone/refused-by-words.js';
import type { Dropped } from './quantity.rule.js';

/**
 * A dated deliverable without a value: the clause names a product that can be ticked, and its sentence, or the section above it,
 * gives the deadline. A document's period alone does not make one (ruling 10).
 */
export function milestoneRule(
  context: ExtractionContext,
  view: SentenceView,
  taken: readonly Draft[],
  dropped: Dropped[],
): Draft[] {
  const { text } = context;
  const drafts: Draft[] = [];
  if (view.inHeading) return drafts;
  for (const clause of view.clauses.flatMap((each) => products(text, each))) {
    if (
      taken.some(
        (draft) =>
          draft.start < clause.end &&
          draft.end > clause.start &&
          // 完成客运总站迁建（占地75亩）: a figure in passing leaves the deliverable its own.
          !isEnclosed(text, clause.start, draft.quantity?.numberStart ?? draft.start, '（', '）'),
      ) ||
      clause.end - clause.start < 4
    )
      continue;
    const firm = deliverable(text, clause.start, clause.end, firmDeliverables);
    const ofRow = columnDay(context, view);
    const tagged = ofRow !== null || context.sections[view.block.index]?.deadline?.rule === 'deadline:tag';
    const section = context.sections[view.block.index]?.deadline?.rule;
    const underYear = section === 'deadline:heading' || section === 'deadline:lead-in';
    const soft = firm
      ? null
      : (deliverable(text, clause.start, clause.end, softDeliverables) ??
        (tagged ? deliverable(text, clause.start, clause.end, building) : null) ??
        (underYear ? deliverable(text, clause.start, clause.end, raising) : null));
    const verb = firm ?? soft;
    if (!verb) continue;
    const drop = (rule: string) => dropped.push({ start: clause.start, end: clause.end, rule });
    const supposed = refusedByWords(context, view, clause, verb);
    if (supposed) {
      if (supposed.rule !== null) drop(supposed.rule);
      continue;
    }
    const draft = clauseDraft('milestone', view, clause, firm ? 'milestone:firm' : 'milestone:soft');
    const own = deadlineOf(context, draft);
    const deadline =
      ofRow && own?.scope !== 'clause' ? ({ date: ofRow.date, scope: 'section' } as const) : own;
    if (!deadline || deadline.scope === 'document') {
      drop('milestone-without-deadline');
      continue;
    }
    const { date, scope } = deadline;
    const day = { date, scope };
    const refused = refusedByDay(context, {
      view,
      clause,
      verb,
      firm: firm !== null,
      tagged,
      deadline: day,
      taken,
      drafts,
    });
    if (refused) {
      if (refused.rule !== null) drop(refused.rule);
      continue;
    }
    because(draft, 'item', `deliverable:${text.slice(verb.start, verb.end)}`);
    drafts.push(draft);
  }
  return drafts;
}
