import type { Span } from '../../domain/source-text.js';
import { looksLikeOffice } from '../outline/office.js';
import type { Line } from './lines.js';
import type { TableRow } from './table-rows.js';

type Column = 'ordinal' | 'office' | 'words';

const ordinal = /^\d{1,3}[.、．]?$/;
const officeHead = /^(?:责任|牵头|承办|主办|配合|协办|实施|落实)(?:单位|部门|主体)$/;
const mostColumns = 10;

const wordsOf = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/[ \u3000\u00a0]/g, '');

/** The cells of a line with bars; the outer bars part nothing, blanks at a cell's ends are none of its words. */
function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = [];
  let from = text.charAt(start) === '|' ? start + 1 : start;
  for (let at = from; at <= end; at++) {
    if (at < end && text.charAt(at) !== '|') continue;
    if (at === end && from === end) break;
    let [first, last] = [from, at];
    while (first < last && /\s/.test(text.charAt(first))) first++;
    while (last > first && /\s/.test(text.charAt(last - 1))) last--;
    cells.push({ start: first, end: last });
    from = at + 1;
  }
  return cells;
}

const filled = ({ start, end }: Span): boolean => end > start;

function columnsOf(heads: readonly string[]): readonly Column[] | null {
  const kinds = heads.map(
    (head): Column => (/^(?:序号|编号)$/.test(head) ? 'ordinal' : officeHead.test(head) ? 'office' : 'words'),
  );
  return kinds[0] === 'ordinal' && kinds.includes('office') && kinds.length <= mostColumns ? kinds : null;
}

const isOffice = (words: string): boolean =>
  words.length <= 60 &&
  !/[。；：\d]/.test(words) &&
  words
    .split(/[、，,]/)
    .every((name) => looksLikeOffice(name) || /^各[\u4e00-\u9fff（）()、]{1,8}$/.test(name));

const fits = (kind: Column, words: string): boolean =>
  kind === 'words' || (kind === 'ordinal' ? ordinal.test(words) : words === '' || isOffice(words));

/** The row's cells by column, where those that reach in from above are left out of its line; null where each stands in its own. */
function placed(text: string, cells: readonly Span[], kinds: readonly Column[]): (Span | null)[] | null {
  const last = cells.findLastIndex(filled);
  const given = cells.slice(0, last + 1);
  if (last < 0 || given.length >= kinds.length) return null;
  let missing = 0;
  const out: (Span | null)[] = [];
  for (const kind of kinds) {
    const cell = given[out.length - missing];
    if (cell && fits(kind, wordsOf(text, cell))) out.push(filled(cell) ? cell : null);
    else {
      missing++;
      out.push(null);
    }
  }
  const kept = out.filter((cell) => cell !== null).length;
  // Nothing lost, and something moved: a row whose last cells are only empty stays as it is.
  return kept === given.filter(filled).length && out.findLastIndex((cell) => cell !== null) > last
    ? out
    : null;
}

/**
 * Rows of bars (新增托位500个 | 已新增600个 | ||) whose 序号 or 责任单位 reaches down from the row above, so that their cells begin
 * further left: put in their columns, with what reaches in. A table without such rows stays as it is.
 */
export function withShiftedRows(
  text: string,
  lines: readonly (Line | TableRow)[],
): readonly (Line | TableRow)[] {
  const out = [...lines];
  let kinds: readonly Column[] | null = null;
  let rows: { readonly at: number; readonly row: TableRow; readonly moved: boolean }[] = [];
  const close = () => {
    if (rows.some(({ moved }) => moved)) for (const { at, row } of rows) out[at] = row;
    kinds = null;
    rows = [];
  };
  for (const [at, line] of lines.entries()) {
    const barred =
      !('merged' in line) &&
      (line.cells === '|' || (kinds !== null && text.slice(line.start, line.end).includes('|')));
    if (!barred) {
      close();
      continue;
    }
    const cells = cellsOf(text, line);
    const head = columnsOf(cells.map((cell) => wordsOf(text, cell)).filter((words) => words !== ''));
    if (head) {
      close();
      kinds = head;
      continue;
    }
    if (!kinds) continue;
    const own = placed(text, cells, kinds);
    const row = own ?? kinds.map((_kind, i) => cells[i] ?? null);
    const above = rows.at(-1)?.row;
    const merged = row.map((cell, i) =>
      own && !cell && kinds?.[i] !== 'words' ? (above?.cells[i] ?? above?.merged[i] ?? null) : null,
    );
    rows.push({
      at,
      row: { start: line.start, end: line.end, table: line.table ?? -1, cells: row, merged },
      moved: own !== null,
    });
  }
  close();
  return out;
}
