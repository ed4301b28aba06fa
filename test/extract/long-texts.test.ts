import { it } from 'vitest';
import { extractText } from './corpus.js';
import { expectGrounded } from './support/grounded.js';

const size = 100_000;
// Under a heading and after a sentence, or it would pass for a title and never be looked into.
const inBody = (text: string) => `一、主要任务\n2025年底前，新建公园12座。${text}\n二、其他\n`;
it.each([
  ['digits', '7'.repeat(size)],
  ['digits with separators', '1,000'.repeat(size / 5)],
  ['numerals', '一'.repeat(size)],
  ['tens', '十'.repeat(size)],
  ['list marks', '、'.repeat(size)],
  ['commas', '，'.repeat(size)],
  ['open brackets', '（'.repeat(size)],
  ['closed brackets', '）'.repeat(size)],
  ['titles', '《'.repeat(size)],
  ['quotation marks', '“'.repeat(size)],
  ['每', '每'.repeat(size)],
  ['由', '由'.repeat(size)],
  ['percent signs', '%'.repeat(size)],
  ['dots', '1.'.repeat(size / 2)],
  ['years', '2025年'.repeat(size / 5)],
  ['one-sentence values', '新建3所。'.repeat(size / 20)],
  ['blanks', ' '.repeat(size)],
  ['line feeds', '\n'.repeat(size)],
  ['one-character lines', '新\n'.repeat(size / 2)],
  ['tabs', '\t'.repeat(size)],
  ['controls', '\u0000\u0007\u001b'.repeat(size / 4)],
  ['lone surrogates', '\ud83d'.repeat(size)],
  ['tags', '（责任单位：'.repeat(size / 6)],
  ['office names', '市教育局、'.repeat(size / 5)],
  ['headings', '一、新建\n'.repeat(size / 5)],
])('gets through a hundred thousand %s', (_name, text) => {
  const whole = inBody(text);
  expectGrounded(whole, extractText(whole).items);
});

it.each([
  ['clauses', '新建3所，'],
  ['values side by side', '3所'],
  ['values in a list', '3所、'],
])('gets through a sentence of two thousand %s', (_name, part) => {
  const whole = inBody(part.repeat(2000));
  expectGrounded(whole, extractText(whole).items);
});
