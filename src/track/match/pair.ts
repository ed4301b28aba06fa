import type { Comparator, Item } from '../../domain/item.js';
import type { Reach, ScoreParts } from '../../domain/tracking.js';
import { type Comparable, compare } from '../compare/comparable.js';
import type { Obstacle } from '../compare/obstacle.js';
import { isNearly, reachOf, signed } from '../compare/reach.js';
import type { Report, Target } from '../fact/document-view.js';
import { samePlace } from '../fact/place.js';
import { type Named, similarityOf } from '../indicator/similarity.js';

/** A reported figure held against a target. */
export interface Link {
  readonly target: Target;
  readonly report: Report;
  readonly comparable: Comparable;
  readonly reach: Reach;
  readonly parts: ScoreParts;
  readonly score: number;
}

/** Of the same indicator, but not to be compared. */
export interface Refusal {
  readonly target: Target;
  readonly report: Report;
  readonly obstacle: Obstacle;
  readonly name: number;
}

/** Below this the two names are taken for two things. */
const sameName = 0.55;
const coverageTail = /(?:的)?(?:覆盖率|覆盖|普及率|建成率|建有率|通达率|设立率|配备率|达标率|比例|占比)$/u;

/** 能源工业增长6.5% is told as 能源工业增加值增长8.1%. */
const industry = /(?:业|产业|经济)$/u;

/** 实现全覆盖 and 覆盖率达到100% speak of one thing. */
function named(fact: Target | Report, other: Target | Report): Named {
  const coverage = fact.item.kind === 'coverage' || other.item.kind === 'coverage';
  const key = coverage ? fact.key.replace(coverageTail, '') : fact.key;
  const added = fact.nature === 'growth' && industry.test(key) && other.key.endsWith('增加值');
  return { key: added ? `${key}增加值` : key, ambient: fact.ambient, topic: fact.topic };
}

function placeScore(target: Target, report: Report): number {
  if (report.place !== null && !target.item.quote.includes(report.place)) return 0;
  const a = target.view.place;
  const b = report.view.place;
  if (a === null || b === null) return 0.7;
  return samePlace(a, b) ? 1 : 0;
}

/** Shares above the whole, counts twenty times the target or a thousandth of it: another unit or another count than the words say. */
function implausible(target: Target, value: number): boolean {
  if (target.nature === 'rate' && target.measure.dimension === 'ratio' && value > 100 && target.value <= 100)
    return true;
  if (target.nature === 'growth' || target.nature === 'points' || target.value === 0) return false;
  const tooLittle = target.direction === 'up' && value < target.value / 1000;
  return value > 20 * target.value || tooLittle;
}

/** 15项重点民生实事: a list of tasks. That a report names it again says nothing of what was done. */
const programme = /(?:实事|大事|民生项目|民[生心](?:工程|事项))(?:项目|工程)?$/u;

/** 增长1.7%（同口径增长2.5%）: the figure outside the brackets counts. */
const aside = /（(?:同口径|可比口径|剔除|扣除|按可比)[^）]*$/u;

/** 创近5年新高: what a plan looks back on, read as a promise. */
const boasted = /创(?:近|历史|有|新|五|十)[^，；。]{0,8}(?:新高|纪录|最)|高于全[国省]/u;

/** 失业率全年控制在5.5%以内 is not shown by 年末失业率5.5%. */
const wholeYear = /全年(?:平均|总体)?(?:控制|保持|稳定|维持)/u;
const atOneTime = /(?:年[末底]|期末|(?<![至—\-–~])\d{1,2}月(?:份|末|底)?)[^，；。]*$/u;

