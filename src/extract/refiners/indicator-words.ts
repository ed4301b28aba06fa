import type { Span } from '../../domain/source-text.js';
import { removing } from '../../text/pattern/prefilter.js';
import type { Draft, ExtractionContext } from '../draft.js';
import { leadingNoise, trailingNoise } from '../lexicon/verbs.js';

const maxLength = 60;

/** A stretch without its date expressions and without （…） that hold no words of the indicator. */
export function withoutDates(context: ExtractionContext, draft: Draft, span: Span): string {
  let out = '';
  let at = span.start;
  for (const date of draft.view.dates) {
    if (date.start < at || date.end > span.end || date.start < span.start) continue;
    // 每年 and the like say how often, never what.
    out += context.text.slice(at, date.start);
    at = date.end;
  }
  return out + context.text.slice(at, Math.max(at, span.end));
}

/** 我县现共有村卫生室72个; 有机, 有效, 有需求 and the like keep theirs. */
const thereIs =
  /^(?:现|共)*有(?![机效序关限条偿线色害毒轨声形无望名力益需意志]|[^，]*(?:率|比例|比重|占比)$)(?=[\u4e00-\u9fff“]{3})/u;
/** 有培训需求的残疾人: which ones, unless 现 or 共 says that they are counted. */
const ofWhich = /^有[^，]*的/u;
const isCounted = /[现共]$/u;

const withoutFirst = removing([
  /^[）)①-⑳⑴-⒇]+/u,
  /^[，、；]*(?:和|与|及|以及|或)(?![谐美平])/u,
  // 15个农村幸福院建设 in 15个农村幸福院建设已完成8个: of how many is not what.
  /^\d[\d.]*[万亿]?[个家所条场件处座项户名台辆张](?=[\u4e00-\u9fff]{4})/u,
  // 三年改造户厕240万户: how long it takes.
  /^(?:[一二三四五两六七八九十]|\d{1,2})年(?:内|间|累计|共)?(?=[\u4e00-\u9fff]{4})(?!级|期|制|行动|计划|攻坚)/u,
  // 两年以后达到, 届时可: when.
  /^[，、]?(?:(?:[一二两三四五六七八九十]年)?(?:以后|之后|此后)|届时|春季|夏季|秋季|冬季)(?=(?:达到?|已|可|再|还|将|力争|每|起|先|完成|新增|提高|$))/u,
  // 自受理之日起: from when it runs.
  /^[，、]?自[^，]{1,8}之日起(?=.{2})/u,
  // 但因均价每斤涨了18元: why.
  /^[，、]?(?:但|而|且)?(?:因|由于)(?=[\u4e00-\u9fff]{2,4}(?:每|上?涨|下?降|增|减))/u,
  // 县城管局还将给我镇调配压缩车: who gives what to whom.
  /^[，、]?(?:[\u4e00-\u9fff]{2,8}(?:[局委办厅部院]|中心))?(?:还|也)?(?:将|要|再)?(?:给|为|向)我[省市县区镇乡村局][\u4e00-\u9fff]{0,2}?(?:调配|配备|安排|拨付|下拨|增配|增加)/u,
  // 由财政局牵头拿出管理办法: who leads.
  /^[，、]?由[\u4e00-\u9fff、]{2,16}?(?:牵头|负责|会同[\u4e00-\u9fff、]{2,16}?(?:局|委|部|厅|办))(?:在)?(?:拿出|制定|研究制定|出台|提出|起草)(?=.{2})/u,
  // 市住建局务必取得环评批复: who is told to.
  /^[，、]?[\u4e00-\u9fff、]{2,24}?(?:局|委|办|中心|公司|分局)务必(?:要)?(?:取得|完成|拿到)?(?=.{2})/u,
  // 一要全面建成.
  /^[一二三四五六七八九十](?:要|方面)(?=.{2})/u,
  /^(?:到目前为止|截至目前|截止目前|目前|今年以来|累计|先后|共计|已经?(?!婚))+/u,
]);

export function stripLeading(words: string): string {
  let rest = withoutFirst(words);
  for (;;) {
    const next = rest.replace(leadingNoise, '');
    // 建设规模: a short rest keeps the verb that it needs.
    if (next === rest) {
      const before = words.slice(0, words.length - rest.length);
      const bare = rest.replace(/^了(?=.{2})/u, '');
      return ofWhich.test(bare) && !isCounted.test(before) ? bare : bare.replace(thereIs, '');
    }
    if (next.length < 3 && /^[\u4e00-\u9fff]{2}/u.test(rest)) return rest;
    rest = next;
  }
}

export function stripTrailing(words: string): string {
  let rest = words;
  for (;;) {
    const next = rest.replace(trailingNoise, '');
    if (next === rest || next.length < 1) return next.length < 1 ? rest : next;
    // 上级补助: a noun that the rest cannot do without.
    if (next.length < 3 && /(?:补助|投入|建设)$/u.test(rest)) return rest;
    rest = next;
  }
}

/** 国体认证的高标准的健身器材: of a row of attributes the noun alone. */
export const withoutAttributes = (words: string): string =>
  words.replace(/^[\u4e00-\u9fff]{2,8}的[\u4e00-\u9fff]{1,5}的(?=[\u4e00-\u9fff]{3,}$)/u, '');

export function clip(words: string): string {
  // What is left of （2013—2017年）.
  const named = words.replace(/（）/gu, '');
  return named.length > maxLength ? named.slice(0, maxLength) : named;
}

/** 县教育园区总投资 without 总投资: what is measured, whatever was measured of it. */
export function withoutMeasure(indicator: string): string {
  let rest = indicator;
  for (;;) {
    const next = rest.replace(
      /(?:开工|完工|竣工|完成|(?:总|计划|年度|累计|完成|估算|概算)+投资额?|(?<=项目|工程|建设|改造|中心|公路|园区|医院|学校|基地|水库|治理|管网|道路)投资|投入|建成|整治|溯源|全长|总长|长|[占用]地(?:面积)?|(?:总|建筑|绿化)+面积|概算|概算总投资)$/u,
      '',
    );
    if (next === rest || next.length < 2) return rest;
    rest = next;
  }
}
