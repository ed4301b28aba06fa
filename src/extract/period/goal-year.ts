import type { Draft, ExtractionContext, SentenceView } from '../draft.js';
import { isBaseYear } from '../refiners/base-year.js';
import { ofSection } from './of-section.js';

/** A level to be reached, not something to be done: a rate, or what 达到, 控制在 and the like say. */
const isLevel = (draft: Draft, clause: string): boolean =>
  (/^[%‰]$/u.test(draft.unit ?? '') && draft.change === null) ||
  /达到|达(?=\d)|控制在|稳定在|保持在/u.test(clause);

/**
 * 到2027年，…。城乡供水一体化率达到83.5%。: levels in a row, their year said with the first. 其中，…: parts of what the sentence
 * before it sets.
 */
export function goalYear(context: ExtractionContext, draft: Draft): Draft['deadline'] {
  const { text } = context;
  if (draft.stance !== 'commitment' || draft.kind === 'milestone') return null;
  // A reply's sentence keeps its day for itself (ruling 9).
  const opening = context.outline.meta.kind === 'action_plan' ? openingDay(context, draft) : null;
  if (opening) return opening;
  if (draft.kind !== 'quantity') return null;
  const part = text.startsWith('其中', draft.view.start);
  if (!part && !isLevel(draft, text.slice(draft.clause.start, draft.clause.end))) return null;
  for (let view = draft.view.previous; view; view = view.previous) {
    const told = view.dates.filter((d) => d.role === 'by' && d.date !== null && !d.asOf);
    if (told.length === 0) continue;
    // 全年完成投资19亿元。其中大桥10亿元。: a part is of the time of its whole.
    const { start } = view;
    const ofWhole =
      part &&
      context.outline.meta.kind !== 'reply' &&
      view === draft.view.previous &&
      view.block === draft.view.block &&
      told.every((d) => !isBaseYear(text, start, d));
    const mention =
      told.find((d) => /^[到至]/u.test(text.slice(d.start, d.end)) && d.year !== null) ??
      (ofWhole ? told.at(-1) : undefined);
    if (!mention) return null;
    return ofSection(text.slice(mention.start, mention.end), mention);
  }
  return null;
}

const openingSpan = 6;

/** 到2027年，体系基本建立。新建12所。: the day that a paragraph or a point opens with, where no other is named between. */
function openingDay(context: ExtractionContext, draft: Draft): Draft['deadline'] {
  const { text, reference } = context;
  const between: SentenceView[] = [];
  for (let view = draft.view.previous; view && view.block === draft.view.block; view = view.previous)
    between.push(view);
  const first = between.pop();
  if (!first || between.some(({ dates }) => dates.some(({ role }) => role !== 'every'))) return null;
  const [mention, ...others] = first.dates.filter(({ role }) => role !== 'every');
  if (!mention || others.length > 0 || mention.role !== 'by' || mention.asOf || mention.date === null)
    return null;
  // 2024年，…: a year that is over or that the text is of tells when, and sets nothing.
  const ahead =
    (mention.inferred.length === 0 || /前$/u.test(text.slice(mention.start, mention.end))) &&
    (reference.day === null ? (mention.year ?? 0) >= (reference.year ?? 0) : mention.date > reference.day);
  const opens = mention.start - first.start <= openingSpan;
  const goal = /^[到至]|前$/u.test(text.slice(mention.start, mention.end));
  return ahead && opens && goal ? ofSection(text.slice(mention.start, mention.end), mention) : null;
}
