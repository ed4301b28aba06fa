import type { Considered, Finding, FindingCode } from '../../../domain/examination.js';
import type { Item } from '../../../domain/item.js';
import type { Parameters } from '../../../domain/phrase.js';
import { pageAt, type SourceText, type Span } from '../../../domain/source-text.js';
import type { Outline } from '../../../text/outline/block.js';

/** A draft as its findings see it: what was read from it, and where. */
export interface DraftText {
  readonly source: SourceText;
  readonly outline: Outline;
  readonly items: readonly Item[];
  readonly considered: Considered;
}

/** One kind of question that an auditor asks. */
export type FindingRule = (draft: DraftText) => readonly Finding[];

export const promises = ({ items }: DraftText): readonly Item[] =>
  items.filter(({ stance }) => stance === 'commitment');

/** What a promise is about, short enough for a message. */
export const nameOf = ({ indicator, quote }: Item): string => {
  const words = (indicator || quote).replace(/\s+/gu, '');
  return words.length > 30 ? `${words.slice(0, 29)}…` : words;
};

export const aboutItem = (code: FindingCode, item: Item, parameters: Parameters = {}): Finding => ({
  code,
  parameters: { indicator: nameOf(item), ...parameters },
  quote: item.quote,
  start: item.start,
  end: item.end,
  page: item.page,
  item: item.id,
});

/** @param span of the source */
export function aboutPlace(
  code: FindingCode,
  { source }: DraftText,
  { start, end }: Span,
  parameters: Parameters = {},
): Finding {
  return {
    code,
    parameters,
    quote: source.text.slice(start, end),
    start,
    end,
    page: pageAt(source, start),
    item: null,
  };
}

/** The source span of the first block whose words hold what is looked for; the document's first line where none does. */
export function placeOf({ source, outline }: DraftText, holds: (words: string) => boolean): Span {
  const { clean, blocks } = outline;
  const block = blocks.findLast(({ start, end }) => end > start && holds(clean.text.slice(start, end)));
  if (block) return clean.toSource(block);
  const line = source.text.indexOf('\n');
  return { start: 0, end: line < 0 ? source.text.length : line };
}
