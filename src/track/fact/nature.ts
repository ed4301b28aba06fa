import type { Item } from '../../domain/item.js';
import {
  annualAmount,
  closesWithFlow,
  fallingVerb,
  growthCue,
  growthName,
  levelName,
  opensWithFlow,
  rateName,
  risingVerb,
  stockCue,
  strictFlow,
} from '../lexicon/action-words.js';
import { isRhythm } from './denominator.js';
import type { Measure } from './measure.js';

/**
 * What sort of figure it is; figures of different sorts are never compared.
 * growth 增长6% · rate 达到92% · points 提高2个百分点 · level 人均, 浓度, 时限 · added 新增50张 · done 改造75个 ·
 * stock 达到420家, 共有 · annual 产量, 总额
 */
export const natures = ['growth', 'rate', 'points', 'level', 'added', 'done', 'stock', 'annual'] as const;
export type Nature = (typeof natures)[number];

/** The words before a value, from near to far. Clean text. */
export interface LeadingWords {
  /** From the value before it in the clause, else the clause's beginning. */
  readonly own: string;
  /** From the clause's beginning. */
  readonly clause: string;
  /** From the sentence's beginning. */
  readonly sentence: string;
}

const states = /达|为|超|突破|增至|升至|位居|占/u;

/** 农村中小学更新课桌椅1.6万套: the subject first, then the work. */
const workInside =
  /[\u4e00-\u9fff](?:更新|安装|配备|配置|发放|购置|补充|建成|完成|实施|开展|举办|选派|接种|种植)[\u4e00-\u9fff“]{2,}$/u;

/** 送戏进万村已送230场. */
const workDone = /已(?!有|达|经|超|是|为|突|在|成|占)[\u4e00-\u9fff]{1,2}$/u;

/** A verb at the head of a list serves its later members: 新建幼儿园8所、小学2所，初中1所. */
function verbOf(words: LeadingWords): 'added' | 'done' | null {
  const { own, clause, sentence } = words;
  if (strictFlow.test(own)) return 'added';
  if (opensWithFlow.test(own) || closesWithFlow.test(own)) return 'done';
  if (workDone.test(own)) return 'done';
  if (workInside.test(own) && !states.test(own)) return 'done';
  if (stockCue.test(own) || /为$/u.test(own)) return null;
  if (own !== clause) {
    if (strictFlow.test(clause)) return 'added';
    if (opensWithFlow.test(clause)) return 'done';
  }
  // Only a bare noun goes on with the verb of the clause before it, and only in a list of counts: 新建幼儿园8所，小学2所.
  if (states.test(clause)) return null;
  const before = sentence.slice(0, Math.max(0, sentence.length - clause.length)).replace(/，$/u, '');
  const previous = /[^，；。：]*$/u.exec(before)?.[0] ?? '';
  if (!/\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,2}(?:以上|左右)?$/u.test(previous)) return null;
  if (strictFlow.test(previous)) return 'added';
  return opensWithFlow.test(previous) ? 'done' : null;
}

const finishes =
  /(?:开工|完工|竣工|建成|投用|投产|投入使用|交付|通车|启用|完成|落地|办结|出台|开通|上线)(?:建设|使用|运营)?$/u;

/** “宁静小区”中1家已基本完成建设、4家进度过半. */
const finishesFirst =
  /^(?:已经?|均|都|全部|陆续)+(?:全部|全面|基本)?(?:完成(?:建设|改造)|建成|完工|竣工|投用)/u;

/** 整治工作已提前完成总目标任务: the name that extraction gave holds the verb. */
const finishesName = /(?:已经?|全部|提前|圆满)(?:全部|全面|提前|超额|圆满)*(?:完成|建成|完工|竣工)/u;

function ratioNature(item: Item, key: string, words: LeadingWords): Nature {
  if (item.kind === 'coverage') return 'rate';
  if (growthName.test(item.indicator)) return 'growth';
  if (growthCue.test(words.own)) return 'growth';
  if (rateName.test(key) || item.change === null) return 'rate';
  // The second value of 分别增长5%、7% has no verb of its own.
  return /^[和与及、，\s]*$/u.test(words.own) &&
    (risingVerb.test(words.clause) || fallingVerb.test(words.clause))
    ? 'growth'
    : 'rate';
}

/**
 * @param key the canonical indicator
 * @param after the clause after the value
 */
export function natureOf(
  item: Item,
  key: string,
  measure: Measure,
  words: LeadingWords,
  after: string,
): Nature {
  if (measure.dimension === 'ratio') return ratioNature(item, key, words);
  if (measure.dimension === 'points') return 'points';
  if (measure.dimension === 'times') return item.change === null ? 'level' : 'growth';
  if (
    (item.per?.startsWith('每') && !isRhythm(item.per)) ||
    item.per === '人均' ||
    measure.dimension.includes('/') ||
    levelName.test(key)
  ) {
    const added = strictFlow.test(words.own) && measure.dimension.includes('/');
    return added ? 'added' : 'level';
  }
  if (measure.dimension === 'duration' || measure.dimension === 'workdays') return 'level';
  const verb = verbOf(words);
  if (verb === 'added') return verb;
  if (annualAmount.test(key)) return 'annual';
  // 58个小区全部开工: the verb comes last.
  const finished = finishes.test(after) || finishesFirst.test(after) || finishesName.test(item.indicator);
  return verb ?? (finished ? 'done' : 'stock');
}

/** -1 for falls: 下降3%, 减少2个百分点. */
export function signOf(item: Item, nature: Nature, words: LeadingWords): 1 | -1 {
  if (nature !== 'growth' && nature !== 'points') return 1;
  const near = fallingVerb.test(words.own) || (words.own.length < 3 && fallingVerb.test(words.clause));
  return near && !risingVerb.test(words.own) ? -1 : item.change === 'decrease' ? -1 : 1;
}
