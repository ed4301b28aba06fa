import { ruleWords } from './rule-words.js';

/** What leaned an item to promise or result. */
export const stanceWords = ruleWords(`
  goal:* | 有“{words}”一类表示将来的词，偏向承诺 | words of the kind {words} lean to a promise
  done:past-year | 有“去年、近年来”一类词，偏向成效 | last year, recent years: leans to a result
  done:* | 有“{words}”一类表示已经发生的词，偏向成效 | words of the kind {words} lean to a result
  date:ahead | 句中的日期在文件日期之后，偏向承诺 | a date after the document's leans to a promise
  date:past | 句中的年份在文件日期之前，偏向成效 | a year before the document's leans to a result
  date:own-year | 当年已过的日期或年份，句中没有打算，偏向成效 | a date of the document's own year, without a word of plans: leans to a result
  date:as-of | “截至某日”，偏向成效 | as of a day: leans to a result
  bracket:progress | 括号里说的是已到什么程度 | the bracket tells how far it is
  sentence:goal | 本句前面说的是打算 | the sentence before it speaks of plans
  sentence:done | 本句前面说的是已做的事 | the sentence before it speaks of what was done
  sentence:to-come | 后文说明何时开工或完成，还没有做 | the sentence goes on with when it will begin or end
  sentence:then-met | 后文说任务已完成 | the sentence goes on with how much of the task that is
  sentence:then-progress | 报告逐项先写任务，后写进展 | a task of a report's list; how far it is follows
  paragraph:goal | 本段前面说的是打算 | the paragraph before it speaks of plans
  paragraph:done | 本段前面说的是已做的事 | the paragraph before it speaks of what was done
  section:next | 所在部分讲下一步 | the section tells what is next
  section:targets | 所在部分讲目标任务 | the section sets targets and tasks
  section:review | 所在部分讲回顾、成效 | the section reviews results
  section:this-year | 标题里的年份是当年或以后 | the heading's year is this one or later
  section:past-year | 标题里的年份已经过去 | the heading's year is over
  column:task | 在表格的任务列 | in a table's column of tasks
  column:progress | 在表格的进展列 | in a table's column of progress
  kind:reply | 文件是答复，多讲已做的事 | a reply mostly tells what was done
  kind:action_plan | 文件是行动方案，多讲打算 | an action plan mostly tells what is to be done
  kind:progress_report | 文件是办理情况报告，多讲已做的事 | a progress report mostly tells what was done
  kind:work_report | 文件是工作报告 | a work report
  kind:other | 按全文用词的倾向 | by how most of the text's words lean
  kind | 按文件类别 | by the document's kind
  sum:* | 各项加权合计 {words}，不小于 0 为承诺，小于 0 为成效 | the weights add up to {words}; from 0 on a promise, below a result
  table:target-column | 在指标表的目标列 | the target column of a table
`);

export const strengthWords = ruleWords(`
  strength:binding | 有“确保、必须”一类词 | words like 确保, 必须
  strength:best_effort | 有“力争、争取、逐步”一类词 | words like 力争, 争取, 逐步
  strength:exploratory | 有“探索、适时、鼓励”一类词 | words like 探索, 适时, 鼓励
`);

export const missingWords = ruleWords(`
  missing:measure | 没有可核对的数字或成果 | neither a figure nor a product that can be checked
  missing:deadline | 没有时限 | no deadline
  missing:owner | 没有责任单位 | no responsible unit
  missing:deliverable | 没有说清做成什么 | what is to be there in the end is not said
`);
