import type { Span } from '../../domain/source-text.js';
import { isUnit } from './flat-row.js';
import type { Line } from './lines.js';
import type { TableRow } from './table-rows.js';

const property = /^[（(]?(?:预期性|约束性|指导性)[）)]?$/;
const value = /^(?:[[（(]?(?:累计|约)?[<>≥≤]?\d[\d.,]*%?(?:左右|以上|以下|以内)?[\])）]?|[-—–]{1,3})$/;
const furthest = 8;

/**
 * Rows of indicator tables whose cells a copy put on a line each: name, unit, values, and last the property (约束性, 预期性)
 * that tells the row. The lines of such a row become one row; all others stay.
 */
export function withVerticalRows(text: string, lines: readonly (Line | TableRow)[]): (Line | TableRow)[] {
  const out: (Line | TableRow)[] = [];
  for (const line of lines) {
    out.push(line);
    if ('merged' in line || line.cells || !property.test(wordsOf(text, line))) continue;
    const values: Line[] = [];
    let at = out.length - 2;
    for (; at >= 0 && values.length < furthest; at--) {
      const above = out[at];
      if (!above || 'merged' in above || !value.test(wordsOf(text, above))) break;
      values.unshift(above);
    }
    let name = out[at];
    if (values.length === 0 || !name || 'merged' in name) continue;
    const cells: Span[] = [];
    if (isUnit(wordsOf(text, name)) && out[at - 1] && !('merged' in (out[at - 1] as Line))) {
      cells.push(spanOf(name));
      at -= 1;
      name = out[at];
    }
    if (!name || 'merged' in name || !isName(wordsOf(text, name))) continue;
    cells.unshift(spanOf(name));
    cells.push(...values.map(spanOf), spanOf(line));
    out.splice(at, out.length - at, {
      start: name.start,
      end: line.end,
      table: -1,
      cells,
      merged: cells.map(() => null),
    });
  }
  return out;
}

const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end).trim();
const spanOf = ({ start, end }: Span): Span => ({ start, end });
const isName = (words: string): boolean =>
  words.length >= 3 && words.length <= 40 && /[\u4e00-\u9fff]{2}/.test(words) && !/[。；：，]/.test(words);
