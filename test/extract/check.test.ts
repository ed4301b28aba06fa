import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingMessages } from '../../src/domain/examination.js';
import { sha256Hex } from '../../src/domain/identity.js';
import { fillIn } from '../../src/domain/phrase.js';
import { examine } from '../../src/extract/examine.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';

interface Group {
  readonly value?: readonly string[];
  readonly class?: string;
  readonly form?: readonly string[];
  readonly strings: readonly string[];
}

const corpus = JSON.parse(
  readFileSync(new URL('../../fixtures/corpus/check.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Group[]; readonly negatives: readonly Group[] };

const drafts = (groups: readonly Group[]) =>
  groups.flatMap(({ strings, value = [], form = [], class: resultClass }) =>
    strings.map((wording) => ({
      wording,
      value,
      name: [resultClass, ...form, wording].filter(Boolean).join(' '),
      text: [
        ...(resultClass ? [`类别：${resultClass}`] : []),
        '澄岚市教育局',
        '关于市政协五届二次会议第21号提案的答复',
        '李同舟委员：',
        '您提出的关于学前教育的提案收悉，现答复如下：',
        '一、下一步工作',
        wording,
        '澄岚市教育局',
        '2024年6月3日',
        ...(form.length > 0 ? ['政协提案办理单', ...form] : []),
        '',
      ].join('\n'),
    })),
  );

const examined = (text: string) =>
  examine(plainSource(text), sha256Hex(Buffer.from(text)), loadSegmenter().segmenter);

describe('check', () => {
  it.each(drafts(corpus.cases))('$value: $name', ({ text, value }) => {
    const { findings, items } = examined(text);
    expect(findings.map(({ code }) => code)).toEqual(value);
    for (const finding of findings) {
      expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
      expect(finding.quote).not.toBe('');
      if (finding.item !== null) expect(items.map(({ id }) => id)).toContain(finding.item);
      // Every parameter of the message is filled.
      for (const language of ['zh', 'en'] as const)
        expect(fillIn(findingMessages[finding.code], finding.parameters, language)).not.toMatch(/[{}]/);
    }
  });

  it.each(drafts(corpus.negatives))('nothing: $name', ({ text }) => {
    expect(examined(text).findings).toEqual([]);
  });

  it('has cases for every kind of finding but the owner of a letter without a sender', () => {
    const seen = new Set(corpus.cases.flatMap(({ value = [] }) => value));
    expect(Object.keys(findingMessages).filter((code) => !seen.has(code))).toEqual([
      'no-owner',
      'planned-without-owner',
    ]);
  });

  it('asks who goes on where nobody signs', () => {
    const text =
      '类别：B\n关于市政协五届二次会议第21号提案的答复\n李同舟委员：\n您提出的提案收悉，现答复如下：\n一、下一步工作\n到2025年底，将新建公办幼儿园3所。\n';
    expect(examined(text).findings.map(({ code }) => code)).toEqual(['planned-without-owner', 'no-owner']);
  });

  it('holds a text against its own table of indicators', () => {
    const text = `澄岚市学前教育提升行动方案（2024—2026年）

一、总体目标
到2026年底，公办园在园幼儿占比达到65%以上。（责任单位：市教育局）

附件
指标\t单位\t2023年\t2026年目标
公办园在园幼儿占比\t%\t52\t60
普惠园覆盖率\t%\t80\t90
`;
    const [finding] = examined(text).findings.filter(({ code }) => code === 'figures-contradict');
    if (!finding) expect.fail('no contradiction found');
    expect(fillIn(findingMessages[finding.code], finding.parameters, 'zh')).toMatch(/65%以上.*60.*表格/u);
  });
});
