import type { Draft, ExtractionContext } from '../draft.js';
import { stripLeading, stripTrailing, withoutDates } from './indicator-words.js';
import { isWeak } from './topic.js';

/** 14个国家级、119个省级、55个市级产业园: the noun stands on the last alone. */
export function kindOfCommonNoun(context: ExtractionContext, draft: Draft, after: string): string | null {
  if (!/^[\u4e00-\u9fff]{1,3}级(?:（.*)?$/u.test(after) || !draft.quantity) return null;
  const { clause, view, quantity } = draft;
  for (const later of view.quantities) {
    if (later.start <= quantity.end || later.end > clause.end || later.unit !== quantity.unit) continue;
    const noun = /^[\u4e00-\u9fff]{1,3}级(?!以)([\u4e00-\u9fff“”]{2,24})/u.exec(
      context.text.slice(later.end, clause.end),
    );
    if (noun?.[1]) return `${after.replace(/（.*$/u, '')}${noun[1]}`;
  }
  return null;
}

/** The place that a part of a list was told for. */
const placeOf = new WeakMap<Draft, string>();

const sameUnit = (a: string | null, b: string | null): boolean =>
  a === b ||
  [/^[栋幢]$/u, /^[名人位]$/u].some((same) => [a, b].every((unit) => unit !== null && same.test(unit)));

/** 涉及217幢楼、6077户，其中：鸡街5栋，108户；沙甸6栋，138户: each part by its place, what is counted by the unit. */
export function samePart(
  context: ExtractionContext,
  draft: Draft,
  rawBefore: string,
  after: string,
): string | null {
  const { text } = context;
  const { view } = draft;
  const at = draft.valueStart ?? draft.start;
  if (after || !draft.quantity || /%/u.test(draft.unit ?? '')) return null;
  const opens = /其中[：，]|[，；]仅(?=[^，]{2,8}就)|分别(?:是|为)|：(?=[^：]*$)/u.exec(
    text.slice(view.start, at),
  );
  if (!opens) return null;
  const from = view.start + opens.index;
  const own = rawBefore
    .replace(/^[，、；：]*(?:其中)?[：，]?(?:仅|分别)?[是为]?/u, '')
    .replace(/就(?:安排|下达|投入|建成|完成|实施|达到?|有)了?$/u, '');
  if (
    !/^(?:[\u4e00-\u9fff]{2,6})?$/u.test(own) ||
    (/[率比额量值费金数积度类级业]$|[建造新改完成]/u.test(own) && !/[镇乡县区市村]$/u.test(own))
  )
    return null;
  let whole: Draft | null = draft.previous;
  let place: string | null = own.length >= 2 ? own : null;
  for (; whole && whole.view === view; whole = whole.previous) {
    if (whole.start < from && sameUnit(whole.unit, draft.unit)) break;
    if (place === null && whole.start >= from) place = placeOf.get(whole) ?? null;
  }
  if (!whole || whole.view !== view || place === null || whole.indicator.length > 14) return null;
  placeOf.set(draft, place);
  if (place.length >= 4 && place.endsWith(whole.indicator.slice(-2))) return null;
  return `${place}${whole.indicator.replace(/^有(?=.{3})/u, '')}`;
}

/** 龙头企业73户，其中：国家级1户、省级8户: a part named by its kind alone takes the name of the whole. */
export function wholeOfParts(
  context: ExtractionContext,
  draft: Draft,
  rawBefore: string,
  before: string,
  previous: Draft | null,
): string | null {
  const own = before.replace(/^(?:其中)?[：，（]*/u, '');
  if (!previous || previous.view !== draft.view || own.length < 2 || own.length > 5) return null;
  if (!sameUnit(previous.unit, draft.unit) || /[率比额量值]$|面积|资金|投资/u.test(own)) return null;
  const between = context.text.slice(previous.valueEnd ?? previous.end, draft.valueStart ?? draft.start);
  const opens = /其中|：|（/u.test(between) || /其中/u.test(rawBefore);
  if (previous.rules.indicator?.includes('indicator:part-of-whole')) {
    const base = previous.rules.whole?.[0];
    if (!base || between.length > 12 || between.includes('；')) return null;
    draft.rules.whole = [base];
    return joinedToWhole(own, base);
  }
  if (!opens && !/级$/u.test(own)) return null;
  draft.rules.whole = [previous.indicator];
  return joinedToWhole(own, previous.indicator);
}

/** 公共充电桩1231个（直流875桩、交流356桩）: the first part that a bracket opens, by its kind or its place. */
export function firstPart(draft: Draft, rawBefore: string, previous: Draft | null): string | null {
  const own = /（(?:其中)?[：，]?([\u4e00-\u9fffA-Za-z]{2,8})$/u.exec(rawBefore)?.[1];
  if (
    !own ||
    /^(?:含|比|较|包)/u.test(own) ||
    !previous ||
    previous.view !== draft.view ||
    previous.kind !== 'quantity'
  )
    return null;
  if (
    /[%元]/u.test(draft.unit ?? '') ||
    /[元%]/u.test(previous.unit ?? '') ||
    /[率额量值]$|面积|投资|资金|总|占|约|计划|容纳/u.test(own)
  )
    return null;
  draft.rules.whole = [previous.indicator];
  return joinedToWhole(own, previous.indicator);
}

