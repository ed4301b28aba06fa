import type { LedgerRow, Role, Statuses, StoredDocument } from '../api/types.js';
import { words } from './words.js';

/** The domain's words, as the command line and the exports have them. A value without a word does not compile. */
export const terms = words(
  {
    role: {
      viewer: '查看',
      deputy: '代表、委员',
      editor: '编辑',
      unit: '承办单位',
      auditor: '审核',
      administrator: '管理员',
    } satisfies Record<Role, string>,
    stance: { commitment: '承诺', achievement: '成效' } satisfies Record<LedgerRow['stance'], string>,
    kind: { quantity: '数值', coverage: '全覆盖', milestone: '节点任务' } satisfies Record<
      LedgerRow['kind'],
      string
    >,
    strength: {
      binding: '必达',
      plain: '一般',
      best_effort: '力争',
      exploratory: '探索',
    } satisfies Record<LedgerRow['strength'], string>,
    reviewed: { true: '已有人核对', false: '还没有人核对' },
    missing: {
      measure: '量化标准',
      deadline: '时限',
      owner: '责任单位',
      deliverable: '具体任务',
    } satisfies Record<LedgerRow['missing'][number], string>,
    documentKind: {
      reply: '答复',
      action_plan: '行动方案',
      progress_report: '办理情况报告',
      work_report: '工作报告',
      ledger: '台账',
      other: '其他',
    } satisfies Record<LedgerRow['document']['kind'], string>,
    documentStatus: {
      received: '排队中',
      read: '处理中',
      done: '完成',
      failed: '失败',
    } satisfies Record<StoredDocument['status'], string>,
    status: { claimed: '自报', verified: '核实', schedule: '时限' },
    claimed: {
      none: '未报',
      not_started: '未启动',
      under_way: '推进中',
      done: '已完成',
      cannot: '无法完成',
    } satisfies Record<Statuses['claimed'], string>,
    verified: {
      none: '无佐证',
      met: '已达到',
      not_met: '未达到',
      in_progress: '推进中',
      changed: '目标已调整',
      disputed: '有争议',
    } satisfies Record<Statuses['verified'], string>,
    schedule: {
      no_deadline: '无时限',
      not_due: '未到期',
      due_soon: '临期',
      overdue: '已过期',
    } satisfies Record<Statuses['schedule'], string>,
    light: { green: '绿灯', yellow: '黄灯', red: '红灯', none: '不亮灯' } satisfies Record<
      Statuses['light'],
      string
    >,
  },
  {
    role: {
      viewer: 'Viewer',
      deputy: 'Deputy',
      editor: 'Editor',
      unit: 'Unit',
      auditor: 'Auditor',
      administrator: 'Administrator',
    },
    stance: { commitment: 'Commitment', achievement: 'Achievement' },
    kind: { quantity: 'Value', coverage: 'Full coverage', milestone: 'Milestone' },
    strength: { binding: 'Binding', plain: 'Plain', best_effort: 'Best effort', exploratory: 'Exploratory' },
    reviewed: { true: 'reviewed', false: 'not yet' },
    missing: { measure: 'Measure', deadline: 'Deadline', owner: 'Owner', deliverable: 'Deliverable' },
    documentKind: {
      reply: 'Reply',
      action_plan: 'Action plan',
      progress_report: 'Progress report',
      work_report: 'Work report',
      ledger: 'Ledger',
      other: 'Other',
    },
    documentStatus: { received: 'Queued', read: 'Working', done: 'Done', failed: 'Failed' },
    status: { claimed: 'Claimed', verified: 'Verified', schedule: 'Schedule' },
    claimed: {
      none: 'Nothing claimed',
      not_started: 'Not started',
      under_way: 'Under way',
      done: 'Done',
      cannot: 'Cannot be done',
    },
    verified: {
      none: 'No evidence',
      met: 'Met',
      not_met: 'Not met',
      in_progress: 'In progress',
      changed: 'Target changed',
      disputed: 'Disputed',
    },
    schedule: { no_deadline: 'No deadline', not_due: 'Not due', due_soon: 'Due soon', overdue: 'Overdue' },
    light: { green: 'Green', yellow: 'Yellow', red: 'Red', none: 'No light' },
  },
);
