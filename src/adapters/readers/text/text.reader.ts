import type { Format, SourceText } from '../../../domain/source-text.js';
import { limits } from '../limits.js';
import { type FormatReader, tooLong } from '../reader.js';
import { decodeText } from '../shared/decode.js';
import { looksLikeMarkdown } from './markdown.js';

const id = 'text@2';

/** A form feed ends a page; a file without any has no pages. */
function pagesOf(text: string): SourceText['pages'] {
  if (!text.includes('\f')) return [];
  let start = 0;
  return text.split('\f').map((page, i) => {
    const span = { number: i + 1, start, end: start + page.length };
    start = span.end + 1;
    return span;
  });
}

/** Plain text and Markdown. Markdown is text too: its marks stay, and the outline reads them. */
export const textReader: FormatReader = {
  id,
  async read(bytes, name) {
    const { text } = decodeText(bytes);
    if (text.length > limits.characters) throw tooLong();
    const format: Format = looksLikeMarkdown(text, name) ? 'markdown' : 'text';
    return { format, text, pages: pagesOf(text), lines: [], tables: [], warnings: [], reader: id };
  },
};
