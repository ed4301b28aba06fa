import type { Item } from '../../domain/item.js';
import { unitAt } from '../../extract/values/unit.js';
import type { Outline } from '../../text/outline/block.js';
import { headingText } from '../../text/outline/outline.js';
import { canonical, canonicalText } from '../indicator/canonical.js';
import { differenceOf } from '../indicator/difference.js';
import {
  actionWords,
  begunOnly,
  lowerIsBetter,
  neitherIsBetter,
  takenAway,
  takenAwayShare,
} from '../lexicon/action-words.js';
import { elliptic } from '../lexicon/indicator-words.js';
import { type Denominator, denominatorOf } from './denominator.js';
import { type Measure, measureOf } from './measure.js';
import { type LeadingWords, type Nature, natureOf, signOf } from './nature.js';
import type { Passage } from './passage.js';
import { otherPlace, placeKey } from './place.js';
import { type Restated, restates } from './restated.js';

/** One item read for comparison: plain JSON, a function of the item and its document. */
export interface Fact {
  readonly item: Item;
  /** Canonical indicator. */
  readonly key: string;
  /** Canonical words around it that may complete a shorter name. */
  readonly ambient: string;
  /** For a key that says too little alone (惠及居民): the words of the sentence before it. */
  readonly topic: string | null;
  readonly nature: Nature;
  readonly measure: Measure;
  readonly denominator: Denominator | null;
  /** Value in the measure's base unit, with its sign; the upper end where it is a range. */
  readonly value: number;
  readonly valueMax: number | null;
  /** What a growth counts from: a year, the year before, or unknown (五年累计增长). */
  readonly base: number | 'previous' | 'unknown' | null;
  /** 由300张增加到350张: 300 in the base unit. */
  readonly baseline: number | null;
  /** 各市县至少1家: each of many has it. */
  readonly each: string | null;
  readonly direction: 'up' | 'down' | 'level';
  /** new or renew, where the words say which. */
  readonly action: string | null;
  readonly begun: boolean;
  /** Another place named as the one that the figure is of. */
  readonly place: string | null;
  readonly restated: Restated;
  readonly words: LeadingWords;
}

/** 2.改造老旧小区300个: a list's mark is no word. */
const unmarked = (words: string): string =>
  words.replace(
    /^\s*(?:\d{1,2}(?:[.．、](?!\d)|\s+(?=[\u4e00-\u9fff]))|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳●◆■]|[一二三四五六七八九十]{1,3}、)\s*/u,
    '',
  );

function leadingWords(text: string, passage: Passage, previousEnd: number | null): LeadingWords {
  const { sentence, clause, valueStart } = passage;
  const { block } = sentence;
  // A cell that holds a figure alone: the cells before it say of what.
  if (block.kind === 'row' && valueStart === clause.start && valueStart === sentence.start) {
    const own = unmarked(text.slice(block.start, valueStart).trim());
    return { own, clause: own, sentence: own };
  }
  const from = Math.max(clause.start, previousEnd ?? 0);
  return {
    own: unmarked(text.slice(Math.min(from, valueStart), valueStart)),
    clause: unmarked(text.slice(clause.start, valueStart)),
    sentence: unmarked(text.slice(sentence.start, valueStart)),
  };
}

const rising =
  /(?:由|从)[^，；。]{0,12}?(\d+(?:\.\d+)?)(?=[^，；。]{0,16}(?:到|至|为|成)(?:了)?(?:每[^，；]{0,6})?$)/u;

/** Where a change began, in the base unit: 由300张增加到350张. */
function baselineOf(words: LeadingWords, measure: Measure): number | null {
  const match = rising.exec(words.own);
  if (!match?.[1]) return null;
  const unit = unitAt(words.own, match.index + match[0].length)?.unit ?? '';
  const value = Number(match[1]);
  if (unit === '') return value * measure.factor;
  const read = measureOf(unit);
  return read.dimension === measure.dimension ? value * read.factor : null;
}

function baseOf(words: LeadingWords): Fact['base'] {
  const year = /(?:比|较|与|相比|以)(20\d\d)年/u.exec(words.clause)?.[1];
  if (year) return Number(year);
  return /累计|[五三四两]年来|[五三四两]年(?:累计)?增长|以来/u.test(words.clause) ? 'unknown' : 'previous';
}

