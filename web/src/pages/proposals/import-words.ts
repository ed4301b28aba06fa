import { words } from '../../i18n/words.js';

export const importWords = words(
  {
    open: '导入清单',
    heading: (name: string) => `导入清单：${name}`,
    number: '编号',
    title: '标题',
    what: '改动或问题',
    outcomes: { new: '新增', changed: '补充', same: '没有变化', refused: '不导入' },
    fields: {
      title: '标题',
      body: '类别',
      session: '届次',
      proposers: '提出人',
      lead: '主办单位',
      assisting: '会办单位',
      handover: '交办日',
      letters: '已有的答复',
    },
    sum: (fresh: number, changed: number, same: number, refused: number) =>
      `新增 ${fresh} 件，补充 ${changed} 件，没有变化 ${same} 件，不导入 ${refused} 行。`,
    confirm: (count: number) => `导入 ${count} 件`,
    done: (count: number) => `已导入 ${count} 件`,
  },
  {
    open: 'Take in a list',
    heading: (name: string) => `Take in a list: ${name}`,
    number: 'Number',
    title: 'Title',
    what: 'Changes or problem',
    outcomes: { new: 'new', changed: 'changed', same: 'the same', refused: 'not taken' },
    fields: {
      title: 'title',
      body: 'kind',
      session: 'session',
      proposers: 'proposers',
      lead: 'leading units',
      assisting: 'assisting units',
      handover: 'hand-over',
      letters: 'letters that are there',
    },
    sum: (fresh: number, changed: number, same: number, refused: number) =>
      `${fresh} new, ${changed} changed, ${same} the same, ${refused} lines not taken.`,
    confirm: (count: number) => `Take in ${count}`,
    done: (count: number) => `${count} taken in`,
  },
);
