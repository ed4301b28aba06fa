import { headingMarker } from '../outline/heading-marker.js';
import { type Joined, joined, setIn } from './joined.js';
import type { Line } from './lines.js';
import { han, shortest, unfinished } from './unfinished.js';

/** Ends a paragraph for certain. */
const terminal = /[。！？!?；;：:…）)】」”"']$/;
/** Cannot end a paragraph. */
const open = /[，,、（(《〈“‘【—\-~～至和与及或的]$/;
/** Cannot begin one. */
const continuing = /^[，,。；;、）)》〉”’】%％！？]/;
/** What a title ends in: it may hold a comma and no full stop. */
const titleEnd = /(?:报告|答复|复函|方案|计划|通知|意见|提案|建议|函)$/;

/** The width at which a wrapped text breaks its lines, or null when lines are whole paragraphs. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const counts = new Map<number, number>();
  let total = 0;
  for (const line of lines) {
    const length = line.end - line.start + line.indent;
    if (length < 16) continue;
    counts.set(length, (counts.get(length) ?? 0) + 1);
    total++;
  }
  if (total < 6) return null;
  let best = 0;
  let width: number | null = null;
  for (const length of counts.keys()) {
    let near = 0;
    for (let d = -2; d <= 2; d++) near += counts.get(length + d) ?? 0;
    if (near > best || (near === best && width !== null && length > width)) {
      best = near;
      width = length;
    }
  }
  if (width === null || width > 60 || best < 0.35 * total) return null;
  // Nothing stands beyond the edge of a page: longer lines are whole paragraphs, and the width chance.
  let beyond = 0;
  for (const [length, count] of counts) if (length > width + 4) beyond += count;
  return beyond <= 0.05 * total ? width : null;
}

/** Whether a table cell's next line goes on with the sentence of the one before: it was broken by hand to fit. */
export function goesOnInCell(before: string, after: string): boolean {
  return continuing.test(after) || open.test(before) || joined(null, before).depth > 0;
}

const longest = 4000;
/** No page is as wide. */
const wholeParagraph = 80;
/** How long an open bracket keeps a paragraph open, over a blank line and without one. */
const shortReach = 24;
const longReach = 400;

/** What a heading without a marker ends in. */
const headingEnd =
  /(?:实事|任务|目标|安排|措施|要求|情况|清单|工程|专栏|附件|成效|打算|思路|重点|回顾|总结|问题|建设|工作|发展|做法|进展)$/;

/** A word or two on either side: no heading and no paragraph. */
const shortWords = (length: number, nextText: string) => length <= 2 || nextText.length <= 4;

/** Under a first line that is set in, one that is not: the same paragraph, unless either has the look of a part of its own. */
const hangs = (paragraph: Joined, next: Line, nextText: string): boolean =>
  paragraph.setIn &&
  next.indent < 2 &&
  !next.gap &&
  !titleEnd.test(paragraph.tail) &&
  !/[：:]$/.test(nextText) &&
  (paragraph.running ||
    (!headingEnd.test(paragraph.tail) &&
      (shortWords(paragraph.length, nextText) || /[，。；]/.test(nextText))));

/**
 * Whether a paragraph goes on in the next line. Offices' files break lines mid-sentence at the page's width and at page ends;
 * a paragraph ends where its last line is short, or ends in a full stop, or the next begins with a heading marker or an indent.
 * @param last the paragraph's last line, `next` the one after it, page numbers between them left out
 */
export function goesOn(
  paragraph: Joined,
  last: Line,
  next: Line,
  nextText: string,
  width: number | null,
): boolean {
  if (last.cells || next.cells || last.spaced || next.spaced) return false;
  const { tail } = paragraph;
  if (continuing.test(nextText)) return true;
  const { printed } = next;
  if (printed && last.printed && setIn(printed.indent) && !setIn(last.printed.indent)) return false;
  if (setIn(next.indent) && (width === null || last.indent < 2)) return false;
  // …，全长⏎31.6公里: a decimal at a line's beginning, where the words before it have not ended.
  if (
    /^\d+[.．](?!(?:19|20)\d{2}年)\d/.test(nextText) &&
    paragraph.running &&
    !terminal.test(tail) &&
    !next.gap
  )
    return true;
  if (headingMarker(nextText) !== null)
    return open.test(tail) && !/[的和]$/.test(tail) && /^\d/.test(nextText);
  const closed = terminal.test(tail);
  if (printed && last.printed?.full && !setIn(printed.indent)) return true;
  const reach = last.end - last.start + last.indent;
  if (width !== null && width - reach <= 3 && !(closed && next.indent >= 2))
    return !/[。！？]$/.test(tail) || next.indent < 2;
  // A bracket that never closes (【字体：) holds no more than a few lines together, and nothing over a blank line.
  const unbalanced = paragraph.depth > 0 && paragraph.length < (next.gap ? shortReach : longReach);
  if (closed && !unbalanced) return false;
  if (open.test(tail) || unbalanced) return paragraph.length < longest;
  if (paragraph.marked && paragraph.length <= 60 && !paragraph.hasStop) return false;
  if (/日$/.test(nextText)) return false;
  if (unfinished(paragraph, nextText)) return true;
  if (hangs(paragraph, next, nextText)) return true;
  // A body paragraph ends in a full stop: words with clauses in them that end in none go on.
  if (paragraph.length < shortest || (nextText.length < 2 && !han.test(nextText))) return false;
  // Lines that are whole paragraphs, parted by blank ones: a stop was left out.
  if (next.gap && width === null && reach > wholeParagraph) return false;
  return paragraph.running && !titleEnd.test(tail);
}
