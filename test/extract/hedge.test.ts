import { describe, expect, it } from 'vitest';
import { extractText } from './corpus.js';

const hedgedOf = (wording: string, value: string) =>
  extractText(`青石市托育行动方案（2024—2026年）\n\n一、主要任务\n${wording}\n`).items.find(
    ({ valueText }) => valueText === value,
  )?.hedged;

describe('a hedge of the lead-in', () => {
  it.each([
    [
      '“十五五”时期，要努力实现以下目标任务：\n一是托位明显增加。托位总数达到4200个。\n二是质量提升。持证率达到95%。',
      '95%',
    ],
    ['到2026年，力争达到以下目标：\n（一）托位总数达到4200个。\n（二）持证率达到95%。', '4200个'],
    ['今后三年，努力实现下列主要指标：\n——托位总数达到4200个。', '4200个'],
  ])('is of every point below: %s', (wording, value) => {
    expect(hedgedOf(wording, value)).toBe(true);
  });

  it.each([
    ['要努力实现以下目标任务：\n一是托位总数达到4200个。\n市级财政安排专项资金600万元。', '600万元'],
    ['要确保实现以下目标任务：\n一是托位总数达到4200个。', '4200个'],
    ['经过努力，实现了以下目标。\n一是托位总数将达到4200个。', '4200个'],
  ])('ends with its list, and is none where nothing is striven for: %s', (wording, value) => {
    expect(hedgedOf(wording, value)).toBe(false);
  });
});

describe('a hedge', () => {
  it.each([
    ['力争90%以上达到基本标准，30%达到推荐标准。', '30%'],
    ['力争新建托育园12家，新增托位800个。', '800个'],
    ['力争用更短时间新建托育园12家。', '12家'],
    ['到2026年，力争托位总数达到4200个，普惠托位占比达到60%。', '60%'],
    ['同时，争取新建托育园12家。', '12家'],
    ['原则上每个街道建成1家托育园，服务覆盖率达到80%。', '80%'],
  ])('governs its list: %s', (wording, value) => {
    expect(hedgedOf(wording, value)).toBe(true);
  });

  it.each([
    ['进出口总额争取实现正增长，居民消费价格涨幅控制在2%左右，城镇新增就业人数45万人。', '45万人'],
    ['逐步改变城乡二元结构，确保到2026年底，区域供水覆盖率达到85%以上。', '85%以上'],
    ['积极争取国家重大专项，实施10个以上省级项目。', '10个以上'],
    ['确保托位总数达到4200个。', '4200个'],
    ['托位总数年均增长8%、努力争取更好结果，普惠托位占比60%以上。', '60%以上'],
    ['托位总数增长8%左右、力争更高，普惠托位占比60%以上。', '60%以上'],
  ])(
    'does not govern what has its own subject, is made firm, or is done with what is sought of others: %s',
    (wording, value) => {
      expect(hedgedOf(wording, value)).toBe(false);
    },
  );
});
