import type { Clause } from '../../text/sentence/sentences.js';
import type { ExtractionContext, SentenceView } from '../draft.js';

/** 迎宾南路至国道段由区政府实施，目前正在施工，11月可完工: the subject that a point of a sentence opens with. */
const subject =
  /^(?:其中|而|但|同时)?([\u4e00-\u9fff“”A-Za-z\d]{3,24}?(?:段|路|线|桥|渠|闸|站|厂|院|馆|楼|园|场|库|网|工程|项目|小区|中心))(?=由|已|正在|正|目前|现|计划|拟|预计|将于|于\d)/u;
/** 二期计划投入4亿元，…，预计6月完工: which stage. */
const stage = /^(?:第?[一二三四]期(?:工程|项目)?)(?=[^，]*$)(?!.*(?:学前教育|行动计划))/u;

/** The clauses of the point that a clause of a sentence stands in: back to the last ；. */
export function pointClauses({ clauses }: SentenceView, at: number): readonly Clause[] {
  let from = at;
  while (from > 0 && clauses[from - 1]?.mark !== '；') from--;
  return clauses.slice(from, at);
}

/** What a point among others is about, by its first words; '' where they say no such thing. */
export function pointHead({ text }: ExtractionContext, view: SentenceView, at: number): string {
  const point = pointClauses(view, at);
  const first = point[0];
  if (!first) return '';
  const words = text.slice(first.start, first.end);
  return subject.exec(words)?.[1] ?? '';
}

/** The stage that a point opens with; '' where it opens otherwise. */
export function stageOf({ text }: ExtractionContext, view: SentenceView, at: number): string {
  const first = pointClauses(view, at)[0] ?? view.clauses[at];
  return first ? (stage.exec(text.slice(first.start, first.end))?.[0] ?? '') : '';
}
