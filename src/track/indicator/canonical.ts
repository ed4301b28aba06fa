import { synonyms } from '../lexicon/synonyms.js';

/** Bracketed words that tell things apart (二期, 县级) stay; the rest explain (（PM2.5）, （管控）). */
const tellsApart = /[一二三四五]期|级|新建|改建|男|女|城|乡|县|市/u;

const squeeze = (text: string): string =>
  text
    .replace(/帐(?=户|号|单|款)/gu, '账')
    // “宁静小区”中1家
    .replace(/(?<=”)中$/u, '')
    // 前三季度新建停车位, where the quarters were taken for the day
    .replace(/^前(?=(?:新[建增改]|完成|建成|开工|改造|累计|实现)[\u4e00-\u9fff]{2})/u, '')
    // 1-10月项目累计完成投资
    .replace(/^(?:1|一|元)月?份?[—\-–~至到]\d{0,2}(?:月份?)?(?=[\u4e00-\u9fff]{2})/u, '')
    .replace(/[\s“”"'‘’「」『』《》〈〉]/gu, '')
    .replace(/[［[]\d+[］\]]/gu, '')
    .replace(/（([^（）]*)）/gu, (_, inner: string) => (tellsApart.test(inner) ? inner : ''));

/** Length and effort words at the front, adverbs at the end: no part of what is measured. */
const front =
  /^(?:其中|各类|全[市省县区州旗镇社]会?|[—-]|已|我[市省县区]|本[市县区]|[一二两三四五六七八九十]+年(?:来)?(?:累计|共|内|计划|完成)?|累计|年内|全年|当年|年度(?!产量)|我们|将|确保|力争|目前|已|的)+/u;
const back =
  /(?:首次|平均值?|均值|为|较|比|同比|环比|同期|可比|预计|已经|实现了?|原则上|累计|年均|合计|达到?|提高到?|控制在.*|(?<=.{2})增长(?:预期)?目标|的?目标(?:任务)?|(?<!行动|工程)计划|[一二两三四五]年(?:内|间|累计)?|(?:提高到|提升到|达到|到|为)?每[生人床户名亩餐]{1,2}|平|仅|约|已|由|从|的?\d+(?:\.\d+)?(?:%|‰|[万亿]?[元人个家张所])?|[，、：—-])+$/u;

/** Names that mean one thing when they stand alone, and another inside a longer one (集体经济). */
const wholeNames: ReadonlyMap<string, string> = new Map(
  ['经济', '经济增速'].map((name) => [name, '地区生产总值']),
);

/** 整治工作已提前完成总目标任务: how far it is, no part of the name. */
const howFar =
  /(?:工作|任务|工程|项目)*(?:已经?|均|都)+(?:提前|超额|全部|全面|圆满|如期|顺利|陆续)*(?:完成|实现|达到|建成|投用|竣工|完工|开工)(?:[总全年度既定]*(?:目标|任务|计划)(?:任务|数)?|总|使用|改造|建设)?$/u;
/** 心理健康进校园原计划为学生开展讲座: what stands before the plan is the programme that it belongs to. */
const planned = /^.{2,}原计划(?:全年|[一二三四]季度|年内|累计)?(?=.{4,}$)/u;

/** Without a stretch, where a name of two characters or more remains. */
function shortened(text: string, stretch: RegExp): string {
  const rest = text.replace(stretch, '');
  return rest.length >= 2 ? rest : text;
}

/**
 * One wording for the wordings of one indicator: quotation marks, explanations in brackets and length words left out,
 * synonyms replaced. 县域内就诊率 and 县域就诊率 give the same text.
 */
export function canonical(indicator: string): string {
  let text = squeeze(indicator).replace(
    /^每[十百千万\d]*(?:名|位)?(?:常住|户籍)?(?:人口|居民|人)(?:拥有|的)?/u,
    '',
  );
  text = shortened(shortened(text, planned), howFar);
  text = text.replace(synonyms.regex, (word) => synonyms.canonical.get(word) ?? word);
  for (;;) {
    const next = text.replace(front, '').replace(back, '');
    if (next === text || next.length < 2) return wholeNames.get(text) ?? text;
    text = next;
  }
}

/** Words of a clause, heading or title made comparable with a canonical indicator. */
export function canonicalText(text: string): string {
  return squeeze(text).replace(synonyms.regex, (word) => synonyms.canonical.get(word) ?? word);
}

/** Pairs of neighbouring characters, by which an index finds likely indicators. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) grams.add(text.slice(i, i + 2));
  return [...grams];
}
