import type { StanceCue } from './stance-cue.js';

/**
 * Words that set a bound or a task without any word of time: 每人每年进修不少于2周, 误差控制在5%以内, 全年目标100台.
 * What is so already says so beside them (已, 目前, 实际, 共有), and outweighs them.
 */
export const standardCues: readonly StanceCue[] = [
  {
    // Less than the lean of a report, so that its results stay what they are.
    rule: 'goal:标准',
    regex:
      /(?<!(?:实际|共有|现有|设有|建有|全长|总长|日均|平均|人均|年均|投资|用时|耗时|共计?|均|都|已|占比?)[^，；]{0,6})(?:控制在|不[少低]于|不得?[超高大多][过于出](?!\d{4}年))[^，；]{0,3}\d(?![^，；]{0,8}的(?:企业|单位|项目|个人|学校|村|小区|人员|乡镇|机构))/u,
    weight: 2.4,
  },
  {
    // 自受理之日起15个工作日内完成审验: the time that a service takes at most.
    rule: 'goal:时限',
    regex:
      /\d(?:个?工作日|日|天|个?小时|分钟)(?:之|以)?内(?:予以|给予|全部|一次性|及时)?(?:完成|办[结毕理]|答复|反馈|送达|处[置理]|解决|配齐|到位|修复|清[除理运]|审[核批验])(?![了率])/u,
    weight: 2.4,
  },
  {
    // 2020年全年目标100台, “十四五”全市任务6000张: the noun sets it.
    rule: 'goal:任务',
    regex:
      /(?<!(?:完成|超|占|达到?|实现|为|是|相当于)[^，；]{0,12})(?:全年|年度|今年|“?十[三四五六]五”?(?:期间)?)[^，；的]{0,6}(?:目标|任务)(?:数|量)?(?:为|是|共)?\d[\d.,]*(?!%|[^，；]{0,6}(?:已|的\d))/u,
    weight: 4,
  },
  {
    // 可派驻技术员2名, 可设摊位420个: what is offered, or will be possible.
    rule: 'goal:成后可',
    regex: /(?:^|[，；])可(?:设(?!计)|派驻?|增[派设加配]|腾出|布设|安排)[^，；]{0,12}\d/u,
    weight: 3,
  },
  { rule: 'goal:力争', regex: /打算(?!盘)/u, weight: 4 },
  // 而全市村小还有73个, 承保面积仅57万亩: how things stand.
  {
    rule: 'done:现有',
    regex: /(?:还|仅|只|尚)有[^，；]{0,6}\d|(?<!不)仅(?:为|占|达)?[约近]?\d/u,
    weight: -2,
  },
];
