import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentence/sentences.js';
import fc from '../support/seeded.js';

const text = fc.string({
  unit: fc.constantFrom(
    '新建3所',
    '，',
    '。',
    '；',
    '：',
    '！',
    '？',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
    '【',
    '】',
    '\n',
    '\t',
    '𠮷',
  ),
  maxLength: 60,
});

const parts = (source: string) =>
  splitSentences(source, 0, source.length).map(({ start, end, clauses }) => ({
    sentence: source.slice(start, end),
    clauses: clauses.map((clause) => source.slice(clause.start, clause.end)),
  }));

describe('splitSentences', () => {
  it('gives clauses in order, none over another, and leaves nothing but marks between them', () => {
    fc.assert(
      fc.property(text, (source) => {
        let at = 0;
        for (const sentence of splitSentences(source, 0, source.length)) {
          expect(sentence.clauses.length).toBeGreaterThan(0);
          for (const clause of sentence.clauses) {
            expect(clause.start).toBeGreaterThanOrEqual(sentence.start);
            expect(clause.end).toBeLessThanOrEqual(sentence.end);
            expect(source.slice(at, clause.start)).toMatch(/^[，。；：！？\n\t]*$/u);
            expect(clause.end).toBeGreaterThan(clause.start);
            at = clause.end;
          }
        }
        expect(source.slice(at)).toMatch(/^[，。；：！？\n\t]*$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps titles, quotations and brackets whole', () => {
    expect(parts('按照《一、二；三》（甲，乙）办理，完成3所。其余“先建，后验。”再说')).toEqual([
      {
        sentence: '按照《一、二；三》（甲，乙）办理，完成3所',
        clauses: ['按照《一、二；三》（甲，乙）办理', '完成3所'],
      },
      { sentence: '其余“先建，后验。”再说', clauses: ['其余“先建，后验。”再说'] },
    ]);
  });

  it('ends a bracket that is never closed with the sentence', () => {
    expect(parts('新建（3所。改造5所，完成。').map(({ sentence }) => sentence)).toEqual([
      '新建（3所',
      '改造5所，完成',
    ]);
  });
});
