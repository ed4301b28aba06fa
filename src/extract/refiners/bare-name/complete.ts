import type { Draft, ExtractionContext } from '../../draft.js';
import { because } from '../../draft.js';
import { clip } from '../indicator-words.js';
import { namedHere } from '../topic.js';
import { onlyDone, onlyEach, onlyPaper, onlyPart, onlyRate, onlyWhere } from './bareness.js';
import { isBare, itemsBefore, remember, stem } from './items-before.js';
import { headed, object, ownHeading, planned } from './topic-words.js';

const isMoney = (unit: string | null): boolean => /元$/u.test(unit ?? '');
const isShare = (unit: string | null): boolean => /^(?:%|‰|成)$/u.test(unit ?? '');
const sameKind = (a: string | null, b: string | null): boolean =>
  a === b ||
  (isMoney(a) && isMoney(b)) ||
  (/[个所处座家间]$/u.test(a ?? '') && /[个所处座家间]$/u.test(b ?? ''));

/** 达到或超过序时进度, 每平方公里公厕: names that tell how far or how thick, not of what. */
const namesNone = /^(?:达到|超过|按|已|未|正|新发现|其中)|每|超期/u;

/** Of the items before it, the nearest with a name that fits. */
function nearest(draft: Draft, fits: (item: Draft) => boolean): string {
  for (const item of itemsBefore(draft)) {
    const { indicator } = item;
    if (item.kind !== 'quantity' || indicator.length < 2 || isBare(indicator) || namesNone.test(indicator))
      continue;
    if (fits(item)) return indicator;
  }
  return '';
}

/** 2万亩…，今年任务5000亩: the same thing is counted on. */
const sameCounted = (draft: Draft): string =>
  isShare(draft.unit) ? '' : stem(nearest(draft, ({ unit }) => sameKind(unit, draft.unit)));

/** What a cost, a rate or a part is of: the thing counted last in its sentence, no money and no share. */
const counted = (draft: Draft): string =>
  stem(nearest(draft, ({ unit, view }) => view === draft.view && !isMoney(unit) && !isShare(unit)));

const rateTail = /(?:[\u4e00-\u9fff]{2}率|占比|比例)$/u;
/** 建议、提案办结率100%、满意率98%: what the rate before was of. */
function rated({ previous, view }: Draft): string {
  if (!previous || previous.view !== view || isMoney(previous.unit) || namesNone.test(previous.indicator))
    return '';
  if (isShare(previous.unit) && !rateTail.test(previous.indicator)) return '';
  const of = isShare(previous.unit) ? previous.indicator.replace(rateTail, '') : stem(previous.indicator);
  return of.length >= 2 ? of : '';
}

const where =
  /^(?:城镇|城市|城区|主城区|中心城区|县城|乡镇|农村|平原区?|山区|丘陵区?)|(?:平原区?|山区|丘陵区?|城镇|城市|城区|农村|餐饮用户|居民用户)$/u;
/** 城市社区助餐服务覆盖率达到95%，农村力争70%: the same of another place. */
function elsewhere({ previous, view, unit }: Draft): string {
  if (!previous || previous.view !== view || previous.unit !== unit || previous.kind !== 'quantity')
    return '';
  const of = previous.indicator.replace(where, '');
  return of.length >= 3 ? of : '';
}

const house = /(?:园|院|校|[小中]学|场|中心|所|站|馆|楼|校区|院区|病区|医院|平台|市场)$/u;
const placesIn = /(?:停?车位|泊位|[学床摊铺席]位|商铺)$/u;
const spent = /^(?:实际|已|累计|共)*(?:支出|支付|兑付|拨付|节约|结余|到位|发放|使用)/u;
const goesOn = /^(?:首期|首批|余下|其余|剩余|另)/u;

/** 班额由A降至B, 12345热线15秒接通率: the clause's own head, cut off by a number of its own. */
function ownHead({ text }: ExtractionContext, { clause, segment }: Draft): string {
  const head = text.slice(clause.start, segment.start);
  const turned = /^([^，、\d]{2,14}?)(?:由|从)[^，、；]*$/u.exec(head)?.[1];
  if (turned) return turned;
  return head.length >= 3 &&
    head.length <= 12 &&
    /[\u4e00-\u9fff]{2}/u.test(head) &&
    !/[，、；：）]/u.test(head)
    ? head
    : '';
}

