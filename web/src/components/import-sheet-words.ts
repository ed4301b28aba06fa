import { words } from '../i18n/words.js';

export const sheetWords = words(
  {
    line: '行',
    outcome: '结果',
    leftOut: (names: string) => `没有用到的栏：${names}`,
    onlyProblems: (count: number) => `只看有问题的 ${count} 行`,
    looking: '正在查看…',
    cancel: '取消',
  },
  {
    line: 'Line',
    outcome: 'Outcome',
    leftOut: (names: string) => `Columns left out: ${names}`,
    onlyProblems: (count: number) => `Only the ${count} lines with something wrong`,
    looking: 'Looking…',
    cancel: 'Cancel',
  },
);