/** 立体泊位 of 公共泊位 says all; 国家级 of 农业产业化龙头企业 wants the noun. */
function joinedToWhole(own: string, whole: string): string {
  const kind = own.endsWith('级') ? whole.lastIndexOf('级') : -1;
  if (kind >= 0 && kind < whole.length - 1) return own + whole.slice(kind + 1);
  return own.length >= 4 && whole.endsWith(own.slice(-2)) ? own : `${own}${whole.slice(-6)}`;
}

/** 投资553亿元、研发投入133亿元，分别增长10.6%、10.3%: as many values in the clause before as here. */
function countedBefore(draft: Draft, count: number): Draft[] {
  const found: Draft[] = [];
  for (let each = draft.previous; each && each.view === draft.view; each = each.previous)
    if (each.clause !== draft.clause) {
      if (found[0] && found[0].clause !== each.clause) break;
      found.unshift(each);
    }
  if (found.length === count) return found;
  return draft.unit === '%' ? countedOneByOne(draft, count) : [];
}

/** 发生事故3起，死亡4人，同比分别下降50%、42.9%: as many values, each in a clause of its own, as the sentence has before. */
function countedOneByOne(draft: Draft, count: number): Draft[] {
  const found: Draft[] = [];
  for (let each = draft.previous; each && each.view === draft.view; each = each.previous)
    if (each.clause !== draft.clause) {
      if (each.unit === '%' || found.some(({ clause }) => clause === each.clause)) return [];
      found.unshift(each);
    }
  return found.length === count ? found : [];
}

/** What names of pollutants, crops and the like share at the end of a list. */
const sharedHead = /(?:排放总量|排放量|(?:年均)?浓度|总产量|产量|种植面积|播种面积|存栏量|出栏量)$/u;

/** 城镇和农村居民收入分别增长5%、7%: the k-th value goes with the k-th name. */
export function distributed(context: ExtractionContext, draft: Draft, before: string): string | null {
  const { text } = context;
  const { view, clause } = draft;
  const body = text.slice(clause.start, clause.end);
  const mark = body.indexOf('分别');
  if (mark < 0) return null;
  const values = view.quantities.filter((q) => q.start >= clause.start + mark && q.end <= clause.end);
  const index = draft.quantity ? values.indexOf(draft.quantity) : -1;
  if (index < 0 || values.length < 2) return null;
  const head = stripLeading(
    withoutDates(context, draft, { start: clause.start, end: clause.start + mark })
      .replace(/^.*[：]/u, '')
      // 比132.4万吨、14.56万吨分别减少…: what is compared with.
      .replace(/[比较](?:上年|去年|同期)?[底末]?的?\d.*$/u, ''),
  );
  const parts = splitNames(head, values.length);
  const rate = /^[^、]*(?:率|比例|占比)(?:（[^）]*）)?$/u.test(head);
  const counted =
    parts.length === values.length || !(isWeak(head) || rate) ? [] : countedBefore(draft, values.length);
  const kth = counted[index];
  // 分别为国家级2项、省级7项: each has its own name.
  if (
    !kth &&
    head === '' &&
    before.length >= 2 &&
    !isWeak(before) &&
    !/^(?:增长|下降|提高|减少|上升|降低)/u.test(before)
  )
    return null;
  if (kth) return `${kth.indicator}${head.replace(/^(?:同比|较上年|比上年)|增长|下降/gu, '')}`;
  if (parts.length !== values.length) return index === 0 ? null : stripTrailing(head) || before;
  const name = parts[index] ?? '';
  const tail = parts.at(-1) ?? '';
  // The common tail stands on the last part alone: 城镇|农村常住居民人均可支配收入.
  const whole = name.length >= 4 && (tail.endsWith(name.slice(-2)) || tail.startsWith(name.slice(0, 2)));
  // 京津冀地区、长三角地区煤炭消费量: what follows the kind of place on the last.
  const kind = /(?:地区|区域|流域|省|市|县|区|州)$/u.exec(name)?.[0];
  const place = kind ? tail.lastIndexOf(kind) : -1;
  if (index < parts.length - 1 && kind && place > 0 && tail.length > place + kind.length)
    return stripTrailing(name + tail.slice(place + kind.length));
  const common =
    index < parts.length - 1 && tail.length > name.length && !whole
      ? (sharedHead.exec(tail)?.[0] ?? tail.slice(Math.min(name.length, 2)))
      : '';
  return stripTrailing(name + common);
}

const waysToSplit = [/、|(?<![总共饱])和(?![谐美平])|与|以及|(?<![普涉以顾])及(?!以)/u, /、/u, /、|和/u];

/** Splits coordinated names; 普及率, 涉及, 和谐 hold no conjunction. The split that gives as many names as values wins. */
function splitNames(head: string, count: number): string[] {
  // Without so many conjunctions no split gives so many.
  if ((head.match(/[、和与及]/gu)?.length ?? 0) < count - 1) return head.split('、');
  for (const way of waysToSplit) {
    const parts = head.split(way);
    if (parts.length === count) return parts;
  }
  return head.split('、');
}
