import { words } from '../../i18n/words.js';

export const documentsWords = words(
  {
    title: '文件',
    all: '全部',
    columns: {
      document: '文件',
      kind: '类别',
      number: '文号',
      proposal: '建议提案编号',
      issuer: '单位',
      date: '成文日期',
      items: '承诺 / 成效',
      status: '状态',
      received: '入库时间',
    },
    empty: '还没有文件',
    noneOfStatus: '没有这种状态的文件',
    more: '继续加载',
    warnings: (count: number) => `有 ${count} 处没有读全`,
  },
  {
    title: 'Documents',
    all: 'All',
    columns: {
      document: 'Document',
      kind: 'Kind',
      number: 'Number',
      proposal: 'Proposal',
      issuer: 'Office',
      date: 'Dated',
      items: 'Commitments / achievements',
      status: 'Status',
      received: 'Taken in',
    },
    empty: 'There are no documents yet',
    noneOfStatus: 'No documents of this status',
    more: 'Load more',
    warnings: (count: number) => `${count} places were not read whole`,
  },
);
