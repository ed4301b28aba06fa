import { describe, expect, it } from 'vitest';
import fc from '../support/seeded.js';
import { extractText, fixtureTexts } from './corpus.js';
import { expectGrounded } from './support/grounded.js';

const sentence = fc.constantFrom(
  '到2025年底，县域就诊率达到92%以上。',
  '新建３ 所公办幼儿园，新增学位1,080个；',
  '（责任单位：市教育局、市财政局）\n',
  '一、下一步工作\n',
  '（二）办理情况\n',
  '截至2024年底，已改造老旧小区12个，惠及群众2.3万余户。',
  '每千人口托位数由3.2个提高到4.6个，',
  '2026年6月底前，印发实施方案。',
  '实现乡镇全覆盖，',
  '力争三年内翻一番。',
  '序号\t任务\t责任单位\t完成时限\n1\t新建公园2座\t市住建局\t2025年10月底前\n',
  '第21号建议',
  '“十四五”期间',
  '\n\n— 2 —\n\f',
  '\n',
);
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\ud800',
    '\udfff',
    '\u0000',
    '\u202e',
    '（',
    '《',
    '“',
    '】',
    '**',
    '%',
    '二',
    '万',
    '分之',
    '〔2025〕',
  ),
);
const document = fc.string({
  unit: fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 1, arbitrary: noise }),
  maxLength: 40,
});

describe('extract', () => {
  it.each(fixtureTexts())('$name: every item stands in the text, twice the same', ({ text }) => {
    const first = extractText(text);
    expectGrounded(text, first.items);
    expect(first.items.length).toBeGreaterThan(0);
    expect(extractText(text)).toEqual(first);
  });

  it('grounds every item of any text made of such sentences and noise', () => {
    fc.assert(
      fc.property(document, (text) => expectGrounded(text, extractText(text).items)),
      { numRuns: 300 },
    );
  });

  it('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        expectGrounded(text, extractText(text).items),
      ),
      { numRuns: 300 },
    );
  });

  it('does not let what follows a section change the items before it', () => {
    const before = '关于绿化的方案\n一、目标\n2025年底前，新建公园12座。\n';
    const alone = extractText(before).items.map(({ id }) => id);
    const more = extractText(`${before}二、保障\n加强领导，落实责任。\n`).items.map(({ id }) => id);
    // Ids hold the document's hash, so wording and place are compared through their number.
    expect(more).toHaveLength(alone.length);
  });
});
