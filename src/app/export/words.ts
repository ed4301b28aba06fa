import type { DocumentKind, publicities } from '../../domain/document.js';
import type { Comparator, ItemKind, MissingElement, Stance, Strength } from '../../domain/item.js';
import { type Phrase, phrase } from '../../domain/phrase.js';
import type { Schedule, State, Verified } from '../../domain/standing.js';

/** What stands in a cell for each value of the ledger's lists. */
export const stanceWords: Readonly<Record<Stance, Phrase>> = {
  commitment: phrase('承诺', 'commitment'),
  achievement: phrase('成效', 'achievement'),
};

export const kindWords: Readonly<Record<ItemKind, Phrase>> = {
  quantity: phrase('数值', 'value'),
  coverage: phrase('全覆盖', 'full coverage'),
  milestone: phrase('节点任务', 'milestone'),
};

export const strengthWords: Readonly<Record<Strength, Phrase>> = {
  binding: phrase('必达', 'binding'),
  plain: phrase('一般', 'plain'),
  best_effort: phrase('力争', 'best effort'),
  exploratory: phrase('探索', 'exploratory'),
};

/** Words, never signs: a cell of = alone is a formula to a spreadsheet. */
export const comparatorWords: Readonly<Record<Comparator, Phrase>> = {
  '=': phrase('等于', 'equal to'),
  '>=': phrase('不低于', 'at least'),
  '<=': phrase('不高于', 'at most'),
  '>': phrase('高于', 'above'),
  '<': phrase('低于', 'below'),
  '~': phrase('约', 'about'),
  range: phrase('区间', 'range'),
};

export const changeWords: Readonly<Record<'increase' | 'decrease', Phrase>> = {
  increase: phrase('增', 'up'),
  decrease: phrase('减', 'down'),
};

export const missingWords: Readonly<Record<MissingElement, Phrase>> = {
  measure: phrase('量化标准', 'measure'),
  deadline: phrase('时限', 'deadline'),
  owner: phrase('责任单位', 'owner'),
  deliverable: phrase('具体任务', 'deliverable'),
};

export const documentKindWords: Readonly<Record<DocumentKind, Phrase>> = {
  reply: phrase('答复', 'reply'),
  action_plan: phrase('行动方案', 'action plan'),
  progress_report: phrase('办理情况报告', 'progress report'),
  work_report: phrase('工作报告', 'work report'),
  ledger: phrase('台账', 'ledger'),
  other: phrase('其他', 'other'),
};

export const publicityWords: Readonly<Record<(typeof publicities)[number], Phrase>> = {
  public: phrase('主动公开', 'public'),
  on_request: phrase('依申请公开', 'on request'),
  closed: phrase('不予公开', 'not public'),
};

export const yesNo = (yes: boolean): Phrase => (yes ? phrase('是', 'yes') : phrase('否', 'no'));

export const claimedWords: Readonly<Record<State['claimed'], Phrase>> = {
  none: phrase('未报', 'nothing claimed'),
  not_started: phrase('未启动', 'not started'),
  under_way: phrase('推进中', 'under way'),
  done: phrase('已完成', 'done'),
  cannot: phrase('无法完成', 'cannot be done'),
};

export const verifiedWords: Readonly<Record<Verified, Phrase>> = {
  none: phrase('无佐证', 'no evidence'),
  met: phrase('已达到', 'met'),
  not_met: phrase('未达到', 'not met'),
  in_progress: phrase('推进中', 'in progress'),
  changed: phrase('目标已调整', 'changed'),
  disputed: phrase('有争议', 'disputed'),
};

export const scheduleWords: Readonly<Record<Schedule, Phrase>> = {
  no_deadline: phrase('无时限', 'no deadline'),
  not_due: phrase('未到期', 'not due'),
  due_soon: phrase('临期', 'due soon'),
  overdue: phrase('已过期', 'overdue'),
};
