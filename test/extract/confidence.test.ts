import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../src/extract/confidence/confidence.js';
import { saySigns } from '../../src/extract/confidence/signs.js';
import { weights } from '../../src/extract/confidence/weights.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';
import { fixtureTexts } from './corpus.js';

const { segmenter } = loadSegmenter();
const read = (text: string) => extract(plainSource(text), 'a'.repeat(64), segmenter);
const heading = '澄岚市关于加强基层卫生工作的实施方案\n\n二、主要目标\n\n';

describe('confidence', () => {
  it('is given for each row and part, between 0 and 1', () => {
    const all = fixtureTexts().flatMap(({ text }) => read(text).items);
    expect(all.length).toBeGreaterThan(100);
    for (const { confidence } of all) {
      expect(Object.keys(confidence ?? {})).toEqual(['row', 'item', 'stance', 'deadline', 'indicator']);
      for (const likely of Object.values(confidence ?? {})) {
        expect(likely).toBeGreaterThanOrEqual(0);
        expect(likely).toBeLessThanOrEqual(1);
      }
    }
    // A measure that says the same of every row tells nobody where to look.
    const rows = all.map(({ confidence }) => confidence?.row ?? 0).sort((a, b) => a - b);
    expect(rows.at(-1) ?? 0).toBeGreaterThan((rows[0] ?? 1) + 0.4);
  });

  it('is greater for a target with its day than for a figure that hangs in the air', () => {
    const [clear] = read(`${heading}到2025年底，全市县域内就诊率达到92%以上。`).items;
    const [vague] = read(`${heading}覆盖3个，2024年以来全国已有地区5个，其中投入约20万元，将继续。`).items;
    expect(clear?.confidence?.row).toBeGreaterThan((vague?.confidence?.row ?? 1) + 0.2);
  });

  it('leans on signs that can hold: none of the weights is named after what no text shows', () => {
    const held = new Set(
      fixtureTexts().flatMap(({ text }) => {
        const { items, meta } = read(text);
        const said: string[] = [];
        for (const item of items)
          saySigns({ item, text, meta, siblings: items.length }, (group, value) => said.push(group + value));
        return said;
      }),
    );
    const own = Object.keys(weights).filter((name) => !name.includes('<'));
    const idle = own.filter((name) => !held.has(name));
    expect(idle.length, idle.join(' ')).toBeLessThan(own.length / 4);
  });

  it('does not depend on what it does not know', () => {
    const text = `${heading}到2025年底，全市县域内就诊率达到92%以上。`;
    const { items, meta } = read(text);
    const [item] = items;
    if (!item) throw new Error('no item');
    const more = {
      ...item,
      rules: { ...item.rules, deadline: [...(item.rules.deadline ?? []), 'rule-of-another-day'] },
    };
    const told = { text, meta, siblings: 1 };
    expect(confidenceOf({ ...told, item: more })).toEqual(confidenceOf({ ...told, item }));
  });
});
