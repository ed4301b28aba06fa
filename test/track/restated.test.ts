import { describe, expect, it } from 'vitest';
import { restates } from '../../src/track/fact/restated.js';

/** Whether the figure between « and » is told again as a target; the clause is what no comma divides. */
function told(marked: string): boolean {
  const [before = '', rest = ''] = marked.split('«');
  const after = (rest.split('»')[1] ?? '').split(/[，。；]/u)[0] ?? '';
  const clause = /[^，。；]*$/u.exec(before)?.[0] ?? '';
  return restates({ own: clause, clause, sentence: before }, after);
}

describe('a target that a report tells again', () => {
  it.each([
    '报告提出，2025年城镇新增就业«3万人以上»',
    '年初《政府工作报告》提出，新改建农村公路«120公里»、改造危桥12座',
    '规划明确居民人均可支配收入增长«6%»',
    '超额完成«40所»的年度目标任务',
    '高于«6%»的预期目标',
    '全年目标为«5000套»',
    '目标任务«35万人»',
    '供水管网改造由60公里调整为«75公里»',
    '完成年计划«710亿元»的89.4%',
    '超额完成PM2.5平均浓度下降«4%»、重污染天数减少6%的改善目标',
  ])('%s', (text) => expect(told(text)).toBe(true));

  it.each([
    '报告提出新建口袋公园12个，截至年底已建成«13个»',
    '按照方案要求，新建口袋公园«12个»',
    '新改扩建幼儿园«48所»，超额完成40所的年度目标任务',
    '完成新增就业«3.2万人»的目标任务',
    '完成年度目标任务«3.72万个»',
    '年初提出的任务全面完成。新建口袋公园«12个»',
    '地区生产总值«635亿元»，完成年计划的89.4%',
  ])('not %s', (text) => expect(told(text)).toBe(false));
});
