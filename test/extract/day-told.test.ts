import { describe, expect, it } from 'vitest';
import { extractText } from './corpus.js';

/** Of a report of 16 January 2026 on the year before: what ends on a day without a year. */
const milestonesOf = (wording: string) =>
  extractText(
    `青石市住房和城乡建设局关于2025年度管网改造实施情况的报告\n\n一、总体进展\n${wording}\n\n青石市住房和城乡建设局\n2026年1月16日\n`,
  ).items.flatMap(({ kind, stance, deadline }) =>
    kind === 'milestone' ? [`${stance} ${deadline?.date}`] : [],
  );

describe('a day after the one of the report', () => {
  it.each([
    '2025年更新管网46公里，燃气管道更新任务于10月22日全面完成。',
    '2025年新建泵站2座，城东泵站已于9月1日启用。',
  ])('is of the year that was spoken of, where a deed ends on it: %s', (wording) => {
    expect(milestonesOf(wording)).toEqual([]);
  });

  it.each([
    ['2025年更新管网46公里，二期工程将于10月22日全面完成。', '2026-10-22'],
    ['2025年更新管网46公里，二期工程计划于6月30日完工。', '2026-06-30'],
    ['2024年更新管网46公里。二期工程确保于2026年10月22日全面完成。', '2026-10-22'],
  ])('lies ahead where it is announced: %s', (wording, day) => {
    expect(milestonesOf(wording)).toEqual([`commitment ${day}`]);
  });
});
