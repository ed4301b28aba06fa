import type { Clause } from '../../text/sentence/sentences.js';
import type { Draft, ExtractionContext } from '../draft.js';
import type { DateMention } from '../values/date.js';

/** （2）…, 二是…, 其二，…: a point of a list within the sentence. */
const point = /^(?:[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳]|[一二三四五六七八九]是|其[一二三四五六]，)/u;
const pointSpan = 4;

/** （1）10月举办大赛；（2）培育基地50个: a point keeps its day for itself; what stands before the first point is said of all. */
function ofAnotherPoint(text: string, clauses: readonly Clause[], draft: Draft, date: DateMention): boolean {
  let first: Clause | undefined;
  let own: Clause | undefined;
  for (const each of clauses) {
    if (each.start > draft.clause.start) break;
    if (!point.test(text.slice(each.start, each.start + pointSpan))) continue;
    first ??= each;
    own = each;
  }
  return first !== undefined && own !== undefined && date.start >= first.start && date.end <= own.start;
}

/** 2021年9月选了5个县，一年下来，开通线路87条: from then on, and how long it took. */
const later = /[，；](?:半|一|两|三|几|\d)个?(?:年|月|季度)多?(?:来|下来|过去|以来)，/u;

/** 今年5月已验收；已采集62件: an event of a month, and behind the break another matter. */
const ofMonth =
  /^(?:month|month-day|month-part|relative-month|relative-month-day|year-month|year-month-day)$/u;

const ownSubject = /^(?!.*(?:计划|力争|确保|将|争取|预计|务必|要|拟)$)[\u4e00-\u9fff“”（）]{4,}$/u;
const endsWhole = /^(?:以?前)?(?:全部|全面|基本)(?:完成|到位|办结)$/u;
const verdict = /^(?:务必|力争|确保|争取|计划|预计|将|要|均|于|在)*[^，]{0,2}$/u;
const ends = /^(?:以?前)?(?:全部|全面|基本)?(?:完成|完工|到位|办结|竣工|投用)$/u;
/** 招聘60名，上半年完成；轮岗比例30%: the day looks back. 2024年先行试点；修订规范: a year said in passing. */
function isOfItsClause(
  text: string,
  clauses: readonly Clause[],
  date: DateMention,
  between: string,
): boolean {
  const at = clauses.findIndex(({ start, end }) => date.start >= start && date.end <= end);
  const own = clauses[at];
  if (!own) return false;
  // 机构改革3月底前全面完成，组建产业集团: a day behind its own subject.
  if (ownSubject.test(text.slice(own.start, date.start)) && endsWhole.test(text.slice(date.end, own.end)))
    return true;
  if (!between.includes('；') || at === 0) return false;
  const words = text.slice(date.start, date.end);
  if (date.rule === 'year' && !/^[到至]|[前底末]$/u.test(words) && date.start === own.start) return true;
  return verdict.test(text.slice(own.start, date.start)) && ends.test(text.slice(date.end, own.end));
}

/** Whether a date of an earlier clause is another matter's, and dates nothing of what the draft's clause tells or promises. */
export function isOfAnother({ text }: ExtractionContext, draft: Draft, date: DateMention): boolean {
  const { clause, view } = draft;
  if (date.end > clause.start || date.role !== 'by') return false;
  const between = text.slice(date.end, clause.start);
  // 实验学校秋季招生，新增学位1350个: a season that gives no day leaves the others theirs.
  if (date.date === null && date.rule === 'season') return true;
  if (ofAnotherPoint(text, view.clauses, draft, date)) return true;
  if (draft.stance === 'achievement' && later.test(between + text.slice(clause.start, clause.start + 8)))
    return true;
  if (draft.stance === 'commitment' && isOfItsClause(text, view.clauses, date, between)) return true;
  return (
    draft.stance === 'achievement' &&
    !date.asOf &&
    ofMonth.test(date.rule) &&
    !/[前底末]$/u.test(text.slice(date.start, date.end)) &&
    between.includes('；')
  );
}
