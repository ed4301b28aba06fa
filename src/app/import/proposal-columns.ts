import type { HeadingReader } from './headed-table.js';

export const proposalFields = [
  'number',
  'title',
  'proposers',
  'seconders',
  'lead',
  'assisting',
  'session',
  'body',
  'handover',
] as const;
export type ProposalField = (typeof proposalFields)[number];

/** In their order: 主办单位 before 单位, so that the closer word tells. */
const headings: readonly (readonly [ProposalField, RegExp])[] = [
  ['number', /^(?:建议|提案|议案|案|件)?(?:编|案|件)?号$|^(?:建议|提案|议案)(?:序|编|案)?号码?$|^编码$/u],
  [
    'title',
    /案由|^(?:建议|提案|议案)?(?:标题|题目|名称|题名)$|^(?:建议|提案|议案)(?:案名|内容)?$|^(?:主题|内容|事由)$/u,
  ],
  ['seconders', /附议|联名|联署|会签/u],
  [
    'proposers',
    /领衔|提出者|提出人|提案人|提案者|提案单位|建议人|第一提案|^(?:人大)?代表(?:姓名|名单)?$|^(?:政协)?委员(?:姓名|名单)?$|^(?:代表|委员)[/、或](?:代表|委员)$|^姓名$/u,
  ],
  ['assisting', /会办|协办|分办|配合/u],
  ['lead', /承办|主办|办理单位|牵头|责任单位|交办单位|答复单位/u],
  ['session', /届次|^(?:届|会议|次会|会议届次|会议名称)$/u],
  ['handover', /交办(?:日期|时间|日)|转办(?:日期|时间)|交办$/u],
  ['body', /^(?:建议提案)?(?:类型|类别|性质|种类|案别|来源)$/u],
];

/** Which column of a list of proposals a heading names. */
export const readProposalHeading: HeadingReader<ProposalField> = (words, close) => {
  const field = headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  // 编号 may number anything; 提案号 does not.
  return field === 'number' && close && !/^(?:建议|提案|议案)/u.test(words) ? null : field;
};

/** Without these a list cannot be taken in. */
export const neededFields: readonly ProposalField[] = ['number', 'title'];