/** 总投资10亿元以上项目9个: the first number only says which projects. */
const isCondition = (item: Item, measure: Measure, after: string): boolean =>
  /以[上下]$/u.test(item.valueText ?? '') &&
  !['count', 'ratio', 'persons', 'visits', 'households'].includes(measure.dimension) &&
  /^[\u4e00-\u9fff]{2}/u.test(after);

/** 接种疫苗愿接尽接、培训养育照护师资: a verb after the mark begins another work. */
const nextWork =
  /^[^、]{5,}[^建改造、]、((?:培训|培养|新建|新增|建成|开展|推出|发放|举办|打造|配备)[^、]{4,})$/u;

/** 播种面积保持稳定、年度产量首次突破: what stands before the mark has its own predicate. */
const lastNamed = (indicator: string): string =>
  /(?:稳定|提高|增长|下降|扩大|提升|增加|减少|好转|改善|领先|前列|第一|新高)、([^、]{2,})$/u.exec(
    indicator,
  )?.[1] ??
  nextWork.exec(indicator)?.[1] ??
  indicator;

const distributive =
  /(?:各|每个?|每[一家所座村镇乡县区市])(?!类|级|项|方|年|季|月|周|万|千|百|十|位|户|亩|生|人|名|种|界|族)([^，；。、\d至均都各每]{1,10})/u;

/** 229个老旧小区已开工改造. */
const begunAfter =
  /^[^，；。、\d]{0,16}(?:已|均|全部|正在|陆续)(?:全面|全部|陆续|相继)?(?:开工|启动|动工|进场)(?![^，；。]*(?:完工|竣工|建成|完成))|^[^，；。、\d]{0,16}(?:持续|正在|有序|加快|全力|全面|扎实|稳步|顺利|按计划|按序时)(?:推进|实施|建设|进行)/u;

/** 改造60个，已全部开工: the next clause says no more than that. */
const begunNext =
  /^[^，。；\d]{0,16}，(?:目前|现|均|都|已)+(?:全部|全面|陆续|均|相继)*(?:开工|启动|动工|进场)(?![^；。]*(?:完工|竣工|建成|完成))/u;

/** 青槐地区生产总值 in a document of 青槐市: whose it is goes without saying. */
function ownName(key: string, own: string | null): string {
  const name = own === null ? '' : placeKey(own);
  const rest = key.startsWith(own ?? '|')
    ? key.slice(own?.length)
    : key.startsWith(name)
      ? key.slice(name.length)
      : key;
  return name.length >= 2 && rest.length >= 4 && !/^[省市县区州镇]/u.test(rest) ? rest : key;
}

/** The title, the headings above, the heading words of its own paragraph. */
function above(outline: Outline, { sentence }: Passage): string[] {
  const headings = [...sentence.block.path, sentence.block.index].map((index) => {
    const block = outline.blocks[index];
    return block ? headingText(outline, block) : '';
  });
  return [outline.meta.title ?? '', ...headings];
}

/** 地区生产总值达到5.5万亿元、稳居全国前十强、增长4.8%: a boast between two figures names nothing. */
const boast =
  /^(?:稳居|位居|居|排名|跃居|列|位列|创|再创|首次)(?:全|历史|新|第|世|国|省|中|同期|近)[^，；]*$/u;

/** What stands above or beside an item and may complete its name. */
function ambientOf(outline: Outline, passage: Passage, words: LeadingWords): string {
  const after = outline.clean.text.slice(passage.valueEnd, passage.clause.end);
  return canonicalText([...above(outline, passage), words.clause, after].join('|'));
}

/** The sentence before an elliptic indicator, with the headings above: what it may belong to. */
function topicOf(outline: Outline, passage: Passage, words: LeadingWords): string {
  const before = words.sentence.slice(0, words.sentence.length - words.own.length);
  // What stands before a semicolon is another matter.
  const own = before.slice(before.lastIndexOf('；') + 1);
  const near = /[\u4e00-\u9fff]{6}/u.test(own) ? own : before;
  const beside = words.own.slice(0, Math.max(0, words.own.lastIndexOf('、')));
  return canonicalText([...above(outline, passage), near, beside].join('|'));
}

