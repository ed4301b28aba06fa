import type { Draft, ExtractionContext } from '../draft.js';

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
  if (draft.stance !== 'commitment' || draft.kind !== 'quantity') return null;
  const part = text.startsWith('其中', draft.view.start);
  if (!part && !isLevel(draft, text.slice(draft.clause.start, draft.clause.end))) return null;
  for (let view = draft.view.previous; view; view = view.previous) {
    const told = view.dates.filter((d) => d.role === 'by' && d.date !== null && !d.asOf);
    if (told.length === 0) continue;
    const mention = told.find((d) => /^[到至]/u.test(text.slice(d.start, d.end)) && d.year !== null);
    if (!mention) return null;
    const words = text.slice(mention.start, mention.end);
    return {
      mention,
      text: words,
      date: mention.date,
      scope: 'section',
      inferred: [...mention.inferred],
    };
  }
  return null;
}
