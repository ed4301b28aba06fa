import type { HeadingReader } from './headed-table.js';

export const ledgerFields = [
  'words',
  'indicator',
  'target',
  'unit',
  'deadline',
  'lead',
  'assisting',
  'docNumber',
  'proposal',
  'category',
] as const;
export type LedgerField = (typeof ledgerFields)[number];

/** In their order: 责任单位 before 单位, 目标任务 before 目标, so that the closer word tells. */
const headings: readonly (readonly [LedgerField, RegExp])[] = [
  ['docNumber', /^(?:来源)?(?:发文|文件|答复)?(?:文号|字号)$|^(?:文件)?依据$|^(?:来源|出处|来源文件)$/u],
  ['proposal', /^(?:建议|提案|议案)(?:编|序|案)?号码?$|^(?:建议|提案)(?:议案)?(?:名称|案由)?$/u],
  [
    'deadline',
    /时限|期限|截止|^(?:拟|计划|应|预计|承诺)?(?:完成|办结|到期)(?:时间|日期|时点|年份)$|^到期(?:日|时间)?$/u,
  ],
  ['assisting', /会办|协办|分办|配合/u],
  ['lead', /^(?:责任|承办|主办|牵头|办理|实施|落实|承诺)(?:单位|部门|科室|主体|人|领导)/u],
  ['unit', /^(?:计量|度量|指标|数量)?单位$/u],
  ['indicator', /指标(?!值|数)(?:名称|内容)?$/u],
  [
    'words',
    /原文|^(?:承诺|重点|目标|主要|具体|工作|建设|办理|答复|整改|任务)*(?:事项|任务|内容|措施|工作|要点|条款|承诺)$/u,
  ],
  [
    'target',
    /^(?:年度|预期|承诺|计划|规划|指标)*(?:目标|指标)(?:值|数|数值)?$|^(?:目标|计划|任务)(?:数|量|值)$|^数值?量?$/u,
  ],
  ['category', /^(?:类别|类型|领域|板块|分类|一级指标|专项|章节)$/u],
];

/** Which column of a ledger of promises a heading names. */
export const readLedgerHeading: HeadingReader<LedgerField> = (words, close) => {
  const field = headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  // 工作内容 may be anything; 承诺原文 is not.
  return field === 'words' && close && !/原文|承诺/u.test(words) ? null : field;
};

/** A ledger has the words of its promises, or what each measures and how much of it. */
export const neededOfLedger: readonly (readonly LedgerField[])[] = [
  ['words', 'deadline'],
  ['words', 'lead'],
  ['indicator', 'target'],
];
