import { words } from '../../i18n/words.js';

export const binWords = words(
  {
    name: '文件',
    by: '谁放的',
    at: '放进时间',
    removable: '此后可以清空',
    actions: '操作',
    restore: '恢复',
    restored: '已恢复，正在重新对照',
    empty: '清空期满的文件',
    emptySure: '期满的文件连同原件永远删除，不能恢复。确定清空？',
    emptied: (count: number, days: number) => `已删除 ${count} 份放满 ${days} 天的文件`,
    help: '放进回收站的文件不在台账、统计和佐证里，对它做过的决定留着，恢复后照旧。',
    none: '回收站是空的',
    more: '继续加载',
  },
  {
    name: 'Document',
    by: 'Put there by',
    at: 'Put there',
    removable: 'May be removed from',
    actions: 'Actions',
    restore: 'Restore',
    restored: 'Restored; it is being compared again',
    empty: 'Remove what is past its time',
    emptySure: 'Documents past their time are removed for good, originals as well. Remove them?',
    emptied: (count: number, days: number) =>
      `${count} documents removed that had lain here for ${days} days`,
    help: 'What lies in the bin is no part of ledger, figures and evidence; decisions are kept and count again when it is restored.',
    none: 'The bin is empty',
    more: 'Load more',
  },
);
