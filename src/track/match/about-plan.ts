import { proposalNumberKey } from '../../domain/identity.js';
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

/** What a document is about, and what its first lines name. Plain JSON. */
export interface Subject {
  readonly proposalNumber: string | null;
  readonly body: 'npc' | 'cppcc' | null;
  /** The title without place, years and kind of paper. */
  readonly core: string;
  /** Title and opening without quotation marks and blanks. */
  readonly opening: string;
}

export function subjectOf({ outline, place }: DocumentView): Subject {
  const { title, proposalNumber, body } = outline.meta;
  return {
    proposalNumber,
    body,
    core: core(title ?? '', place),
    opening: `${title ?? ''}${outline.clean.text.slice(0, 1500)}`.replace(/[《》\s“”]/gu, ''),
  };
}

/** Whether a report reports on this very plan or reply: it names the plan, or answers the same proposal. */
export function isAbout(plan: Subject, report: Subject): boolean {
  if (
    plan.proposalNumber !== null &&
    report.proposalNumber !== null &&
    proposalNumberKey(plan.proposalNumber) === proposalNumberKey(report.proposalNumber) &&
    plan.body === report.body
  )
    return true;
  return plan.core.length >= 6 && report.opening.includes(plan.core);
}
