import type { Strength } from '../../domain/item.js';
import { doneCues } from './done-cues.js';
import { goalCues } from './goal-cues.js';
import type { StanceCue } from './stance-cue.js';

/** Tense and aspect words, read within the value's own clause. Weights add up; the sign decides. */
export const clauseCues: readonly StanceCue[] = [...doneCues, ...goalCues];

/** Words of headings that say what stands under them. */
export const sectionCues: readonly StanceCue[] = [
  {
    rule: 'section:next',
    regex: /下一步|下步|下一阶段|下阶段|今后|打算|工作思路|努力方向|后续|拟建|计划(?:建设|实施|新建|改造)/u,
    weight: 4,
  },
  {
    rule: 'section:targets',
    regex:
      /(?<!紧盯|围绕|聚焦|锚定|对标|锁定)目标|重点任务|主要任务|工作任务|任务分工|工作安排|重点工作(?!完成)|实事(?!完成|办理)|预期|总体要求|工作要求|行动步骤|工作举措|主要措施|重点举措|保障措施/u,
    weight: 2.5,
  },
  {
    rule: 'section:review',
    regex:
      /回顾|总结|(?:圆满|超额|全面|顺利|较好|如期|胜利)(?:地|完成|实现)[^，。]{0,16}(?:目标|任务)|完成[^，。]{0,12}(?:目标|任务)情况|(?<!(?:巩固|提升|扩大|深化|增强|突出)[^，。]{0,12})成效|成绩|进展|开展情况|工作情况|办理情况|落实情况|实施情况|执行情况|完成情况|目标完成|任务完成|成绩单|推进情况|主要做法|现状|(?<![摸核排理厘弄查清]清?|掌握|[起])底数|基本情况|发展成就|(?<!(?:夯实|筑牢|打牢|巩固|厚植|强化|提升|建强)[^，。]{0,8})(?:发展|工作|建设|实施)基础|发展背景|规划背景|编制背景|面临(?:的)?(?:形势|问题|挑战)|发展环境|存在的?(?:主要|突出)?(?:问题|不足|困难|短板)|问题[和与及](?:不足|困难)|开展工作|工作开展|主要工作|已(?:开展|建|完成|实施|落实|投)|取得/u,
    weight: -3,
  },
];

/** How firmly a promise is made. The strongest doubt wins: 探索 over 力争 over 确保. */
export const strengthCues: readonly { readonly strength: Strength; readonly regex: RegExp }[] = [
  { strength: 'exploratory', regex: /探索|适时|有条件的?|鼓励|视情/u },
  {
    strength: 'best_effort',
    regex:
      /力争|(?<![共已]|累计|成功)争取(?!到|了|[^，。；]{0,16}(?:资金|补助|支持|债券|投资|专项))|(?<!经过|共同|不懈|积极)努力(?!程度|下)|尽量|尽可能|原则上|逐步/u,
  },
  { strength: 'binding', regex: /确保|必须|务必|不得|严格|应当|一律/u },
];
