const scaledUnit =
  /(?:千(?:[米克瓦伏卡焦帕赫]|字节|比特|安培|公里)|兆(?:[瓦赫帕焦欧]|字节|比特)|百帕|毫[米克升安秒])/y;

/** 5百分点: the 百 is no scale. */
const point = /百分[点比]/y;

/** Whether a unit begins here with what could be a numeral's scale: 千米, 兆字节. */
export function beginsScaledUnit(text: string, at: number): boolean {
  scaledUnit.lastIndex = at;
  return scaledUnit.test(text);
}

export function beginsPoint(text: string, at: number): boolean {
  point.lastIndex = at;
  return point.test(text);
}
