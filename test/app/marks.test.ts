import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/app/query/marks.js';

const marked = (text: string, ...words: string[]) =>
  marksOf(text, words).map(({ start, end }) => text.slice(start, end));

describe('marks of words in a text', () => {
  it('are every place of every word, joined where they touch', () => {
    expect(marked('新建学校3所，学校改造', '学校')).toEqual(['学校', '学校']);
    expect(marked('新建学校3所', '新建', '学校')).toEqual(['新建学校']);
    expect(marked('学校校舍', '学校', '校校')).toEqual(['学校校']);
    expect(marked('新建学校', '道路')).toEqual([]);
  });

  it('hold where a word runs over the end of a line, or stands in capitals', () => {
    expect(marked('县域就\n诊率达到92%', '就诊率')).toEqual(['就\n诊率']);
    expect(marked('建设5G基站', '5g')).toEqual(['5G']);
  });

  it('keep characters outside the basic plane whole', () => {
    expect(marked('𠮷林村新建𠮷桥', '𠮷桥')).toEqual(['𠮷桥']);
    expect(marked('新建𠮷', '建𠮷')).toEqual(['建𠮷']);
  });

  it('are none for an empty word', () => {
    expect(marksOf('新建', [''])).toEqual([]);
  });
});
