import { formatNumber } from '../../shared/list-number-format.js';

const styles: Readonly<Record<number, string>> = {
  1: 'chineseCounting',
  2: 'chineseLegalSimplified',
  3: 'decimalFullWidth',
};

/** Whole numbers of a text in the numerals of [DBNum1] to [DBNum3]; digits after a point one by one. */
export function withNumerals(text: string, numerals: number): string {
  const style = styles[numerals];
  if (style === undefined) return text;
  return text.replace(/(\d+)(?:\.(\d+))?/g, (_whole, before: string, after?: string) => {
    const whole = formatNumber(Number(before), style);
    return after === undefined ? whole : `${whole}点${digitByDigit(after, numerals)}`;
  });
}

/** 2025 as 二〇二五: how years are written. */
export function digitByDigit(digits: string, numerals: number): string {
  const signs = { 1: '〇一二三四五六七八九', 2: '零壹贰叁肆伍陆柒捌玖', 3: '０１２３４５６７８９' }[numerals];
  return signs === undefined ? digits : digits.replace(/\d/g, (d) => signs[Number(d)] ?? d);
}
