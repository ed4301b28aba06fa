import { describe, expect, it } from 'vitest';
import { recognize } from '../../../src/extract/recognize/recognize.js';

/** What every reader is made of; the regular expressions are sticky and bounded, so a call of one is one step. */
const methods = [
  [String.prototype, 'charAt'],
  [String.prototype, 'charCodeAt'],
  [String.prototype, 'startsWith'],
  [String.prototype, 'slice'],
  [RegExp.prototype, 'exec'],
  [RegExp.prototype, 'test'],
  [Array.prototype, 'push'],
] as const;

/** How many steps a reading takes: characters looked at, pieces cut (their length counts), patterns tried. */
function steps(text: string): number {
  let count = 0;
  const originals = methods.map(([owner, name]) => [owner, name, Reflect.get(owner, name)] as const);
  for (const [owner, name, original] of originals)
    Reflect.set(owner, name, function counted(this: unknown, ...args: unknown[]) {
      const result = Reflect.apply(original as (...args: unknown[]) => unknown, this, args);
      count += 1 + (name === 'slice' && typeof result === 'string' ? result.length : 0);
      return result;
    });
  try {
    recognize(text, '2025-03-20');
  } finally {
    for (const [owner, name, original] of originals) Reflect.set(owner, name, original);
  }
  return count;
}

const hostile = [
  '一',
  '1',
  '０',
  '零',
  '两',
  '十',
  '百',
  '万',
  '、',
  '（',
  '）',
  '，',
  '：',
  '-',
  '—',
  '/',
  '.',
  ' ',
  '\n',
  '\u0000',
  '\ud800',
  '1,',
  '1，',
  '1.',
  '1/',
  '1-',
  '1~',
  '1 ',
  '1，000',
  '100，000，',
  '1万',
  '1亿',
  '一万',
  '一百',
  '一点',
  '一点五',
  '分之',
  '一分之',
  '百分之',
  '一又',
  '负',
  '第',
  '第一',
  '半',
  '几',
  '几十',
  '数百万',
  '余',
  '十余',
  '每',
  '每年',
  '自',
  '自之日起',
  '自印发之日起1年',
  '到',
  '至2025年',
  '2025',
  '2025-',
  '2025-01-',
  '2025年',
  '2025年到',
  '1月',
  '1月1',
  '1月1日，',
  '10号，',
  '3天',
  '3天5小时',
  '3年6个月',
  '个半',
  '大于',
  '大于1',
  '大于1小于2',
  '1以上',
  '1以上2以下',
  '1米',
  '1公里1米',
  '1元1角',
  '¥',
  '人民币',
  '元',
  '上',
  '近',
  '近3',
  '农历',
  '\n一、',
  '1/人·',
  '一两',
  '三五',
  '二三十',
];

describe('the cost grows with the length and not its square', () => {
  it.each(hostile.map((piece) => [JSON.stringify(piece), piece] as const))(
    '%s again and again',
    (_name, piece) => {
      const size = 200;
      const few = steps(piece.repeat(size));
      const many = steps(piece.repeat(size * 4));
      expect(many / few).toBeLessThan(5);
      expect(few).toBeLessThan(size * piece.length * 400);
    },
  );

  it('also for a hundred thousand digits', () => {
    expect(steps('9'.repeat(100_000))).toBeLessThan(100_000 * 100);
    expect(steps(`${'一'.repeat(50_000)}${'二'.repeat(50_000)}`)).toBeLessThan(100_000 * 100);
  });
});
