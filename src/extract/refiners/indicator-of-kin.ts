import type { Draft, ExtractionContext } from '../draft.js';
import { isWeak, topicAfter } from './topic.js';

/** Who or what was harmed in what the value before counts: 发生安全生产事故3起，死亡4人. */
const harm = /^(?:造成)?(?:死亡|受伤|轻伤|重伤|失踪|伤亡|死伤|受灾|经济损失|直接经济损失)$/u;
const harmed = /(?:造成)?(?:死亡|受伤|轻伤|重伤|失踪|伤亡|死伤|受灾|(?:直接)?经济损失)$/u;
const mishap = /(?:事故|火灾|灾害|事件|险情|案件|警情|疫情)/u;
/** What a house of some kind holds: 公办幼儿园5所，学位数1610个. */
export const places = /^(?:学|床|泊|车|座|工|托|铺|机)位数?$/u;
const house = /(?:园|院|校|场|中心|所|站|馆|机构|楼|校区|院区)$/u;
const counted = /^[所家个座处间]$/u;

/** A name that only makes sense beside the one before it takes over what it shares with it; null where it does not. */
export function ofKin(
  { text }: ExtractionContext,
  draft: Draft,
  previous: Draft | null,
  rawBefore: string,
  before: string,
): string | null {
  if (!previous || previous.view !== draft.view || previous.indicator === '') return null;
  if (harm.test(before)) {
    const of = previous.indicator.replace(harmed, '');
    if (mishap.test(of)) return `${of}${before}`;
    if (of !== previous.indicator) return null;
  }
  const bare = rawBefore.replace(/^[，、]/u, '');
  // 精神卫生机构8家、床位900张: things of their own.
  if (
    places.test(bare) &&
    !text.slice(previous.valueEnd ?? previous.end, draft.valueStart ?? draft.start).includes('、') &&
    (previous.clause === draft.clause || bare.endsWith('数')) &&
    counted.test(previous.unit ?? '') &&
    house.test(previous.indicator) &&
    draft.view.clauses.indexOf(draft.clause) - draft.view.clauses.indexOf(previous.clause) <= 1
  )
    return `${previous.indicator}${bare}`;
  // 万元产值水耗下降12%、电耗下降7%: the same measure of another thing.
  const own = before.replace(/(?:下降|上升|降低|提高|增长|减少)$/u, '');
  if (
    /^[\u4e00-\u9fff][耗]$/u.test(own) &&
    previous.indicator.length > 4 &&
    previous.indicator.endsWith(own.slice(-1)) &&
    previous.unit === draft.unit
  )
    return `${previous.indicator.slice(0, -2)}${own}`;
  return null;
}

/** 申请量占全市41%，占全省36%: another share of the same thing. */
export function ofSameShare(previous: Draft | null, draft: Draft, before: string): string | null {
  if (!/^约?占/u.test(before) || !previous || previous.view !== draft.view) return null;
  const of = previous.indicator.split(/约?占/u)[0] ?? '';
  return of.length >= 2 ? `${of}${before}` : null;
}

/** 支持甲开发区基础设施建设2.9亿元专项资金: what the money is for stands before it, what it is called behind. */
const fund = /^(?:[\u4e00-\u9fff]{0,4})(?:资金|经费|补助|补贴|奖补|奖励|贴息)$/u;
const goesTo = /(?:支持|用于|资助|扶持|补助)(?:了)?([\u4e00-\u9fff“”]{4,40})$/u;
/** 对完成加装的电梯，给予一次性20万元的补助: whom a grant is for. */
const granted = /^(?:对|对于|凡)([^，]{4,40})$/u;

export function ofMoney(
  context: ExtractionContext,
  draft: Draft,
  rawBefore: string,
  before: string,
  after: string,
): string | null {
  const { text } = context;
  if (!/元$/u.test(draft.unit ?? '')) return null;
  const { clause, view } = draft;
  // 其中：落实中央预算内投资0.38亿元，实施了…中心建设项目: what this part of the money is for.
  if (
    after === '' &&
    /其中[：，]?$/u.test(text.slice(Math.max(view.start, clause.start - 3), clause.start)) &&
    /(?:投资|资金|补助|经费)$/u.test(before)
  ) {
    const next = topicAfter(context, draft);
    if (next) return `${next}${before}`;
  }
  if (!fund.test(after)) return null;
  const to = goesTo.exec(rawBefore)?.[1];
  if (to && !isWeak(to)) return `${to}${after}`;
  if (!/(?:给予|予以|发放)[^，]{0,6}$/u.test(rawBefore) || after.length > 4) return null;
  const at = draft.view.clauses.indexOf(draft.clause);
  for (const clause of draft.view.clauses.slice(Math.max(0, at - 3), at).reverse()) {
    const whom = granted.exec(text.slice(clause.start, clause.end))?.[1];
    if (whom) return `${whom}${after}`;
  }
  return null;
}

