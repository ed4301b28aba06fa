import { because, type Draft, type ExtractionContext, newDraft, type SentenceView } from '../draft.js';
import type { QuantityMention } from '../values/quantity.js';
import { exclusions } from './exclusions/index.js';
import { valueSegments } from './segments.js';

export interface Dropped {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/** 由60%提高到75%: what stands between 由/从 and the change is the baseline, no item (ruling 17). */
const baseline =
  /(?:从|由)(?=[^，；。]{0,24}?\d)([^，；。]{0,40}?)(?:[\u4e00-\u9fff]{1,2}|降|增|提标|减)(?:(?<!不)到|至|为)(?=[^，；。]{0,10}[\d一二三四五六七八九十百千两双全])/gu;
/** 比2010年的132.4万吨、14.56万吨分别减少7.0%、8.6%: what is compared with. */
const compared =
  /[比较]((?:(?:19|20)\d{2}年|上年|去年|同期)[底末]?的?\d[^，；。]{0,40}?)(?:分别)?(?:减少|下降|降低|增加|增长|提高|提升|上升)/gu;
const risesNext =
  /^(?:以上|左右)?(?:（[^）]*）)?(?:提高|增加|提升|增长|上升|扩大|下降|降低|降|减少|压缩|缩短|压减|调整|上调|下调|增|减|升|提标)(?:到|至|为)/u;

function baselines(text: string, view: SentenceView): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const clause of view.clauses) {
    const body = text.slice(clause.start, clause.end);
    if (body.includes('比'))
      for (const match of body.matchAll(compared)) {
        const start = clause.start + match.index + 1;
        spans.push({ start, end: start + (match[1]?.length ?? 0) });
      }
    if (!/[从由]/u.test(body)) continue;
    for (const match of body.matchAll(baseline)) {
      const start = clause.start + match.index + 1;
      spans.push({ start, end: start + (match[1]?.length ?? 0) });
    }
  }
  return spans;
}

/** 每3万人口, 每2-3个社区, 每连续参保1年: a number right after 每 counts the denominator. */
function isDenominator(
  text: string,
  view: SentenceView,
  q: QuantityMention,
  next: QuantityMention | undefined,
): boolean {
  const before = text.slice(Math.max(view.start, q.start - 8), q.start);
  if (/每$/.test(before)) return true;
  if (/每[^，。；：年月季周天日人户村镇乡县市]{1,6}$/.test(before) && /年|个月/.test(q.unit)) return true;
  // 1个行政村建设1个卫生站
  return (
    q.value === 1 &&
    q.valueMax === null &&
    next !== undefined &&
    next.start - q.end <= 10 &&
    /(?:建设|设置|建有|配备|设立|配|建|设|有)$/.test(text.slice(q.end, next.start)) &&
    !/[，、]/.test(text.slice(q.end, next.start))
  );
}

/** Every measured value of a sentence that survives the exclusions becomes a draft. */
export function quantityRule(context: ExtractionContext, view: SentenceView, dropped: Dropped[]): Draft[] {
  const { text } = context;
  if (view.quantities.length === 0) return [];
  const base = baselines(text, view);
  const kept: QuantityMention[] = [];
  for (const [i, q] of view.quantities.entries()) {
    const drop = (rule: string) => dropped.push({ start: q.start, end: q.end, rule });
    const excluded = exclusions.find((exclusion) => exclusion.holds(text, q, view, context));
    if (excluded) {
      drop(excluded.rule);
      continue;
    }
    if (
      base.some((span) => q.numberStart >= span.start && q.numberStart < span.end) ||
      risesNext.test(text.slice(q.end, q.end + 16))
    ) {
      drop('baseline');
      continue;
    }
    if (isDenominator(text, view, q, view.quantities[i + 1])) {
      drop('denominator');
      continue;
    }
    kept.push(q);
  }
  const drafts: Draft[] = [];
  for (const clause of view.clauses) {
    const all = kept.filter((q) => q.start >= clause.start && q.end <= clause.end);
    const inClause = all.filter((q, i) => {
      // 对10类群体新发放贷款80亿元: the first figure only describes whom the second serves.
      const later = all[i + 1];
      const describes = later !== undefined && describesOther(text, clause.start, q, later);
      if (describes) dropped.push({ start: q.start, end: q.end, rule: 'object-of-another' });
      return !describes;
    });
    if (inClause.length === 0) continue;
    const segments = valueSegments(text, clause, inClause);
    for (const [i, q] of inClause.entries()) {
      const segment = segments[i] ?? clause;
      const draft = newDraft(
        {
          kind: 'quantity',
          view,
          clause,
          segment,
          quantity: q,
          start: Math.min(segment.start, q.start),
          end: Math.max(segment.end, q.end),
        },
        'quantity',
      );
      because(draft, 'value', ...q.rules);
      drafts.push(draft);
    }
  }
  return drafts;
}

function describesOther(
  text: string,
  clauseStart: number,
  q: QuantityMention,
  later: QuantityMention,
): boolean {
  const head = text.slice(clauseStart, q.start);
  const between = text.slice(q.end, later.start);
  if (/%/.test(q.unit) || /[、和与及]$/.test(between)) return false;
  return (
    /(?:^|[\u4e00-\u9fff])(?:对|为|支持|面向|针对|组织)$/.test(head) &&
    between.length >= 4 &&
    /(?:发放|聘任|聘请|开展|提供|新增|投入|培训|建设|配备|安排|给予)/.test(between) &&
    !/[、]$/.test(between)
  );
}
