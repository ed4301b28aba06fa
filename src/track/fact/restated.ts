import type { Outline } from '../../text/outline/block.js';
import type { LeadingWords } from './nature.js';
import type { PlacedSentence } from './passage.js';

/**
 * Whether a report's figure is the promise told again, not what came of it. stated: its own words say so · perhaps: it stands
 * where this report repeats its tasks before it tells how far they are · null: neither
 */
export type Restated = 'stated' | 'perhaps' | null;

/** 报告提出，2019年新增就业1100万人以上; not 按照方案要求. */
const saidBefore =
  /(?<!按照|根据|依据|围绕|对照|落实|贯彻|按)(?:报告|规划|纲要|方案|计划|通知|意见|会议|年初|责任书|目标责任|人代会|《[^》]*》)(?:中|里|上|均|曾|已)?(?:提出|明确|要求|确定|部署|下达|规定|承诺|计划|安排)(?:的)?(?<since>.*)$/su;
/** From here on it is told what came of it. */
const turns =
  /实际|结果|最终|截[至止]|目前|现已|已|上半年|季度|去年全|全年完成|完成情况|进展|累计|成绩单|。/u;
/** 超额完成40所的年度目标任务, 高于6%的预期目标: how far beyond a target that is told again. */
const beyond = /(?:超额|提前|超|高于|超过|低于|少于|高出|好于|优于|距|较|比|达到|完成)/u;
const kept = /(?<!超额|提前超额)(?:完成|实现|达到|达成|兑现)/u;
const goalAfter =
  /^[^，。；]{0,24}?的?(?:年度|全年|年初|既定|预期|规划|考核|改善|原定|控制|计划|约束性|任务|奋斗|节点|序时|\s)+(?:目标|任务|计划数?|指标值?)/u;
const goalBefore = /(?:目标|任务|计划)(?:任务|指标|值|数)?(?:为|是|：)?$/u;
/** 原计划开展50场，已开展60场; 二季度计划完成9场，实际完成11场. */
const firstPlanned = /原(?:定)?计划(?!外)[^，；。]*$/u;
const plannedThen = /计划[^，；。]*$/u;
/** 年度任务为新建1000个: the goal with its verb. */
const goalOpens = /(?:^|[，；：])[^，；：]{0,4}(?:目标|任务|计划)(?:任务|指标)?(?:为|是|：)[^，；]*$/u;
/** 完成年度目标任务3.72万个 says what was done. */
const goalKept = /(?:完成|实现|达到|达成|兑现)[^，；。]{0,6}$/u;
/** 由60公里调整为75公里: a new target, not what was done. */
const adjusted = /(?:调整|变更|修订|上调|下调|调增|调减)(?:为|到|至|成)$/u;
/** 今年安排全市重点建设项目444项: so many are meant to be worked on. What money is set aside is done. */
const setOut =
  /(?:今年|本年度?|全年|年度|年初|20\d\d年)(?:度|共|拟|合计|总共)?安排(?![^，；。]*(?:资金|经费|补助|投资|预算|贷款|债券|资金额))[^，；。]*$/u;
const shareOfGoal = /^的\d/u;

/** @param after the clause after the value */
export function restates(words: LeadingWords, after: string): boolean {
  const since = saidBefore.exec(words.sentence)?.groups?.since;
  if (since !== undefined && !turns.test(since)) return true;
  if (adjusted.test(words.own)) return true;
  const goal = goalBefore.exec(words.own);
  if (goal && !goalKept.test(words.own.slice(0, goal.index))) return true;
  if (firstPlanned.test(words.clause) || (plannedThen.test(words.clause) && /^[^；。]*实际/u.test(after)))
    return true;
  if (goalOpens.test(words.clause) || setOut.test(words.clause)) return true;
  if (shareOfGoal.test(after) && /计划|目标|任务/u.test(words.own)) return true;
  return goalAfter.test(after) && beyond.test(words.own) && !kept.test(words.own);
}

const report =
  /^(?:(?:工作)?(?:进展|推进|完成|落实|办理|实施)(?:情况|进度|进展)|(?:今年)?上半年|[一二三]季度|前三季度|前[一二三四五六七八九十]+个?月|1[—\-–~至]\d{1,2}月|截[至止]|目前|至\d{1,2}月|现已|已)/u;
const done = /已|了|目前|截[至止]|累计|上半年|季度|\d月|实际|全部完成|全面完成|以来|现有|共|均|超额/u;

/**
 * The sentences in which a report repeats its tasks: 1.新建5G基站1000个。上半年，新建312个。 A list that does so once is taken to do so
 * in each of its members.
 */
export function repeatedTasks({ clean, blocks }: Outline, sentences: readonly PlacedSentence[]): Set<number> {
  const words = (sentence: PlacedSentence): string => clean.text.slice(sentence.start, sentence.end).trim();
  const byBlock = new Map<number, PlacedSentence[]>();
  for (const sentence of sentences) {
    if (sentence.end <= sentence.block.headingEnd) continue;
    byBlock.set(sentence.block.index, [...(byBlock.get(sentence.block.index) ?? []), sentence]);
  }
  const list = (index: number): string => (blocks[index]?.path ?? []).join(',');
  const found = new Set<number>();
  const lists = new Set<string>();
  const opens = (index: number): PlacedSentence[] => {
    const own = byBlock.get(index) ?? [];
    const end = own.findIndex(
      (sentence, i) => report.test(words(sentence)) || (i > 0 && done.test(words(sentence))),
    );
    const head = end < 0 ? own : own.slice(0, end);
    return head.filter((sentence) => /\d/u.test(words(sentence)) && !done.test(words(sentence)));
  };
  for (const [index, own] of byBlock) {
    const later = own.slice(1).some((sentence) => report.test(words(sentence)));
    const below = (byBlock.get(index + 1) ?? [])[0];
    const told = below !== undefined && /^[^，。]{2,6}(?:情况|进度|进展)[：:]/u.test(words(below));
    if (!later && !told) continue;
    const tasks = opens(index);
    for (const sentence of tasks) found.add(sentence.index);
    if (tasks.length > 0) lists.add(list(index));
  }
  for (const index of byBlock.keys()) {
    if (!lists.has(list(index))) continue;
    const first = opens(index)[0];
    if (first) found.add(first.index);
  }
  return found;
}
