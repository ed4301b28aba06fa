import type { DocumentView } from '../fact/document-view.js';

/** The words of a plan's title that a report on it repeats: 医疗卫生服务能力提升三年行动. */
function core(title: string, place: string | null): string {
  const named = title
    .replace(/^.*?(?:关于)?印发/u, '')
    .replace(/[《》\s“”]/gu, '')
    .replace(/[（(].*$/u, '');
  return (
    place === null
      ? named
      : named.slice(Math.max(0, named.indexOf(place) < 0 ? 0 : named.indexOf(place) + place.length))
  )
    .replace(/20\d\d年?(?:[—\-–~至]20\d\d年?)?/gu, '')
    .replace(/(?:的通知|行动方案|实施方案|工作方案|方案|行动计划|计划|规划|工作要点|通知)+$/u, '');
}

/** Whether a report reports on this very plan or reply: it names the plan, or answers the same proposal. */
export function isAbout(plan: DocumentView, report: DocumentView): boolean {
  const a = plan.outline.meta;
  const b = report.outline.meta;
  if (a.proposalNumber !== null && a.proposalNumber === b.proposalNumber && a.body === b.body) return true;
  const words = core(a.title ?? '', plan.place);
  if (words.length < 6) return false;
  const opening = `${b.title ?? ''}${report.outline.clean.text.slice(0, 1500)}`.replace(/[《》\s“”]/gu, '');
  return opening.includes(words);
}
