import { expect, it } from 'vitest';
import { formatNumber } from '../../../src/adapters/readers/shared/list-number-format.js';

it.each([
  ['decimal', 12, '12'],
  ['decimalZero', 3, '03'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 20, '二十'],
  ['chineseCountingThousand', 11, '十一'],
  ['japaneseCounting', 25, '二十五'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['ideographDigital', 10, '一〇'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographTraditional', 3, '丙'],
  ['decimalEnclosedCircleChinese', 3, '③'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['decimalFullWidth', 10, '１０'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['upperRoman', 14, 'XIV'],
  ['lowerRoman', 4, 'iv'],
  ['upperLetter', 27, 'AA'],
  ['lowerLetter', 2, 'b'],
  ['none', 1, ''],
  ['no such format', 7, '7'],
])('%s of %i is %s', (format, n, text) => {
  expect(formatNumber(n, format)).toBe(text);
});