function obstacleOf(target: Target, report: Report): Obstacle | null {
  const same = target.value === report.value && target.valueMax === report.valueMax;
  if (report.restated === 'stated' || (report.restated === 'perhaps' && same)) return 'told-again';
  if (
    programme.test(target.key) &&
    !(programme.test(report.key) && /完成|办结|兑现|办好/u.test(report.item.quote))
  )
    return 'only-begun';
  if (target.past || boasted.test(target.item.quote)) return 'looks-back';
  if (target.nature === 'rate' && wholeYear.test(target.item.quote) && atOneTime.test(report.words.clause))
    return 'part-of-the-time';
  const whole = report.item.kind === 'coverage';
  if (target.each !== null && report.each === null && !whole) return 'each-against-all';
  if (target.each === null && report.each !== null && report.nature !== 'rate') return 'each-against-all';
  if (aside.test(report.words.own) && !/同口径|可比/u.test(target.words.clause)) return 'other-basis';
  if (target.action !== null && report.action !== null && target.action !== report.action)
    return 'other-work';
  return null;
}

/** What is only begun is on its way, and short of what is finished. */
export const onlyBegun = (target: Target, report: Report): boolean =>
  report.begun && !target.begun && (target.nature === 'done' || target.nature === 'added');

/** Holds one reported figure against one target; null where they are of different things. */
export function pair(target: Target, report: Report, aboutPlan: boolean): Link | Refusal | null {
  const name = likeness(target, report);
  return name === null ? null : heldAgainst(target, report, name, aboutPlan);
}

/** How well a figure's name fits a target, from 0 to 1; null where they are different things. */
export function likeness(target: Target, report: Report): number | null {
  const { score } = similarityOf(named(target, report), named(report, target));
  return score < sameName ? null : score;
}

/**
 * Holds a figure against a target of the same name.
 * @param name how well the names fit
 */
export function heldAgainst(
  target: Target,
  report: Report,
  name: number,
  aboutPlan: boolean,
): Link | Refusal {
  const refuse = (obstacle: Obstacle): Refusal => ({ target, report, obstacle, name });
  const place = placeScore(target, report);
  if (place === 0) return refuse('other-place');
  const obstacle = obstacleOf(target, report);
  if (obstacle) return refuse(obstacle);
  const comparable = compare(target, report, aboutPlan);
  if ('obstacle' in comparable) return refuse(comparable.obstacle);
  if (implausible(target, comparable.value)) return refuse('implausible');
  const reach = onlyBegun(target, report) ? 'no' : reachIn(target, report, comparable);
  const parts = { name, unit: comparable.unit, time: comparable.time.score, place };
  const score = 0.6 * parts.name + 0.15 * parts.unit + 0.15 * parts.time + 0.1 * parts.place;
  return { target, report, comparable, reach, parts, score: Math.round(score * 1000) / 1000 };
}

/** 缩短至13分钟 tells where it is, no bound. */
function reportedComparator({ comparator, valueText }: Item): Comparator {
  if (/^(?:压缩|缩短|下?降|降低|减少|下降)(?:到|至)/u.test(valueText ?? '')) return '=';
  // 200余场 is more than 200.
  return comparator === '~' && /\d[余多]|[余多][\u4e00-\u9fff]/u.test(valueText ?? '')
    ? '>'
    : (comparator ?? '=');
}

function reachIn(target: Target, report: Report, comparable: Comparable): Reach {
  const { item } = report;
  // 基本实现全覆盖 claims less than all.
  if (item.kind === 'coverage' && /基本/u.test(item.quote)) return 'unclear';
  const reach = reachOf(
    {
      value: target.value,
      valueMax: target.valueMax,
      comparator: signed(target.item.comparator ?? '=', target.value),
      direction: target.direction,
    },
    {
      value: comparable.value,
      valueMax: comparable.valueMax,
      comparator: signed(reportedComparator(item), report.value),
      nearly: isNearly(item),
    },
  );
  // 累计 from an unknown beginning may hold earlier years' work; every year is not shown by one.
  if (reach === 'yes' && comparable.time.mayExceed) return 'unclear';
  if (reach === 'yes' && target.window.yearly && target.window.year === null) return 'unclear';
  return reach;
}
