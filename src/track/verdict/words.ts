import type { Obstacle } from '../compare/obstacle.js';
import type { Reason, ReasonCode, ReasonFields } from './reason.js';

export type ReasonLanguage = 'zh' | 'en';
type Words<Of> = Readonly<Record<ReasonLanguage, Of>>;

const obstacleWords: Readonly<Record<Obstacle, Words<string>>> = {
  unit: { zh: '计量单位不同', en: 'the units differ' },
  denominator: { zh: '平均口径（每多少）不同', en: 'the denominators differ' },
  'stock-against-flow': {
    zh: '一个是总量，一个是一段时间的新增或完成量',
    en: 'one is a stock, the other a flow',
  },
  'growth-against-level': {
    zh: '一个是增减幅度，一个是达到的水平',
    en: 'one is a change, the other a level',
  },
  'points-against-rate': {
    zh: '一个是提高的百分点，一个是达到的比例',
    en: 'one is in points gained, the other a rate',
  },
  'other-base': { zh: '增减幅度的对比基期不同', en: 'the changes count from different bases' },
  'average-of-years': {
    zh: '一个是年均，一个是单年',
    en: 'one is an average over years, the other of one year',
  },
  'several-years': { zh: '是多年合计，不是目标所说的这段时间', en: 'it is a total over several years' },
  'unknown-beginning': { zh: '累计的起点没有说明', en: 'the sum has no stated beginning' },
  'other-year': { zh: '不是目标年度的数据', en: 'it is of another year' },
  'before-the-promise': { zh: '早于承诺作出的时间', en: 'it is older than the promise' },
  'unknown-time': { zh: '没有说明是什么时间的数据', en: 'its time is not told' },
  'part-of-the-time': { zh: '只是目标时段中的一部分', en: 'it covers only a part of the time' },
  'other-place': { zh: '是其他地方的数据', en: 'it is of another place' },
  'each-against-all': {
    zh: '一个要求每处都有，一个是合计',
    en: 'one is for each, the other for all together',
  },
  'only-begun': { zh: '只是开工或启动的数量', en: 'it counts what has only begun' },
  'other-work': { zh: '一个是新建，一个是改造', en: 'one is new building, the other renewal' },
  'other-basis': { zh: '统计口径不同', en: 'it is reckoned on another basis' },
  'told-again': {
    zh: '报告在复述目标，不是完成情况',
    en: 'the report tells the target again, not what was done',
  },
  'looks-back': {
    zh: '计划在这里回顾往年，不是目标',
    en: 'the plan looks back here: it is what was, no target',
  },
  implausible: { zh: '数值悬殊，疑似单位或口径有误', en: 'the figures are too far apart to be of one kind' },
};

type Told = { readonly [Code in ReasonCode]: Words<(fields: ReasonFields[Code]) => string> };

const told: Told = {
  reached: {
    zh: (r) => `目标${r.target}，${r.at}报告${r.report}，已达到`,
    en: (r) => `target ${r.target}; reported for ${r.at}: ${r.report}; reached`,
  },
  short: {
    zh: (r) => `目标${r.target}，${r.at}报告${r.report}，${r.gap === '' ? '未达到' : `相差${r.gap}，未达到`}`,
    en: (r) =>
      `target ${r.target}; reported for ${r.at}: ${r.report}; short${r.gap === '' ? '' : ` by ${r.gap}`}`,
  },
  begun: {
    zh: (r) => `目标${r.target}，${r.at}报告${r.report}，但只是开工或启动的数量`,
    en: (r) => `target ${r.target}; reported for ${r.at}: ${r.report}, but only begun`,
  },
  derived: {
    zh: (r) => `由${r.from}到${r.to}，变化量为${r.change}`,
    en: (r) => `from ${r.from} to ${r.to}: a change of ${r.change}`,
  },
  'due-past': {
    zh: (r) => `时限${r.due}已到（截至${r.asOf}）`,
    en: (r) => `the deadline ${r.due} is past (as of ${r.asOf})`,
  },
  'due-ahead': {
    zh: (r) => `时限${r.due}未到（截至${r.asOf}）`,
    en: (r) => `the deadline ${r.due} is ahead (as of ${r.asOf})`,
  },
  'due-unknown': { zh: () => '没有明确到日期的时限', en: () => 'no deadline with a date' },
  part: {
    zh: (r) => `${r.at}的数据只是目标时段中的一部分`,
    en: (r) => `the figure for ${r.at} covers only a part of the time`,
  },
  'every-year': {
    zh: (r) => `目标要求每年达到，目前只有${r.at}的数据`,
    en: (r) => `the target is for every year; only ${r.at} is reported`,
  },
  unclear: {
    zh: (r) => `报告说${r.report}，不能断定是否达到目标${r.target}`,
    en: (r) => `the report says ${r.report}, which does not settle the target ${r.target}`,
  },
  differs: {
    zh: (r) => `另有报告说${r.at}为${r.report}，两处不一致，请核实`,
    en: (r) => `another report says ${r.report} for ${r.at}; the two disagree`,
  },
  'changed-value': {
    zh: (r) => `后来的文件《${r.file}》把目标由${r.from}改为${r.to}：“${r.quote}”`,
    en: (r) => `a later document (${r.file}) changes the target from ${r.from} to ${r.to}: “${r.quote}”`,
  },
  'changed-deadline': {
    zh: (r) => `后来的文件《${r.file}》把时限由${r.from}改为${r.to}：“${r.quote}”`,
    en: (r) => `a later document (${r.file}) moves the deadline from ${r.from} to ${r.to}: “${r.quote}”`,
  },
  'milestone-reached': {
    zh: (r) => `报告说“${r.name}”已完成：“${r.quote}”`,
    en: (r) => `the report says that “${r.name}” is done: “${r.quote}”`,
  },
  'milestone-short': {
    zh: (r) => `报告说到“${r.name}”的进展，但没有说已完成：“${r.quote}”`,
    en: (r) => `the report tells of “${r.name}”, but not that it is done: “${r.quote}”`,
  },
  'not-comparable': {
    zh: (r) => `报告中的${r.report}不能与目标${r.target}相比：${obstacleWords[r.obstacle].zh}`,
    en: (r) => `${r.report} cannot be held against ${r.target}: ${obstacleWords[r.obstacle].en}`,
  },
  nothing: {
    zh: (r) => `报告中没有“${r.indicator}”的数据`,
    en: (r) => `no report speaks of “${r.indicator}”`,
  },
};

/** A reason as one sentence. */
export function tell(reason: Reason, language: ReasonLanguage): string {
  return (told[reason.code][language] as (fields: Reason) => string)(reason);
}
