import { words } from '../../i18n/words.js';

export const markWords = words(
  {
    add: '添加为承诺',
    title: '添加承诺',
    reading: '正在识读标出的文字…',
    choice: '添加哪一条',
    milestone: '整句，作为节点任务',
    existing: (what: string) => `${what}（台账里已有）`,
    isThere: '这一处已经在台账里了。',
    reason: '对照原文补充',
    added: '已添加',
    undo: '撤回',
    takeBack: '撤回添加',
    takenBack: '已撤回添加',
  },
  {
    add: 'Add as a commitment',
    title: 'Add a commitment',
    reading: 'Reading the marked words…',
    choice: 'Which one to add',
    milestone: 'The whole sentence, as a milestone',
    existing: (what: string) => `${what} (in the ledger already)`,
    isThere: 'This place is in the ledger already.',
    reason: 'added from the source',
    added: 'Added',
    undo: 'Take back',
    takeBack: 'Take back',
    takenBack: 'Taken back',
  },
);
