import { isBlank } from './characters.js';
import { separatorOf } from './flat-row.js';

/** How a line of running text stands on its page. */
export interface PrintedPlace {
  /** Columns by which it is set in, two to a character. */
  readonly indent: number;
  /** It reaches the right margin. */
  readonly full: boolean;
}

export interface Line {
  /** Source offsets of the line without its break; blanks at both ends left out. */
  readonly start: number;
  readonly end: number;
  /** Columns of blank before the text, a full-width one counting two. */
  readonly indent: number;
  /** Blank lines or a page break stand before it. */
  readonly gap: boolean;
  /** Words set apart by wide blanks, as on a document's number line: no running text. */
  readonly spaced: boolean;
  /** What separates its cells, for a flattened table row; null for running words. */
  readonly cells: '\t' | ' ' | '|' | '│' | null;
  /** Index of the table that it stands in, where the reader knows one. */
  readonly table: number | null;
  /** Null where the reader knows no places, and for titles and tables. */
  readonly printed: PrintedPlace | null;
}

/** 〔2025〕12号 and, at the other end of the line, the result or who signed. */
const numberLine = /^[^\t]{0,30}[〔［[（(]\d{4}[〕］\]）)]\s*\d{1,4}\s*号\t[^\t]{1,30}$/;
const wideBlank = /\S(?: {5,}|\u3000{3,})\S/;

/** Splits source text into its non-blank lines. A form feed ends a line and leaves a gap. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let gap = false;
  const push = (end: number) => {
    let start = from;
    let indent = 0;
    while (start < end && isBlank(text.charCodeAt(start)))
      indent += text.charCodeAt(start++) === 0x3000 ? 2 : 1;
    let stop = end;
    while (stop > start && (isBlank(text.charCodeAt(stop - 1)) || text.charCodeAt(stop - 1) === 0x0d)) stop--;
    if (stop > start) {
      const tab = text.indexOf('\t', start);
      const hasTab = tab >= 0 && tab < stop;
      const isNumberLine = hasTab && numberLine.test(text.slice(start, Math.min(stop, start + 200)));
      const cells = isNumberLine ? null : hasTab ? '\t' : separatorOf(text.slice(start, stop));
      const spaced = isNumberLine || wideBlank.test(text.slice(start, Math.min(stop, start + 200)));
      lines.push({ start, end: stop, indent, gap, spaced, cells, table: null, printed: null });
      gap = false;
    } else gap = true;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x0a && code !== 0x0c && code !== 0x0d) continue;
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) continue;
    push(i);
    if (code === 0x0c) gap = true;
    from = i + 1;
  }
  push(text.length);
  return lines;
}
