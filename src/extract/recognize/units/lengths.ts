/** Months and seconds of one unit of time; workdays are counted by themselves. */
export type LengthUnit =
  | { readonly sort: 'calendar'; readonly months: number; readonly iso: string; readonly times: number }
  | { readonly sort: 'clock'; readonly seconds: number; readonly iso: string; readonly times: number }
  | { readonly sort: 'workday' };

const calendar = (months: number, iso: string, times = 1): LengthUnit => ({
  sort: 'calendar',
  months,
  iso,
  times,
});
const clock = (seconds: number, iso: string, times = 1): LengthUnit => ({
  sort: 'clock',
  seconds,
  iso,
  times,
});

const year = calendar(12, 'Y');
const quarter = calendar(3, 'M', 3);
const month = calendar(1, 'M');
const week = clock(604_800, 'D', 7);
const day = clock(86_400, 'D');
const hour = clock(3600, 'TH');
const minute = clock(60, 'TM');
const second = clock(1, 'TS');

/** Units of time by the words after a count. 月 alone is a month of the year (三月), 季度 a quarter of it. */
export const lengthUnits: ReadonlyMap<string, LengthUnit> = new Map([
  ['年', year],
  ['周年', year],
  ['个年度', year],
  ['个季度', quarter],
  ['个月', month],
  ['周', week],
  ['个周', week],
  ['星期', week],
  ['个星期', week],
  ['礼拜', week],
  ['个礼拜', week],
  ['天', day],
  ['日', day],
  ['昼夜', day],
  ['个自然日', day],
  ['自然日', day],
  ['个日历天', day],
  ['个工作日', { sort: 'workday' }],
  ['工作日', { sort: 'workday' }],
  ['个小时', hour],
  ['小时', hour],
  ['个钟头', hour],
  ['钟头', hour],
  ['分钟', minute],
  ['秒', second],
  ['秒钟', second],
  ['毫秒', clock(0.001, 'TS', 0.001)],
]);
