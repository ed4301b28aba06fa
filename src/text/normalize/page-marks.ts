import { han, measured } from './unfinished.js';

/** A bare page number as printed in a footer: 6, — 2 —, - 3 -, 第4页, 1 2 (blanks inside). */
const pageNumber = /^(?:[-—–－~·•\s]*\d(?:\s?\d){0,3}[-—–－~·•\s]*|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)$/;

function isPageNumber(text: string): boolean {
  return text.length <= 16 && pageNumber.test(text);
}

/** The number that a footer prints, or null where a line is none. */
function pageNumberOf(line: string): number | null {
  return isPageNumber(line) ? Number(/\d+/.exec(line.replace(/\s/g, ''))?.[0] ?? 0) : null;
}

interface Printed {
  readonly words: string;
  readonly gap: boolean;
}

/**
 * Tells a page's number from words of the text. A bare figure that the line before leads to and the line after measures is
 * the sentence's (新增学位⏎1080⏎个), unless the pages before or after it carry their numbers too.
 * @param lines of running text in order; null for what is none, as a table's row
 */
export function pageMarks(lines: readonly (Printed | null)[]): (index: number) => boolean {
  const numbers = lines.map((line) => (line ? pageNumberOf(line.words) : null));
  const all = new Set(numbers);
  return (index) => {
    const n = numbers[index] ?? null;
    const line = lines[index];
    if (n === null || !line) return false;
    const [before, after] = [lines[index - 1], lines[index + 1]];
    if (!/^\d+$/.test(line.words) || !after || after.gap || !measured.test(after.words)) return true;
    if (/^(?:19|20)\d{2}$/.test(line.words) && after.words.startsWith('年')) return false;
    return all.has(n - 1) || all.has(n + 1) || !before || line.gap || !han.test(before.words.slice(-1));
  };
}
