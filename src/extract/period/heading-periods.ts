import type { Block, Outline } from '../../text/outline/block.js';
import { isEnclosed } from '../../text/sentence/sentences.js';
import type { SectionDeadline } from '../draft.js';
import { type DateReference, findDates } from '../values/date.js';

/** What a heading's periods stand for: the one to come governs promises, the one that is over says as of when results are told. */
export interface HeadingPeriods {
  readonly ahead: SectionDeadline | null;
  readonly back: SectionDeadline | null;
}

const backward = /回顾|总结|成就|成效|成绩|情况|历程|回望/u;
const forward = /目标|任务|安排|思路|打算|部署|计划|展望|要求|举措|建议|预期/u;
const none: HeadingPeriods = { ahead: null, back: null };

/**
 * The periods that a heading names. 2025年和“十四五”时期工作回顾 looks back on two that end together; “十四五”发展成就和“十五五”
 * 主要目标 looks back on the one and ahead to the other. One period alone is what promises stand under.
 */
export function headingPeriods(outline: Outline, block: Block, reference: DateReference): HeadingPeriods {
  const text = outline.clean.text;
  const { start, headingEnd } = block;
  const dates = findDates(text, start, headingEnd, reference).filter(
    (d) => d.role === 'by' && !d.asOf && d.date !== null && !isEnclosed(text, start, d.start, '《', '》'),
  );
  const [first] = dates;
  // The title of an attached plan names its period, which is the document's, not a section's.
  if (!first || /(?:计划|方案|规划|通知)(?:（[^）]*）)?$/.test(text.slice(start, headingEnd))) return none;
  const said = (mention = first) => ({
    mention,
    text: text.slice(mention.start, mention.end),
    rule: 'deadline:heading',
  });
  if (dates.length === 1) return { ahead: said(), back: null };
  const sides = dates.map(({ end }, i) => {
    const words = text.slice(end, dates[i + 1]?.start ?? headingEnd);
    return backward.test(words) ? 'back' : forward.test(words) ? 'ahead' : null;
  });
  // 2025年和“十四五”时期工作回顾: what is said of the second is said of the first.
  const sideOf = (at: number) => sides.slice(at).find((side) => side !== null) ?? null;
  const of = (side: 'ahead' | 'back') => dates.filter((_, i) => sideOf(i) === side);
  const [ahead] = of('ahead');
  const [back] = of('back');
  return {
    ahead: ahead && of('ahead').every(({ date }) => date === ahead.date) ? said(ahead) : null,
    back: back ? { ...said(back), rule: 'deadline:as-of' } : null,
  };
}