/** Words before a value that name nothing: 、增长, ，达到. */
const emptyLead =
  /同比|环比|较上年|比上年|分别|增长|下降|提高|减少|增加|达到?|为|约|超过?|突破|年均|并|且|已|了|至|到|仅/gu;

/**
 * 全省进出口总值创历史新高，达到5379亿元: a name taken over from an earlier value is only a guess where the clause between them
 * does not hold it. Then that clause is what the figure may belong to.
 */
function doubtfulTopic(key: string, words: LeadingWords): string | null {
  if (/[\u4e00-\u9fff]/u.test(words.own.replace(emptyLead, ''))) return null;
  const inClause = words.clause.slice(0, words.clause.length - words.own.length);
  const before = words.sentence.slice(0, words.sentence.length - words.clause.length).replace(/，$/u, '');
  const says = /[\u4e00-\u9fff]{2}/u.test(
    inClause.replace(/\d[\d.]*[万亿]*[\u4e00-\u9fff]|达到?|增长|下降/gu, ''),
  );
  const nearest = canonicalText(says ? inClause : (/[^，；。：]*$/u.exec(before)?.[0] ?? ''));
  return nearest.length >= 2 && differenceOf(key, nearest).shared < 0.75 * key.length ? nearest : null;
}

/**
 * Reads an item with a value for comparison.
 * @param own the place whose document it is
 * @param previousEnd end of the value before it in the same clause, clean offset
 */
export function factOf(
  outline: Outline,
  item: Item,
  passage: Passage,
  own: string | null,
  previousEnd: number | null,
): Fact | null {
  if (item.value === null || item.unit === null) return null;
  const after = outline.clean.text.slice(passage.valueEnd, passage.clause.end);
  const following = outline.clean.text.slice(passage.valueEnd, passage.sentence.end);
  const words = leadingWords(outline.clean.text, passage, previousEnd);
  const measure = measureOf(item.unit);
  const short = ownName(canonical(lastNamed(item.indicator)), own);
  if (isCondition(item, measure, after)) return null;
  const nature = natureOf(item, short, measure, words, after);
  // 5个县级急救点: the name comes after the number.
  const follows = /^[\u4e00-\u9fff“《]/u.test(after) || after.startsWith(item.indicator.slice(0, 3));
  const doubtful = boast.test(short)
    ? canonicalText(words.clause)
    : follows
      ? null
      : doubtfulTopic(short, words);
  const sign = signOf(item, nature, words);
  const near = `${words.own}${item.indicator}`;
  const scaled = (value: number): number => sign * value * measure.factor;
  return {
    item,
    key: doubtful === null ? short : '',
    ambient: ambientOf(outline, passage, words),
    topic: doubtful ?? (elliptic.test(short) ? topicOf(outline, passage, words) : null),
    nature,
    measure,
    denominator: denominatorOf(item.per),
    value: scaled(item.value),
    valueMax: item.valueMax === null ? null : scaled(item.valueMax),
    base: nature === 'growth' || nature === 'points' ? baseOf(words) : null,
    baseline: baselineOf(words, measure),
    each: item.per?.startsWith('每') ? null : (distributive.exec(words.clause)?.[1] ?? null),
    direction: directionOf(item, short, words, nature, sign),
    action: actionWords.find(([, pattern]) => pattern.test(near))?.[0] ?? null,
    begun:
      begunOnly.test(words.own) ||
      /开工$/u.test(item.indicator) ||
      begunAfter.test(after) ||
      begunNext.test(following),
    place: otherPlace(words.sentence, own),
    restated: restates(words, following) ? 'stated' : null,
    words,
  };
}

function directionOf(
  item: Item,
  key: string,
  words: LeadingWords,
  nature: Nature,
  sign: 1 | -1,
): Fact['direction'] {
  if (neitherIsBetter.test(key)) return 'level';
  if (sign < 0) return 'down';
  if (item.comparator === '<=' || item.comparator === '<') return 'down';
  // 消除劣Ⅴ类断面58个: the more of them is taken away the better.
  if (takenAway.test(key) || takenAway.test(words.own)) return 'up';
  if (nature !== 'growth' && lowerIsBetter.test(key) && !takenAwayShare.test(key)) return 'down';
  return /(?:降|压缩|缩短|缩小|控制)(?:低|减)?(?:到|至|在)(?:每[^，]{0,6})?$/u.test(words.own)
    ? 'down'
    : 'up';
}
