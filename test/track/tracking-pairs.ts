import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sha256Hex } from '../../src/domain/identity.js';
import type { SourceText, Span } from '../../src/domain/source-text.js';
import type { Verdict } from '../../src/domain/tracking.js';
import { extract } from '../../src/extract/extractor.js';
import { loadSegmenter } from '../../src/text/segment/segmenter.js';
import type { TrackedDocument } from '../../src/track/fact/document-view.js';
import { track } from '../../src/track/tracker.js';
import type { Tracked } from '../../src/track/verdict/tracked.js';

export interface GoldLink {
  readonly quote: string;
  /** Null for a milestone. */
  readonly value_text: string | null;
  readonly indicator: string;
  readonly verdict: Verdict;
  readonly evidence: {
    readonly doc: string;
    readonly quote: string;
    readonly value_text: string | null;
  } | null;
  readonly optional?: boolean;
}

export interface GoldPair {
  readonly plan: string;
  readonly reports: readonly string[];
  readonly as_of: string;
  readonly links: readonly GoldLink[];
}

const pairFolder = new URL('../../fixtures/tracking/', import.meta.url);
const textFolders = [new URL('documents/', pairFolder), new URL('../documents/text/sources/', pairFolder)];

type Texts = (name: string) => string;

export const pairNames = readdirSync(pairFolder).filter((name) => name.endsWith('.json'));

export const readPair = (name: string): GoldPair =>
  JSON.parse(readFileSync(new URL(name, pairFolder), 'utf8')) as GoldPair;

export function textOf(name: string): string {
  const folder = textFolders.find((each) => existsSync(new URL(name, each)));
  if (!folder) throw new Error(`no such document: ${name}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(new URL(name, folder)));
}

/** A text with its items, as tracking takes it. */
export function documentOf(file: string, text: string): TrackedDocument {
  const source: SourceText = {
    format: 'text',
    text,
    pages: [],
    lines: [],
    tables: [],
    warnings: [],
    reader: 'text@1',
  };
  const { meta, items } = extract(source, sha256Hex(Buffer.from(text)), loadSegmenter().segmenter);
  return { file, source, meta, items };
}

/** @param texts by name; the fixtures' where none are given */
export function trackPair({ plan, reports, as_of }: GoldPair, texts = textOf): Tracked[] {
  const read = (name: string) => documentOf(name, texts(name));
  return track([read(plan)], reports.map(read), as_of);
}

/** The value's place, or a milestone's, from the quote before it on: gold stands in reading order. */
export function placed(pair: GoldPair, texts = textOf): (GoldLink & { readonly at: Span })[] {
  const text = texts(pair.plan);
  let from = 0;
  return pair.links.map((link) => {
    const at = text.indexOf(link.quote, from);
    from = at >= 0 ? at : text.indexOf(link.quote);
    const start = from + (link.value_text === null ? 0 : link.quote.indexOf(link.value_text));
    return { ...link, at: { start, end: start + (link.value_text ?? link.quote).length } };
  });
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

const spanOf = (of: {
  readonly start: number;
  readonly end: number;
  readonly valueStart: number | null;
  readonly valueEnd: number | null;
}): Span => ({ start: of.valueStart ?? of.start, end: of.valueEnd ?? of.end });

function spanOfEvidence({ doc, quote, value_text }: NonNullable<GoldLink['evidence']>, texts: Texts): Span {
  const start = texts(doc).indexOf(quote) + (value_text === null ? 0 : quote.indexOf(value_text));
  return { start, end: start + (value_text ?? quote).length };
}

export interface PairScore {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly verdicts: Partial<Record<Verdict, { right: number; of: number }>>;
  /** Rows called met that gold does not call met. */
  readonly falseMet: readonly string[];
}

/** Counts as the contract does: links by the first evidence, verdicts, false met. */
export function scorePair(pair: GoldPair, rows: readonly Tracked[], texts = textOf): PairScore {
  const used = new Set<Tracked>();
  const score = {
    right: 0,
    wrong: 0,
    missed: 0,
    verdicts: {} as PairScore['verdicts'],
    falseMet: [] as string[],
  };
  for (const link of placed(pair, texts)) {
    const hit = rows
      .filter((row) => !used.has(row) && (row.item.kind === 'milestone') === (link.value_text === null))
      .map((row) => ({ row, overlap: shared(link.at, spanOf(row.item)) }))
      .filter(({ overlap }) => overlap > 0)
      .sort((a, b) => b.overlap - a.overlap)[0]?.row;
    if (hit) used.add(hit);
    if (link.optional) continue;
    const first = hit?.evidence[0];
    const found =
      link.evidence !== null &&
      first?.file === link.evidence.doc &&
      shared(spanOf(first), spanOfEvidence(link.evidence, texts)) > 0;
    if (found) score.right++;
    else {
      if (link.evidence) score.missed++;
      if (first) score.wrong++;
    }
    const of = score.verdicts[link.verdict] ?? { right: 0, of: 0 };
    score.verdicts[link.verdict] = of;
    of.of++;
    if (hit?.verdict === link.verdict) of.right++;
    else if (hit?.verdict === 'met') score.falseMet.push(link.quote);
  }
  for (const row of rows) if (!used.has(row) && row.verdict === 'met') score.falseMet.push(row.item.quote);
  return score;
}
