import { looksLikeOffice } from '../../../../text/outline/office.js';
import type { PageLine } from './page-lines.js';

/** A line of a cell. */
export interface CellLine extends PageLine {
  /** The words go on in the next line: the column's width broke them, not their author. */
  readonly goesOn: boolean;
}

/** Between a border and the words, in points; office programs leave 5.4. */
const mostInset = 6;
const listMark = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[.．、)）]|[①-⑳●•◆■\-—*])/;
/** What may not begin a line: it takes the character before it down with it. */
const closing = /[，。、；：！？）〕》”’,.;:!?)%％]/;

/**
 * Tells which lines of a cell were broken by its width: the next word had no room in them.
 * @param isOpen without borders, so that the longest line is the width: offices a line each are no broken name then
 */
export function cellLines(
  lines: readonly PageLine[],
  left: number,
  right: number,
  isOpen = false,
): CellLine[] {
  const gaps = lines.flatMap(({ box }) => [box[0] - left, right - box[2]]);
  const room = right - left - 2 * Math.min(mostInset, Math.max(0, Math.min(...gaps)));
  return lines.map((line, i) => {
    const next = lines[i + 1];
    const width = line.box[2] - line.box[0];
    const em = width / Math.max(emsOf(line.text), 0.5);
    const goesOn =
      next !== undefined &&
      next.box[1] >= (line.box[1] + line.box[3]) / 2 &&
      !listMark.test(next.text) &&
      !(isOpen && looksLikeOffice(line.text) && looksLikeOffice(next.text)) &&
      width + emsOf(firstWord(next.text)) * em > room + em * 0.05;
    return { ...line, goesOn };
  });
}

const emsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.5), 0);

/** What would have to stand in the line before: one character or a run of Latin ones, with the marks that stay with it. */
function firstWord(text: string): string {
  const word = /^(?:[\w.%+-]+|.)/u.exec(text)?.[0] ?? '';
  let end = word.length;
  while (closing.test(text[end] ?? '')) end++;
  return text.slice(0, end);
}
