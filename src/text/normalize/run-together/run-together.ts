import { mayMatch } from '../../pattern/prefilter.js';
import { isBlank } from '../characters.js';
import type { Line } from '../lines.js';
import type { TableRow } from '../table-rows.js';
import { fieldBreaks } from './fields.js';
import { frontBreaks } from './front.js';
import { pointBreaks, unmarkedHeadings } from './points.js';
import { signatureBreaks } from './signatures.js';
import { tagBreaks } from './tags.js';

/** Shorter lines are what they are. */
const shortest = 30;
/** How far down a document its front may reach, in characters. */
const frontSpan = 1500;

/** As a paragraph's first line is set in: what parts lines here, joining does not undo. */
const setIn = 4;

/**
 * Lines of which each was several paragraphs: web pages and converted files lose their line breaks, and title, number, greeting,
 * headings, points and signature stand in one. Each is given back its own line; no character is lost.
 */
export function withParagraphs(text: string, lines: readonly (Line | TableRow)[]): (Line | TableRow)[] {
  return lines.flatMap((line) => {
    if ('merged' in line || line.cells !== null || line.end - line.start < shortest) return [line];
    const words = text.slice(line.start, line.end);
    const outer = [
      ...(line.start < frontSpan ? frontBreaks(words.slice(0, frontSpan)) : []),
      ...signatureBreaks(words),
      ...tagBreaks(words),
      ...fieldBreaks(words),
      ...greetingBreaks(words),
      ...unmarkedHeadings(words),
    ].sort((a, b) => a - b);
    const breaks = [...new Set([...outer, ...pointBreaks(words, outer)])].sort((a, b) => a - b);
    return breaks.length === 0 ? [line] : parted(text, line, breaks);
  });
}

/** …。各位代表！2023年…: a speaker turns to the hall where a part begins. */
const greeting = /(?<=[。！”])\s*(?:各位代表|同志们)[：:！!，,]/gu;
const mayGreet = mayMatch(greeting);
const greetingBreaks = (words: string): number[] =>
  mayGreet(words) ? [...words.matchAll(greeting)].map(({ index }) => index) : [];

function parted(text: string, line: Line, breaks: readonly number[]): Line[] {
  const result: Line[] = [];
  let from = line.start;
  for (const at of [...breaks, line.end - line.start]) {
    let [start, end] = [from, line.start + at];
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start)
      result.push(
        result.length === 0
          ? { ...line, start, end }
          : { ...line, start, end, indent: setIn, gap: false, spaced: false },
      );
    from = line.start + at;
  }
  return result;
}
