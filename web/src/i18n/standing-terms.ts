import type { DecisionKind, Evidence, Standing } from '../api/standing-types.js';
import type { LedgerRow, StoredDocument } from '../api/types.js';
import { words } from './words.js';

type Meta = NonNullable<StoredDocument['meta']>;
type Form = NonNullable<Meta['form']>;

/** The words for what is found and decided about a promise, as the command line and the exports have them. */
export const standingTerms = words(
  {
    verdict: {
      met: '达到',
      not_met: '未达到',
      in_progress: '推进中',
      no_evidence: '无佐证',
      changed: '已调整',
    } satisfies Record<Standing['verdict'], string>,
    reach: { yes: '达到目标', no: '未达目标', unclear: '说不清' } satisfies Record<Evidence['reach'], string>,
    comparator: {
      '=': '等于',
      '>=': '不低于',
      '<=': '不高于',
      '>': '高于',
      '<': '低于',
      '~': '约',
      range: '区间',
    } satisfies Record<NonNullable<LedgerRow['comparator']>, string>,
    decision: {
      accept: '核对无误',
      reject: '不是承诺',
      unreview: '撤回核对',
      confirm: '确认佐证',
      deny: '否认佐证',
      correct: '更正',
      close: '销号',
      reopen: '退回（取消销号）',
      extend: '延期',
      adjust: '调整',
      vague: '标记为笼统',
      clear: '取消笼统标记',
      merge: '合并重复',
      unmerge: '取消合并',
    } satisfies Record<DecisionKind, string>,
    satisfaction: {
      satisfied: '满意',
      basically_satisfied: '基本满意',
      unsatisfied: '不满意',
    } satisfies Record<NonNullable<Form['satisfaction']>, string>,
    body: { npc: '人大建议', cppcc: '政协提案' } satisfies Record<NonNullable<Meta['body']>, string>,
    rejected: '不是承诺',
    accepted: '已核对',
    closed: '已销号',
    vague: '过于笼统',
    doubled: '与另一条重复',
    untracked: '尚未比对',
  },
  {
    verdict: {
      met: 'Met',
      not_met: 'Not met',
      in_progress: 'In progress',
      no_evidence: 'No evidence',
      changed: 'Changed',
    },
    reach: { yes: 'Reaches it', no: 'Short of it', unclear: 'Unclear' },
    comparator: {
      '=': 'equal to',
      '>=': 'at least',
      '<=': 'at most',
      '>': 'above',
      '<': 'below',
      '~': 'about',
      range: 'range',
    },
    decision: {
      accept: 'Read right',
      reject: 'No promise',
      unreview: 'Review taken back',
      confirm: 'Link confirmed',
      deny: 'Link denied',
      correct: 'Corrected',
      close: 'Close',
      reopen: 'Reopen',
      extend: 'Extend',
      adjust: 'Adjust',
      vague: 'Too vague',
      clear: 'Not vague',
      merge: 'Merge',
      unmerge: 'Unmerge',
    },
    satisfaction: {
      satisfied: 'Satisfied',
      basically_satisfied: 'Mostly satisfied',
      unsatisfied: 'Not satisfied',
    },
    body: { npc: 'People’s congress', cppcc: 'CPPCC' },
    rejected: 'No promise',
    accepted: 'Looked over',
    closed: 'Closed',
    vague: 'Too vague',
    doubled: 'Says the same as another',
    untracked: 'Not compared yet',
  },
);
