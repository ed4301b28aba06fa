import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseCues } from '../../../src/extract/lexicon/cues.js';
import { leadingNoise, notDeliverable, trailingNoise } from '../../../src/extract/lexicon/verbs.js';
import { neededCharacters } from '../../../src/text/pattern/needed-characters.js';
import { Prefilter, prefiltered, removing } from '../../../src/text/pattern/prefilter.js';

const needs = (regex: RegExp) => neededCharacters(regex).map((set) => [...set].sort().join(''));

describe('neededCharacters', () => {
  it.each<[RegExp, string[]]>([
    [/已建/u, ['已', '建']],
    [/[去上]年(?:末|底)?/u, ['上去', '年']],
    [/(?:力争|确保)$/u, ['力确', '争保']],
    [/(?<![预估])计+划*(?!生)/u, ['计']],
    [/约?\d{0,3}多?/u, []],
    [/^.*[^，]\s$/u, []],
    [/甲|乙?/u, []],
    [/(?<year>\d{4})[-/]/u, ['-/', '0123456789']],
    [/[\u4e00-\u9fff]了/u, ['了']],
    [/\u4e86(?=解\)|说)/u, ['了', '解说']],
    [/km/iu, []],
    [/\p{L}+号/u, ['号']],
  ])('of %s', (regex, expected) => {
    expect(needs(regex).sort()).toEqual([...expected].sort());
  });
});

const regexes = [...clauseCues.map(({ regex }) => regex), leadingNoise, trailingNoise, notDeliverable];
/** Strings of the words that the regexes are made of, in any order. */
const words = [
  ...new Set(regexes.flatMap(({ source }) => source.match(/[\u4e00-\u9fff]+|20|[，、“”]/g) ?? [])),
];
const said = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(''));

describe('Prefilter', () => {
  it('names every regex that matches', () => {
    const filter = new Prefilter(regexes);
    fc.assert(
      fc.property(said, (text) => {
        const matching = regexes.flatMap((regex, i) => (regex.test(text) ? [i] : []));
        expect(filter.possible(text)).toEqual(expect.arrayContaining(matching));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('leaves out those whose characters a string does not hold', () => {
    expect(new Prefilter([/已经/u, /将于/u, /^.*$/u, /已|将/u]).possible('已成')).toEqual([2, 3]);
  });

  it('keeps the order of more regexes than a word has bits', () => {
    const many = Array.from({ length: 70 }, (_, i) => new RegExp(String.fromCharCode(0x4e00 + i), 'u'));
    const text = [69, 64, 33, 32, 31, 0].map((i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(new Prefilter(many).possible(text)).toEqual([0, 31, 32, 33, 64, 69]);
    expect(prefiltered(many, (regex) => regex)(text).map(({ source }) => source)).toEqual([...text].sort());
  });

  it('takes words out one after the other', () => {
    // The second matches only what the first has left.
    expect(removing([/乙/u, /甲丙$/u, /丁/u])('甲乙丙')).toBe('');
    expect(removing([/乙/gu])('乙甲乙')).toBe('甲');
  });
});
