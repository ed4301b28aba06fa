import type { Draft, ExtractionContext } from '../draft.js';
import { because } from '../draft.js';
import type { DateMention } from '../values/date.js';

/** 比2020年增长, 较上年: the year compared with is no deadline. */
const comparedWith = /(?:比|较|与|同|相比|按照|根据|自|从)$/u;

function usable(context: ExtractionContext, draft: Draft, mention: DateMention): boolean {
  if (mention.role === 'every') return false;
  const { text } = context;
  const { view } = draft;
  const before = text.slice(Math.max(view.start, mention.start - 3), mention.start);
  if (
    comparedWith.test(before) ||
    /^(?:相比|同期|增长|的?水平|基数)/.test(text.slice(mention.end, mention.end + 4))
  )
    return false;
  const open = text.lastIndexOf('《', mention.start);
  if (open >= view.start && text.indexOf('》', open) > mention.start) return false;
  // 列为2025年市政府重点工作: the year of a list, not of the value, unless nothing else is there.
  return !/^(?:度)?(?:政府|市政府|县政府|省政府|民生|重点工作|年度)/.test(
    text.slice(mention.end, mention.end + 4),
  );
}

export type DraftDeadline = NonNullable<Draft['deadline']>;

/** The nearest date of the item's own sentence, else of the heading or lead-in above, else the plan's period. */
export function deadlineOf(context: ExtractionContext, draft: Draft): DraftDeadline | null {
  const { text, outline, sections } = context;
  const { view, clause } = draft;
  const valueEnd = draft.quantity?.end ?? draft.valueEnd ?? clause.end;
  const dates = view.dates.filter((mention) => usable(context, draft, mention));
  const before = dates.filter(
    (mention) =>
      mention.end <= valueEnd && mention.start < (draft.quantity?.start ?? draft.valueStart ?? clause.end),
  );
  const sameClauseAfter = dates.find((mention) => mention.start >= valueEnd - 1 && mention.end <= clause.end);
  const nearest = before.at(-1) ?? sameClauseAfter;
  if (nearest) {
    if (nearest.role === 'since') return sectionOrDocument();
    return {
      mention: nearest,
      text: text.slice(nearest.start, nearest.end),
      date: nearest.date,
      scope: 'clause',
      inferred: [...nearest.inferred],
    };
  }
  return sectionOrDocument();

  function sectionOrDocument(): DraftDeadline | null {
    if (nearest?.role === 'since' && draft.stance === 'achievement') return null;
    const above = sections[view.block.index]?.deadline;
    if (above)
      return {
        mention: above.mention,
        text: above.text,
        date: above.mention.date,
        scope: 'section',
        inferred: [...above.mention.inferred],
      };
    const { period } = outline.meta;
    if (period && draft.stance === 'commitment') {
      const title = outline.meta.title ?? '';
      const written =
        /(?:19|20)\d{2}年?\s?[-—–~至到]{1,2}\s?(?:19|20)\d{2}年?|(?:19|20)\d{2}年|[“"]?十[二三四五六]五[”"]?/.exec(
          title,
        )?.[0];
      return {
        mention: null,
        text: written ?? `${period.start}—${period.end}`,
        date: `${period.end}-12-31`,
        scope: 'document',
        inferred: [],
      };
    }
    return null;
  }
}

/** Fills `deadline`. An achievement takes no date from the title alone (ruling 28). */
export function deadlineRefiner(context: ExtractionContext, draft: Draft): void {
  const found = deadlineOf(context, draft);
  draft.deadline = found && draft.stance === 'achievement' && found.scope !== 'clause' ? null : found;
  if (draft.deadline)
    because(
      draft,
      'deadline',
      `deadline:${draft.deadline.scope}`,
      ...(draft.deadline.mention ? [`date:${draft.deadline.mention.rule}`] : []),
    );
}
