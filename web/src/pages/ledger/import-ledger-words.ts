import { words } from '../../i18n/words.js';

export const importLedgerWords = words(
  {
    heading: (name: string) => `导入台账：${name}`,
    words: '承诺',
    problem: '问题和改法',
    outcomes: { taken: '收入', doubled: '重复', refused: '不导入' },
    sum: (taken: number, doubled: number, refused: number) =>
      `收入 ${taken} 条，重复 ${doubled} 行，不导入 ${refused} 行。`,
    confirm: (count: number) => `导入 ${count} 条`,
    done: (count: number) => `已导入 ${count} 条`,
    known: '这份台账以前导入过，没有变化',
  },
  {
    heading: (name: string) => `Take in a ledger: ${name}`,
    words: 'Commitment',
    problem: 'What is wrong, and what to do',
    outcomes: { taken: 'taken', doubled: 'double', refused: 'not taken' },
    sum: (taken: number, doubled: number, refused: number) =>
      `${taken} taken, ${doubled} double, ${refused} lines not taken.`,
    confirm: (count: number) => `Take in ${count}`,
    done: (count: number) => `${count} taken in`,
    known: 'This ledger was taken in before: nothing has changed',
  },
);
