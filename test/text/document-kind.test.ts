import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kindEvidence } from '../../src/text/outline/meta/kind/document-kind.js';
import { outline } from '../../src/text/outline/outline.js';
import { plainSource } from '../support/plain-source.js';

const corpus = JSON.parse(
  readFileSync(new URL('../../fixtures/corpus/kind.json', import.meta.url), 'utf8'),
) as { cases: { value: string; strings: string[] }[] };

it.each(corpus.cases.flatMap(({ value, strings }) => strings.map((text) => ({ value, text }))))(
  'is a $value: $text',
  ({ value, text }) => {
    expect(outline(plainSource(`${text}\n`)).meta.kind).toBe(value);
  },
);

it('says what spoke for each kind', () => {
  const { meta, blocks, clean } = outline(
    plainSource('青原县重点工作任务\n\n1.老旧小区改造：截至11月底，已完成改造12个，完成率100%。\n'),
  );
  const words = blocks.map(({ start, end }) => clean.text.slice(start, end));
  const told = kindEvidence(meta.title, words, blocks);
  expect(told.map(({ kind, sign }) => [kind, sign])).toEqual([
    ['action_plan', 'title'],
    ['progress_report', 'tense'],
  ]);
  expect(told[1]?.weight).toBeGreaterThan(told[0]?.weight ?? 0);
});