/** 涉及居民楼797栋、33970户、288万平方米: further measures of what all of them are of. */
const measured: Readonly<Record<string, string>> = {
  户: '涉及户数',
  平方米: '涉及面积',
  万平方米: '涉及面积',
  人: '涉及人数',
  万人: '涉及人数',
  栋: '涉及楼栋',
  幢: '涉及楼栋',
};
const takesIn = /^(?:共|总|总共)?(?:涉及|惠及|覆盖|包括|包含)/u;
export function ofWholeList(
  { text }: ExtractionContext,
  draft: Draft,
  previous: Draft | null,
  rawBefore: string,
): string | null {
  if (!/^[，、]?(?:共计?|约)?$/u.test(rawBefore) || !previous || previous.view !== draft.view) return null;
  const noun = measured[draft.unit ?? ''];
  if (!noun || !/^[，、]/u.test(text.charAt(previous.valueEnd ?? previous.end))) return null;
  const before = /^(.{3,})涉及(?:户数|面积|人数|楼栋)$/u.exec(previous.indicator)?.[1];
  const head =
    before ??
    (takesIn.test(previous.indicator) && previous.previous?.view === draft.view
      ? previous.previous.indicator
      : '');
  return head.length >= 3 && !isWeak(head) ? `${head}${noun}` : null;
}

/** 1座日处理能力25吨的果蔬垃圾处理设施: its size stands between the count and its name. */
export function behindSize({ text }: ExtractionContext, { clause, quantity }: Draft): string | null {
  if (!quantity) return null;
  return behind.exec(text.slice(quantity.end, clause.end))?.[1] ?? null;
}
const size =
  '(?:[日年]?[\\u4e00-\\u9fff]{0,4}(?:能力|规模|面积|容量|功率|投资|高度?|长度?|宽度?|厚度?|直径|口径|瓦数|间距)(?:为|约|达)?\\d[\\d.,]*[万亿千]?(?:[\\u4e00-\\u9fff㎡/]{1,6}|[A-Za-z]{1,3}))';
const behind = new RegExp(
  `^${size}(?:[、，和]${size})*的([\\u4e00-\\u9fff“”]{3,24}?)(?=\\d|[、，；。]|$)`,
  'u',
);

const allDo =
  /^[\u4e00-\u9fff]{2,12}?((?:均|都|已|全面|全部)*(?:实施|开展|推行|实行|参与|参加|接入|建有|设有|配有|建成|配备|安装|设立|开通|完成|实现|通过|纳入)[\u4e00-\u9fff]{3,18})$/u;

/** 16所学校、57所公共机构实施垃圾分类: what all that are counted do stands behind the last. */
export function doneByAll({ text }: ExtractionContext, draft: Draft, after: string): string | null {
  const { quantity, view, clause } = draft;
  if (!quantity || !/^[\u4e00-\u9fff]{2,6}$/u.test(after) || /%|元$/u.test(quantity.unit)) return null;
  const from = view.quantities.indexOf(quantity);
  let at = from;
  for (let next = view.quantities[at + 1]; next && next.end <= clause.end; next = view.quantities[++at + 1]) {
    if (
      next.unit !== quantity.unit ||
      !/^[\u4e00-\u9fff]{2,10}[、和]$/u.test(text.slice(view.quantities[at]?.end, next.start))
    )
      return null;
  }
  const last = view.quantities[at];
  if (
    !last ||
    at === from ||
    !/^[、和]/u.test(text.slice(quantity.end + after.length, quantity.end + after.length + 1))
  )
    return null;
  const act = allDo.exec(text.slice(last.end, clause.end))?.[1];
  return act ? `${after}${act}` : null;
}

/** 甲路至乙路中压管道0.5公里，丙路1.25公里，共计1.75公里: what its parts are, by the first of them, its place left out. */
export function summed(draft: Draft, previous: Draft | null): string {
  let first = previous;
  let parts = 0;
  for (
    let each = previous;
    each && each.view === draft.view && each.unit === draft.unit;
    each = each.previous
  ) {
    first = each;
    parts++;
  }
  if (!first || parts < 2) return '';
  return first.indicator.replace(/^.*[至到][\u4e00-\u9fff]{1,6}?[路街道段巷桥村](?=.{4,})/u, '');
}
