import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Outline } from '../../src/text/outline/block.js';
import { headingText, outline } from '../../src/text/outline/outline.js';
import { fixtureTexts } from '../extract/corpus.js';
import { plainSource } from '../support/plain-source.js';
import fc from '../support/seeded.js';

interface GoldMeta {
  readonly title: string | null;
  readonly doc_number: string | null;
  readonly proposal_number: string | null;
  readonly issuer: string | null;
  readonly addressees: readonly string[];
  readonly date: string | null;
  readonly kind: string;
  readonly period: { readonly start: number; readonly end: number } | null;
}

const goldFolder = new URL('../../fixtures/gold/', import.meta.url);
const textFolder = new URL('../../fixtures/documents/text/sources/', import.meta.url);
const golds = readdirSync(goldFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const { doc, meta } = JSON.parse(readFileSync(new URL(name, goldFolder), 'utf8')) as {
      readonly doc: string;
      readonly meta: GoldMeta;
    };
    return { doc, meta };
  });

function expectSound({ blocks, clean }: Outline): void {
  let end = 0;
  for (const [i, block] of blocks.entries()) {
    expect(block.index).toBe(i);
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.headingEnd).toBeGreaterThanOrEqual(block.start);
    expect(block.headingEnd).toBeLessThanOrEqual(block.end);
    expect(block.end).toBeLessThanOrEqual(clean.text.length);
    let level = -1;
    for (const above of block.path) {
      expect(above).toBeLessThan(i);
      // Outermost first, each deeper than the one before it.
      const heading = blocks[above];
      expect(heading?.level ?? -1).toBeGreaterThan(level);
      level = heading?.level ?? level;
    }
    end = block.end;
  }
}

describe('outline', () => {
  it.each(fixtureTexts())('of $name is in order', ({ text }) => expectSound(outline(plainSource(text))));

  it('of any text is in order', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '一、目标',
        '（一）任务。新建3所。',
        '1.改造5处',
        '①整治',
        '责任单位：市教育局',
        '二、保障',
        '附件',
        '序号\t任务\t责任单位',
        '2025年3月20日',
        '提案办理单',
        '某某代表：',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) =>
        expectSound(outline(plainSource(lines.join('\n')))),
      ),
      { numRuns: 300 },
    );
  });

  it('puts paragraphs under the headings that govern them', () => {
    const source = plainSource(
      '关于托育的方案\n一、目标\n到2026年建成体系。\n二、任务\n（一）扩大供给\n新建托育园，满足需要。\n（二）保障用地\n优先供地，应保尽保。\n三、其他\n本方案自印发之日起施行。\n',
    );
    const result = outline(source);
    const paths = result.blocks.flatMap((block) => {
      const text = result.clean.text.slice(block.start, block.end);
      if (block.kind !== 'body') return [];
      return [
        [
          text.slice(0, 4),
          ...block.path.map((index) => {
            const heading = result.blocks[index];
            return heading ? headingText(result, heading) : '';
          }),
        ],
      ];
    });
    expect(paths).toEqual([
      ['到202', '一、目标'],
      ['新建托育', '二、任务', '（一）扩大供给'],
      ['优先供地', '二、任务', '（二）保障用地'],
      ['本方案自', '三、其他'],
    ]);
  });
});

// A work report greets its 代表 and speaks of one year: whether these are addressees and a period is left open.
describe('what a document says of itself', () => {
  it.each(golds)('$doc', ({ doc, meta }) => {
    const text = new TextDecoder().decode(readFileSync(new URL(doc, textFolder)));
    const got = outline(plainSource(text)).meta;
    const squash = (value: string | null) => value?.replace(/\s/g, '') ?? null;
    expect({
      title: squash(got.title),
      docNumber: squash(got.docNumber),
      proposalNumber: got.proposalNumber,
      issuer: got.issuer,
      addressees: meta.kind === 'work_report' ? [] : got.addressees,
      date: got.date,
      kind: got.kind,
      period: meta.kind === 'work_report' ? null : got.period,
    }).toEqual({
      title: squash(meta.title),
      docNumber: squash(meta.doc_number),
      proposalNumber: meta.proposal_number,
      issuer: meta.issuer,
      addressees: meta.addressees,
      date: meta.date,
      kind: meta.kind,
      period: meta.kind === 'work_report' ? null : meta.period,
    });
  });
});
