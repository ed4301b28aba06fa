import { describe, expect, it } from 'vitest';
import { adversarial } from '../../bench/adversarial-texts.js';
import { type Item, itemSchema } from '../../src/domain/item.js';
import { normalize } from '../../src/text/normalize/normalize.js';
import { plainSource } from '../support/plain-source.js';
import fc from '../support/seeded.js';
import { extractText, framed } from './corpus.js';

const pick = <T>(...values: T[]) => fc.constantFrom(...values);

/** Sentences that hold facts of every kind, whole in themselves: what one says does not hang on the one before. */
const fact = pick(
  '到2025年底，县域就诊率达到92%以上。',
  '2025年底前，新建公办幼儿园3所，新增学位1080个。',
  '截至2024年底，已改造老旧小区12个。',
  '2026年，每千人口托位数由3.2个提高到4.6个。',
  '2026年6月底前，印发老旧小区改造实施方案。',
  '力争2026年，城区停车泊位增加五千二百个。',
  '2027年底前，实现村卫生室网络全覆盖。',
  '2025年，财政投入不少于1.2亿元。',
  '2026年，森林覆盖率稳定在45.5%左右。',
  '全市已建成公园12座，新增绿地五千亩。',
);
const facts = fc.array(fact, { minLength: 1, maxLength: 5 });

const reading = ({ value, valueMax, unit, comparator }: Item) => ({ value, valueMax, unit, comparator });
const han = /\p{Script=Han}/u;

/** Where a break changes nothing: between two Chinese characters, or between a digit and a Chinese character. */
const seams = (text: string): number[] =>
  [...text.matchAll(/(?<=[\p{Script=Han}\d])(?=[\p{Script=Han}\d])/gu)]
    .map(({ index }) => index)
    .filter((at) => han.test(text.charAt(at - 1)) || han.test(text.charAt(at)));

describe('cleaning', () => {
  it('maps each clean character to the same character of the source, in order', () => {
    const part = fc.oneof(
      fact,
      fc.string({ unit: 'binary', maxLength: 8 }),
      pick('１２％', '　', ' \n', '\t', '，\r\n', '一\n二'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const source = plainSource(parts.join(''));
        const { clean } = normalize(source.text);
        let last = -1;
        for (let at = 0; at < clean.text.length; at += 1) {
          const { start, end } = clean.toSource({ start: at, end: at + 1 });
          expect(start).toBeGreaterThanOrEqual(last);
          // The feed that ends a paragraph stands for whatever ended it, at the end of a text for nothing.
          if (clean.text.charAt(at) !== '\n') expect(end).toBeGreaterThan(start);
          last = start;
        }
        // Every span maps to one that begins and ends where its characters do.
        const middle = clean.text.length >> 1;
        if (middle > 0) {
          const whole = clean.toSource({ start: 0, end: clean.text.length });
          const left = clean.toSource({ start: 0, end: middle });
          const right = clean.toSource({ start: middle, end: clean.text.length });
          expect([left.start, right.end]).toEqual([whole.start, whole.end]);
          expect(left.end).toBeLessThanOrEqual(right.end);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('gives back each character that it did not fold', () => {
    fc.assert(
      fc.property(facts, (sentences) => {
        const text = sentences.join('');
        const { clean } = normalize(text);
        for (let at = 0; at < clean.text.length; at += 1) {
          if (clean.text.charAt(at) === '\n') continue;
          const { start } = clean.toSource({ start: at, end: at + 1 });
          expect(text.charAt(start).normalize('NFKC')).toBe(clean.text.charAt(at).normalize('NFKC'));
        }
      }),
    );
  });
});

describe('breaks inside the sentences', () => {
  it.each([
    ['blanks', ' '],
    ['wide blanks', '\u3000'],
    ['line feeds', '\n'],
    ['a line feed and a blank', '\n '],
  ])('%s change no value', (_name, mark) => {
    const broken = fc.tuple(facts, fc.array(fc.nat(10_000), { maxLength: 6 })).map(([sentences, places]) => {
      const text = sentences.join('');
      const possible = seams(text);
      const chosen = new Set(
        possible.length === 0 ? [] : places.map((n) => possible[n % possible.length] ?? 0),
      );
      const at = [...chosen].sort((a, b) => b - a);
      return {
        text,
        broken: at.reduce((whole, place) => whole.slice(0, place) + mark + whole.slice(place), text),
      };
    });
    fc.assert(
      fc.property(broken, (given) => {
        const plain = extractText(framed(given.text, 'reply').text).items.map(reading);
        expect(extractText(framed(given.broken, 'reply').text).items.map(reading)).toEqual(plain);
      }),
      { numRuns: 120 },
    );
  });
});

describe('two paragraphs', () => {
  it('give what each gives alone, but for what the heading above lends', () => {
    const own = (item: Item) => {
      const {
        stance: _stance,
        strength: _strength,
        hedged: _hedged,
        missing: _missing,
        rules: _rules,
        // Leans on what stands around, and on how many there are.
        confidence: _confidence,
        ...rest
      } = item;
      const { id: _id, start, end, valueStart, valueEnd, deadline, ...fields } = rest;
      return {
        ...fields,
        length: end - start,
        at: (valueStart ?? start) - start,
        to: (valueEnd ?? end) - start,
        deadline: deadline?.scope === 'clause' ? deadline : null,
      };
    };
    const alone = (text: string) => extractText(framed(text, 'reply').text).items.map(own);
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const [one, other] = [a.join(''), b.join('')];
        expect(extractText(framed(`${one}\n　　${other}`, 'reply').text).items.map(own)).toEqual([
          ...alone(one),
          ...alone(other),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('adversarial texts', () => {
  it.each(Object.entries(adversarial))('%s: nothing thrown, nothing without a place', (_name, make) => {
    const text = make(4_000);
    for (const item of extractText(text).items) {
      expect(text.slice(item.start, item.end)).toBe(item.quote);
      itemSchema.parse(item);
      if (item.valueStart !== null)
        expect(text.slice(item.valueStart, item.valueEnd ?? 0)).toBe(item.valueText);
    }
  });
});
