import { readdirSync, readFileSync } from 'node:fs';
import { sha256Hex } from '../../src/domain/identity.js';
import type { SourceText, Span } from '../../src/domain/source-text.js';
import { type ExtractionResult, extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import { plainSource } from '../support/plain-source.js';

/** A dimension of the corpus: readings and the wordings that must give them, and wordings that must give none. */
export interface Corpus<Value> {
  readonly frame?: Frame;
  readonly reference?: { readonly year: number; readonly day: string };
  readonly cases: readonly {
    readonly frame?: Frame;
    readonly value: Value;
    readonly strings: readonly string[];
  }[];
  readonly negatives: readonly string[];
}

/** In which document a sentence stands. */
export type Frame = 'reply' | 'plan' | 'undated' | 'whole';

export interface Case<Value> {
  /** The wording with its marks, which names the test. */
  readonly wording: string;
  readonly frame: Frame;
  readonly value: Value;
}

const corpusFolder = new URL('../../fixtures/corpus/', import.meta.url);
const textFolder = new URL('../../fixtures/documents/text/sources/', import.meta.url);

export function readCorpus<Value>(
  dimension: string,
): Corpus<Value> & { readonly all: readonly Case<Value>[] } {
  const corpus = JSON.parse(
    readFileSync(new URL(`${dimension}.json`, corpusFolder), 'utf8'),
  ) as Corpus<Value>;
  const all = corpus.cases.flatMap(({ frame, value, strings }) =>
    strings.map((wording) => ({ wording, value, frame: frame ?? corpus.frame ?? 'reply' })),
  );
  return { ...corpus, all };
}

/** The wording without its marks, and the place between them; the whole wording where there are none. */
export function unmark(wording: string): { text: string; span: Span } {
  const open = wording.indexOf('⟦');
  const close = wording.indexOf('⟧');
  const text = wording.replace(/[⟦⟧]/gu, '');
  return { text, span: open < 0 ? { start: 0, end: text.length } : { start: open, end: close - 1 } };
}

const frames: Readonly<Record<Frame, { before: string; after: string }>> = {
  reply: {
    before:
      '关于青石市十六届人大四次会议第21号建议的答复\n\n林某某代表：\n您提出的建议收悉，现答复如下：\n　　',
    after: '\n\n　　　　　　　　青石市人民政府办公室\n　　　　　　　　2025年3月20日\n',
  },
  plan: {
    before: '青石市普惠托育服务提升行动方案（2024—2026年）\n\n一、主要任务\n　　',
    after: '\n',
  },
  undated: { before: '青石县托育行动方案\n\n一、主要任务\n　　', after: '\n' },
  // The wording is a document by itself.
  whole: { before: '', after: '\n' },
};

export function framed(wording: string, frame: Frame): { text: string; span: Span } {
  const { before, after } = frames[frame];
  const { text, span } = unmark(wording);
  const shift = before.length;
  return {
    text: `${before}${text}${after}`,
    span: { start: span.start + shift, end: span.end + shift },
  };
}

export function extractText(text: string): ExtractionResult {
  return extractSource(plainSource(text));
}

/** What the engine finds in a source that a reader made. */
export function extractSource(source: SourceText): ExtractionResult {
  return extract(source, sha256Hex(Buffer.from(source.text)), loadSegmenter().segmenter);
}

/** The fixture documents in UTF-8, by name. */
export function fixtureTexts(): { readonly name: string; readonly text: string }[] {
  return readdirSync(textFolder)
    .filter((name) => name.endsWith('.txt') && !name.endsWith('.gb18030.txt'))
    .map((name) => ({ name, text: new TextDecoder().decode(readFileSync(new URL(name, textFolder))) }));
}
