import type { Span } from '../../domain/source-text.js';

/** Where a quote stands in its source, with the rest of its paragraph. */
export interface Passage {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

const reach = 200;

/** Cutting between two halves of a character outside the BMP would leave half of it. */
const wholeFrom = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;

/** The paragraph around a span, at most 200 characters to each side. */
export function passageAround(text: string, { start, end }: Span): Passage {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\f', start - 1)) + 1;
  const from = start === 0 ? 0 : wholeFrom(text, Math.max(lineStart, start - reach));
  const rest = text.slice(end, end + reach);
  const stop = rest.search(/[\n\f]/);
  const after = stop >= 0 ? rest.slice(0, stop) : rest;
  return {
    before: text.slice(from, start),
    quote: text.slice(start, end),
    after: after.replace(/[\ud800-\udbff]$/, ''),
  };
}
