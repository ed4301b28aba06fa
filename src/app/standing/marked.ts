import type { StoredDocument } from '../../domain/document.js';
import { JiannuoError } from '../../domain/errors.js';
import { addedItemId } from '../../domain/identity.js';
import type { Item } from '../../domain/item.js';
import { phrase } from '../../domain/phrase.js';
import { pageAt, type SourceText, type Span } from '../../domain/source-text.js';
import type { Extractor } from '../ports/extractor.js';

/** What is marked is a sentence or two. */
export const mostMarked = 1_000;
const longestIndicator = 200;

/** The words marked, without the blanks around them. Fault: `query-invalid`. */
export function markedSpan({ text }: Pick<SourceText, 'text'>, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  if (end > text.length || to <= from || to - from > mostMarked)
    throw new JiannuoError('query-invalid', {
      parameter: 'start, end',
      reason: phrase(`应当标出 1 到 ${mostMarked} 个字`, `must mark 1 to ${mostMarked} characters`),
    });
  return { start: from, end: to };
}

/** The whole of the words as a promise of something done, without a figure. */
const asMilestone = (quote: string): Omit<Item, 'id' | 'page'> => ({
  ...{ stance: 'commitment', kind: 'milestone', quote, start: 0, end: quote.length },
  ...{ valueText: null, valueStart: null, valueEnd: null, value: null, valueMax: null, unit: null },
  ...{ comparator: null, per: null, change: null, deadline: null, responsible: [], section: [], rules: {} },
  indicator: quote.replace(/\s+/gu, '').slice(0, longestIndicator),
  ...{ strength: 'plain', hedged: false, missing: ['measure', 'deadline', 'owner'] },
});

/**
 * Promises that the marked words may stand for, each in its place in the text: what the engine reads in them by themselves,
 * and last the words as a whole. The same words of the same document give the same items.
 */
export async function itemsMarked(
  extractor: Pick<Extractor, 'extract'>,
  { name, sha256, meta }: Pick<StoredDocument, 'name' | 'sha256' | 'meta'>,
  source: SourceText,
  span: Span,
  signal?: AbortSignal,
): Promise<Item[]> {
  const words = source.text.slice(span.start, span.end);
  const [year, month, day] = (meta?.date ?? '').split('-').map(Number);
  // Signed as the document is: 年底 and 明年 count from its day.
  const signed = day === undefined ? words : `${words}\n\n${year}年${month}月${day}日`;
  const alone: SourceText = {
    ...{ format: 'text', text: signed, pages: [], lines: [], tables: [], warnings: [] },
    reader: source.reader,
  };
  const { items } = await extractor.extract({ name, sha256, source: alone }, signal);
  const found = items.filter(({ end }) => end <= words.length);
  const isWhole = ({ kind, quote }: Item) => kind === 'milestone' && quote === words;
  const all: Omit<Item, 'id' | 'page'>[] = found.some(isWhole) ? found : [...found, asMilestone(words)];
  const moved = (at: number | null): number | null => (at === null ? null : at + span.start);
  return all.map((item) => {
    const placed = {
      ...item,
      stance: 'commitment' as const,
      ...{ start: item.start + span.start, end: item.end + span.start },
      ...{ valueStart: moved(item.valueStart), valueEnd: moved(item.valueEnd) },
      page: pageAt(source, item.start + span.start),
    };
    return { ...placed, id: addedItemId(sha256, placed) };
  });
}