/** Joins a topic and the words that need it, what they share said once. */
function joined(topic: string, own: string): string {
  if (topic === '' || topic.includes(own)) return topic || own;
  return own.includes(topic) ? own : `${topic}${own}`;
}

function ofEach(context: ExtractionContext, draft: Draft, own: string): string {
  const whose = draft.per?.replace(/^平均/u, '') ?? '';
  const rest = own
    .replace(whose, '')
    .replace(/^(?:按|使|确保|保证|平均|原则上|维持)+/u, '')
    .replace(/^每[个座所处台户村镇乡县家名位室站校班](?:[\u4e00-\u9fff]{0,6}(?=补助|补贴|限领|投资|$))?/u, '')
    .replace(/^平均/u, '');
  if (rest.length >= 2 && !onlyDone(rest) && !/^(?:补助|补贴|限领|投资)$/u.test(rest)) return rest;
  const of = isMoney(draft.unit)
    ? counted(draft) || ownHeading(context, draft.view)
    : object(context, draft) || sameCounted(draft);
  return joined(of || headed(context, draft.view), rest);
}

function ofPart(context: ExtractionContext, draft: Draft, own: string): string {
  if (!placesIn.test(own)) {
    const of =
      ownHead(context, draft) || object(context, draft) || namedHere(context, draft) || counted(draft);
    return joined(of || headed(context, draft.view), own);
  }
  const noun = placesIn.exec(own)?.[0] ?? own;
  const place = stem(
    nearest(draft, ({ indicator, view }) => view === draft.view && house.test(stem(indicator))),
  );
  const of = place || namedHere(context, draft) || headed(context, draft.view);
  return of ? joined(of, noun) : '';
}

function ofDeed(context: ExtractionContext, draft: Draft, own: string): string {
  const { text } = context;
  const { previous } = draft;
  const rest = own.replace(/^全[国省市县区]/u, '').replace(/实际/gu, '');
  const before = previous?.view === draft.view && previous.kind === 'quantity' ? previous : null;
  if (goesOn.test(text.slice(draft.clause.start, draft.clause.start + 2))) {
    const whole = stem(nearest(draft, ({ unit }) => sameKind(unit, draft.unit)));
    if (whole) return joined(whole, rest);
  }
  if (before && isMoney(before.unit) && spent.test(own)) return joined(before.indicator, rest);
  const turned = ownHead(context, draft);
  if (turned && !isBare(turned)) return joined(turned, rest);
  if (isMoney(draft.unit)) {
    const granted =
      before && isMoney(before.unit) && before.per
        ? before.indicator.replace(/每[\u4e00-\u9fff]补$/u, '补助')
        : '';
    return joined(
      granted || ownHeading(context, draft.view) || counted(draft) || headed(context, draft.view),
      rest,
    );
  }
  return joined(
    object(context, draft) || sameCounted(draft) || planned(context, draft) || headed(context, draft.view),
    rest,
  );
}

/**
 * Gives a name that says nothing alone the topic that governs it: the thing counted before, what the clause before acts on,
 * what the plan told of plans, else the heading of its point.
 */
export function completeName(context: ExtractionContext, draft: Draft): void {
  const own = draft.indicator;
  const topic = topicFor(context, draft, own);
  remember(draft);
  if (topic === '' || topic === own) return;
  draft.indicator = clip(topic);
  because(draft, 'indicator', 'indicator:governed');
}

function topicFor(context: ExtractionContext, draft: Draft, own: string): string {
  if (draft.kind === 'milestone')
    return onlyPaper(own) ? joined(counted(draft) || headed(context, draft.view), own) : '';
  if (draft.kind !== 'quantity') return '';
  if (onlyWhere(own)) {
    const of = elsewhere(draft);
    return of ? `${own}${of}` : '';
  }
  if (onlyRate(own))
    return joined(ownHead(context, draft) || rated(draft) || headed(context, draft.view), own);
  if (onlyPart(own)) return ofPart(context, draft, own);
  if (onlyEach(own)) return ofEach(context, draft, own);
  return onlyDone(own) ? ofDeed(context, draft, own) : '';
}
