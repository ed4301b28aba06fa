import { mendNumbers } from '../../../../text/recognized/mend-number.js';
import type { LineWord } from '../layout/page-lines.js';
import type { RecognizedLine } from './engine.js';

/** In heights of the line: from here on a gap parts the cells of a row, or a name from the other end of its line. */
const cellGap = 2.5;
const blankGap = 0.6;
const wide = /[^\u0000-\u02ff]/;

export interface LineText {
  readonly text: string;
  readonly words: readonly LineWord[];
}

/** What stands between two words: beside a Han character nothing, as Chinese has no blanks. */
function between(left: string, right: string, gap: number): string {
  if (gap > cellGap) return '\t';
  if (wide.test(left.at(-1) ?? '') || wide.test(right[0] ?? '')) return '';
  return gap > blankGap ? ' ' : '';
}

/** The words of a line as text, each with its place in it. What was put right counts as not recognised at all. */
export function lineText(line: RecognizedLine): LineText {
  const height = heightOf(line);
  let text = '';
  const words: LineWord[] = [];
  for (const [i, word] of line.entries()) {
    const before = line[i - 1];
    if (before) text += between(before.text, word.text, (word.box.left - before.box.right) / height);
    words.push({
      start: text.length,
      end: text.length + word.text.length,
      confidence: Math.round(word.confidence),
    });
    text += word.text;
  }
  const mended = mendNumbers(text);
  if (mended === text) return { text, words };
  const isSame = ({ start, end }: LineWord) => text.slice(start, end) === mended.slice(start, end);
  return { text: mended, words: words.map((word) => (isSame(word) ? word : { ...word, confidence: 0 })) };
}

/** The height of most words: a recogniser draws some boxes too tall. */
function heightOf(line: RecognizedLine): number {
  const heights = line.map(({ box }) => box.bottom - box.top).toSorted((a, b) => a - b);
  return Math.max(1, heights[Math.floor(heights.length / 2)] ?? 1);
}
