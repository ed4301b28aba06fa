/** Solar days, month and day, of feasts of the lunar year (GB/T 33661-2017), with the first year of each list. */
const feasts = {
  春节: {
    from: 2000,
    days: '0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123',
  },
  端午: {
    from: 2010,
    days: '0616 0606 0623 0612 0602 0620 0609 0530 0618 0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610',
  },
  中秋: {
    from: 2010,
    days: '0922 0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916',
  },
  重阳: {
    from: 2010,
    days: '1016 1005 1023 1013 1002 1021 1009 1028 1017 1007 1025 1014 1004 1023 1011 1029 1018 1008 1026 1016 1005 1024 1012 1001 1020 1009',
  },
} as const;

/** A feast that falls on another day each year; 清明 goes by the sun, but moves too. */
export type Feast = keyof typeof feasts | '清明';

const list = Object.fromEntries(
  Object.entries(feasts).map(([name, { from, days }]) => [name, { from, days: days.split(' ') }]),
) as Record<keyof typeof feasts, { from: number; days: string[] }>;

/** 清明 of 2000 to 2099: the mean of the sun's way, counted from the century's first. */
const qingming = (year: number): number =>
  Math.floor((year - 2000) * 0.2422 + 4.81) - Math.floor((year - 2000) / 4);

/** Month and day of a feast in a year; null where its list does not reach. */
export function feastIn(feast: Feast, year: number): { month: number; day: number } | null {
  if (feast === '清明') return year >= 2000 && year < 2100 ? { month: 4, day: qingming(year) } : null;
  const { from, days } = list[feast];
  const found = days[year - from];
  return found ? { month: Number(found.slice(0, 2)), day: Number(found.slice(2)) } : null;
}
