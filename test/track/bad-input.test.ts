import { describe, expect, it } from 'vitest';
import { track } from '../../src/track/tracker.js';
import { documentOf } from './tracking-pairs.js';

const plan = documentOf(
  'plan.txt',
  '青槐市2025年民生实事实施方案\n\n2025年2月10日\n\n一、主要目标\n\n1.新建口袋公园12个。\n2.城镇新增就业3万人以上。\n3.农村生活污水治理率达到70%。\n',
);

/** Verdicts of the plan's three promises, in its order. */
const verdicts = (...reports: readonly string[]) =>
  track(
    [plan],
    reports.map((text, i) => documentOf(`report-${i}.txt`, text)),
    '2026-01-31',
  ).map(({ verdict }) => verdict);

const nothing = ['no_evidence', 'no_evidence', 'no_evidence'];
const body = '新建口袋公园12个，城镇新增就业3.2万人，农村生活污水治理率达到71%。';

describe('reports that say nothing of the promise', () => {
  it('takes what the place itself reports of the year', () => {
    expect(verdicts(`青槐市2025年工作总结\n\n2026年1月10日\n\n一、完成情况\n\n全年${body}\n`)).toEqual([
      'met',
      'met',
      'met',
    ]);
  });
  it('does not take another place with the same figures', () => {
    expect(verdicts(`松台市2025年工作总结\n\n2026年1月10日\n\n一、完成情况\n\n全年${body}\n`)).toEqual(
      nothing,
    );
  });
  it('does not take a district for its city', () => {
    expect(verdicts(`青槐市岚城区2025年工作总结\n\n2026年1月10日\n\n一、完成情况\n\n全年${body}\n`)).toEqual(
      nothing,
    );
  });
  it('does not take the whole country for a city', () => {
    expect(
      verdicts(`国务院关于2025年工作完成情况的报告\n\n2026年1月10日\n\n一、完成情况\n\n全年${body}\n`),
    ).toEqual(nothing);
  });
  it('does not take the same figures for another year', () => {
    expect(verdicts(`青槐市2023年工作总结\n\n2024年1月10日\n\n一、完成情况\n\n全年${body}\n`)).toEqual(
      nothing,
    );
  });
  it('does not take a report from before the promise', () => {
    expect(verdicts(`青槐市2024年工作总结\n\n2025年1月5日\n\n一、完成情况\n\n2024年${body}\n`)).toEqual(
      nothing,
    );
  });
  it('does not take a report that repeats the promise', () => {
    expect(
      verdicts(
        '青槐市2025年民生实事进展情况的报告\n\n2025年8月10日\n\n一、进展情况\n\n1.新建口袋公园12个。截至7月底，正在开展前期工作。\n2.年初《政府工作报告》提出，城镇新增就业3万人以上。\n3.全年目标为农村生活污水治理率达到70%。\n',
      ),
    ).toEqual(nothing);
  });
  it('takes what stands beside the repeated promise', () => {
    expect(
      verdicts(
        '青槐市2025年民生实事进展情况的报告\n\n2025年8月10日\n\n一、进展情况\n\n1.新建口袋公园12个。截至7月底，已新建口袋公园5个。\n2.城镇新增就业3万人以上。截至7月底，已新增城镇就业3.1万人。\n',
      ).slice(0, 2),
    ).toEqual(['not_met', 'met']);
  });
});

describe('reports that disagree', () => {
  const low = '青槐市2025年工作总结\n\n2026年1月10日\n\n一、完成情况\n\n全年新建口袋公园9个。\n';
  const high =
    '青槐市2025年民生实事完成情况的报告\n\n2026年1月12日\n\n一、完成情况\n\n全年新建口袋公园12个。\n';
  it('gives the same verdict in either order and tells of the other figure', () => {
    expect(verdicts(low, high)).toEqual(verdicts(high, low));
    const [row] = track([plan], [documentOf('low.txt', low), documentOf('high.txt', high)], '2026-01-31');
    expect(row?.verdict).toBe('met');
    expect(row?.evidence.map(({ value }) => value)).toEqual([12, 9]);
  });
});
