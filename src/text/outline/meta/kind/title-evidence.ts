import type { KindEvidence } from './kind-evidence.js';

/** A title that can be nothing else outweighs all that the body says; words that stand in titles of every kind do not. */
const firm = 20;
/** A plan's title can stand over what tells how the plan went, or what answers a question about it. */
const firmPlan = 12;
const plain = 2.5;

const workReport = /政府工作报告|^工作报告/;
const workReportHandled = /通知|分解|分工|责任|任务|落实|实事/;
const reply =
  /答复|复函|回复|回函|[协会]办(?:意见|的?函)|(?:建议|提案|议案)[^，。]{0,4}(?:办理|落实)(?:结果|情况|意见)的?函$|(?:建议|提案|议案)[^，。]{0,4}(?:主|分|会|协|承)办(?:工作)?的?(?:意见|函|情况)$|第[\d、]{1,24}号[^，。]{0,12}(?:建议|提案|议案)[^，。]{0,12}(?:意见|说明|函)$/;
const report =
  /(?:办理|实施|落实|进展|完成|执行|推进|整改|建设|工作|总体|评估|自查)(?:进展|工作|落实|实施|及相关|及有关)*情况|总结|进展|回眸|成绩单|取得[^，。]{0,6}(?:成[果效]|实效)$|报告$|汇报|年报|登记表$|发言$|评估$/;
/** …计划执行情况与…计划草案的报告 looks back, then ahead, as a work report does. */
const backAndAhead = /执行情况(?:[与和及]|暨)[^，。]{0,40}计划/;
/** 十件实事全部完成: a headline that says it is done. */
const finished =
  /(?:全部|圆满|顺利|如期|提前|均已|超额|基本)(?:完成|办结|落实|建成|兑现|交付|竣工|达标)|过半$|收官|完成率|开工率|亮出|交出|成绩/;
const plan =
  /方案|计划|规划|要点|措施|意见|清单|任务|实事|办法|纲要|目标|分工|细则|安排|专项|行动|指标|重点工作/;
const planAtEnd =
  /(?:方案|计划|规划|要点|措施|办法|纲要|分工|细则|安排|行动|任务分解|责任分解|责任清单|任务清单|目标任务)(?:（[^）]{1,24}）)?(?:》)?(?:的通知|的意见)?$/;

/** What the words of a title say. */
export function titleEvidence(title: string): KindEvidence[] {
  const says = (kind: KindEvidence['kind'], weight: number): KindEvidence[] => [
    { kind, weight, sign: 'title' },
  ];
  if (workReport.test(title) && !workReportHandled.test(title)) return says('work_report', firm);
  if (reply.test(title)) return says('reply', firm);
  if (report.test(title)) {
    if (backAndAhead.test(title)) return says('work_report', firm);
    return /计划(?:草案)?的报告|方案$/.test(title)
      ? says('action_plan', firmPlan)
      : says('progress_report', firm);
  }
  if (finished.test(title)) return says('progress_report', plain);
  if (planAtEnd.test(title)) return says('action_plan', firmPlan);
  return plan.test(title) ? says('action_plan', plain) : [];
}

/** A first line that is no title by its end may say all the same what the text is: not more than a plain title does, and news of a plan is none. */
export function headlineEvidence(line: string): KindEvidence[] {
  return titleEvidence(line).flatMap(({ kind, weight }) =>
    kind === 'action_plan' ? [] : [{ kind, weight: Math.min(plain, weight), sign: 'headline' }],
  );
}
