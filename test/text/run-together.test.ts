import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extractor.js';
import { outline } from '../../src/text/outline/outline.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';

const report = `政府工作报告
——2023年1月10日在青杉县第十七届人民代表大会第三次会议上
县长 某某某
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2022年工作回顾
过去一年，全县地区生产总值增长5.2%，新增城镇就业3200人。
二、2023年工作安排
今年政府工作的总体要求是：以高质量发展为主线，稳中求进。
（一）聚力产业升级。培育规上工业企业12家，新建标准厂房8万平方米。
（二）聚力民生改善。新增城镇就业3500人，改造老旧小区26个。`;

const plan = `青杉县农村供水提升三年行动方案（2021—2023年）
为进一步提升农村供水保障能力，结合我县实际，制定本方案。
一、总体要求
以农村供水规模化为方向，统筹推进水源、水厂和管网建设。
二、重点任务
（一）推进水源建设
新建小型水库3座，新增供水能力1.2万吨/日。（责任单位：县水务局、县自然资源局）
（二）改造管网
更新改造管网260公里。（牵头单位：县水务局；配合单位：县财政局）
三、保障措施
各乡镇要加强组织领导。`;

const reply = `青杉县交通运输局
青交函〔2022〕18号
青杉县交通运输局关于对县十七届人大二次会议第46号建议的答复
李某某代表：
您提出的《关于修缮杉河桥的建议》收悉，现答复如下：
一、基本情况
杉河桥建于1998年，全长86米。
二、下一步工作
我局计划于2023年6月底前完成桥面修缮，投资120万元。
青杉县交通运输局
2022年7月5日`;

const { segmenter } = loadSegmenter();
const read = (text: string) => {
  const { meta, items } = extract(plainSource(text), '0'.repeat(64), segmenter);
  return {
    meta: { ...meta, form: null },
    items: items.map(({ stance, valueText, deadline, responsible, indicator }) => [
      stance,
      valueText,
      deadline?.date ?? null,
      responsible,
      indicator,
    ]),
  };
};

describe('a text that lost its line breaks', () => {
  it.each([
    ['report', report],
    ['plan', plan],
    ['reply', reply],
  ])('says of itself and promises what it did with them: %s', (_name, text) => {
    const whole = read(text);
    expect(whole.items.length).toBeGreaterThanOrEqual(2);
    expect(read(text.replaceAll('\n', ''))).toEqual(whole);
    expect(read(text.replaceAll('\n', ' '))).toEqual(whole);
  });

  it('plans for the year of the report where no sentence names one', () => {
    const { items } = read(
      report.replace('一、2022年工作回顾', '一、工作回顾').replace('二、2023年工作安排', '二、工作安排'),
    );
    const ahead = items.filter(([stance]) => stance === 'commitment');
    expect(ahead.map(([, , day]) => day)).toEqual(ahead.map(() => '2023-12-31'));
    expect(ahead.length).toBeGreaterThanOrEqual(3);
  });

  it('takes the year over that a paragraph announces', () => {
    const { items } = read(`青杉县两会：今年的民生账单
县长在会上报告政府工作时提出2023年主要任务，一组组目标是动员令。
◆新增城镇就业3500人
◆筹集保障性租赁住房260套`);
    expect(items.map(([, value, day]) => [value, day])).toEqual([
      ['3500人', '2023-12-31'],
      ['260套', '2023-12-31'],
    ]);
  });

  it('is parted by its headings', () => {
    const { blocks, clean } = outline(plainSource(plan.replaceAll('\n', '')));
    const headings = blocks.filter(({ level, headingEnd, start }) => level !== null && headingEnd > start);
    expect(headings.map(({ start, headingEnd }) => clean.text.slice(start, headingEnd))).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）推进水源建设',
      '（二）改造管网',
      '三、保障措施',
    ]);
  });

  it.each([
    '第一、二产业增加值分别增长3%和5%，统一、高效的机制全面建立，保障群众用水安全，供水水质稳定达标，群众满意度不断提升。',
    '根据《青杉县管网管理办法》第十条第（一）项、第（二）项的规定，由县水务局负责日常巡查，每月巡查不少于2次，并做好记录备查。',
    '项目全长3.5公里，总投资1.2亿元，其中一期1.5公里、二期2.0公里，由县交通运输局组织实施，沿线涉及3个乡镇、12个行政村。',
    '2023年6月30日至7月15日，共收到群众意见36条，采纳24条。2023年7月20日召开的县政府常务会议研究同意了调整后的实施方案。',
  ])('whose sentence holds a number that opens nothing stays whole: %s', (text) => {
    expect(outline(plainSource(text)).blocks).toHaveLength(1);
  });
});
