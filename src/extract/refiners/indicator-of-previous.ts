import type { Draft, ExtractionContext } from '../draft.js';
import { stripLeading, withoutDates } from './indicator-words.js';

/** …10家；五是争取上级科技资金支持，确保超过6000万元: another point has begun, whose own words before the value name it. */
export function ownPoint(context: ExtractionContext, draft: Draft, previous: Draft | null): string {
  const { text } = context;
  const { view, clause } = draft;
  if (!previous || previous.view !== view) return '';
  const between = text.slice(previous.valueEnd ?? previous.end, clause.start);
  const neighbour = view.clauses[view.clauses.indexOf(clause) - 1];
  if (!between.includes('；') || neighbour?.mark !== '，' || neighbour.start < previous.end) return '';
  // 荷花污水处理厂完成场坪，正在建设挡土墙，完成投资340万元: the point's own head names it.
  const from = (previous.valueEnd ?? previous.end) + between.lastIndexOf('；');
  const first = view.clauses.find((each) => each.start > from);
  const head =
    first &&
    first.start < neighbour.start &&
    /^(?:正在|现|已|目前|并|也|还)/u.test(text.slice(neighbour.start, neighbour.start + 2))
      ? /^[\u4e00-\u9fff]{2,20}?(?:工程|项目|中心|医院|学校|厂|站|公园|道路|公路|管网|水库|基地|小区|大桥|楼|院|馆|园)(?=[已完正开建主基])/u.exec(
          text.slice(first.start, first.end),
        )
      : null;
  if (head) return head[0];
  const words = stripLeading(
    withoutDates(context, draft, neighbour).replace(/^[一二三四五六七八九十]+是/u, ''),
  );
  return words.length >= 4 && words.length <= 20 ? words : '';
}

export function coverer(context: ExtractionContext, draft: Draft): string | null {
  const head = context.text.slice(draft.clause.start, draft.quantity?.start ?? draft.clause.start);
  return /^([^，；\d]{2,20}?(?:覆盖|惠及))(?!率|面)/u.exec(head)?.[1] ?? null;
}

export function countedTogether(
  context: ExtractionContext,
  draft: Draft,
  before: string,
  after: string,
): string | null {
  const { quantity, view, clause } = draft;
  if (!quantity || after.length !== 1 || before.length >= 2) return null;
  const next = view.quantities[view.quantities.indexOf(quantity) + 1];
  if (!next || next.end > clause.end || context.text.slice(quantity.end, next.start) !== `${after}、`)
    return null;
  const noun = /^[\u4e00-\u9fff]{3,24}/u.exec(context.text.slice(next.end, clause.end))?.[0];
  return noun ? `${noun}${after}` : null;
}

/** How far something is, of what was named before. */
const states =
  /^(?:已|未|正在|现已|均|全部|全面|基本)*(?:完成|完工|开工|竣工|建成|实施|投用|启动|办结|履约)$/u;

/** 38项，其中5项已完成; 到位资金120亿元，完成任务数132亿元的90.8%: what was counted before is told of again. */
export function ofPrevious(
  context: ExtractionContext,
  draft: Draft,
  previous: Draft | null,
  rawBefore: string,
  after: string,
): string | null {
  if (!previous || previous.view !== draft.view || !draft.quantity) return null;
  const between = context.text.slice(previous.valueEnd ?? previous.end, draft.quantity.start);
  if (between.includes('；') || between.includes('。')) return null;
  if (
    /^[个项件条座所处]$/u.test(draft.unit ?? '') &&
    states.test(after) &&
    /^[，、]?(?:其中)?[，]?$/u.test(rawBefore)
  )
    return `${previous.indicator.replace(/已?(?:完成|完工|开工|竣工|建成)$/u, '')}${after}`;
  const task = /^[，、]?完成[^，；]{0,12}?((?:任务|目标|计划)数?)[^，；]{0,14}的$/u.exec(rawBefore)?.[1];
  return task && draft.unit === '%' ? `${previous.indicator}完成${task}` : null;
}

/** 98个项目，复工率100%，完成投资78亿元: a bare rate is no name; what it was told of is. */
export function ofWhat(previous: Draft): Draft {
  let each = previous;
  while (
    /^[\u4e00-\u9fff（）]{0,6}(?:工|用|改|成|结|产)率$/u.test(each.indicator) &&
    each.previous?.view === each.view
  )
    each = each.previous;
  return each;
}

/** 投资5000万元，改造40公里，投资4000万元，…: whether the money comes before what it is for. */
function moneyFirst({ text }: ExtractionContext, { view, quantity }: Draft): boolean {
  const from = view.start + text.slice(view.start, quantity?.start ?? view.end).lastIndexOf('其中') + 1;
  const first = view.quantities.find((q) => q.start >= from);
  return first !== undefined && /元$/u.test(first.unit);
}

/** 大中修工程5条74公里，投资1574万元，…: the money is for what the clause before it measures. */
export const afterMeasure = (context: ExtractionContext, draft: Draft, previous: Draft | null): boolean =>
  previous !== null &&
  !moneyFirst(context, draft) &&
  previous.view === draft.view &&
  previous.kind === 'quantity' &&
  !/[元%]/u.test(previous.unit ?? '') &&
  draft.view.clauses.indexOf(draft.clause) - draft.view.clauses.indexOf(previous.clause) === 1;
