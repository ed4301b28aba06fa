import { headingMarker } from '../outline/heading-marker.js';
import type { Line } from './lines.js';

/** A bare page number as printed in a footer: 6, — 2 —, - 3 -, 第4页, 1 2 (blanks inside). */
const pageNumber = /^(?:[-—–－~·•\s]*\d(?:\s?\d){0,3}[-—–－~·•\s]*|第\s*\d+\s*页(?:\s*共\s*\d+\s*页)?)$/;

/** Ends a paragraph for certain. */
const terminal = /[。！？!?；;：:…）)】」”"']$/;
/** Cannot end a paragraph. */
const open = /[，,、（(《〈“‘【—\-~～至和与及或的]$/;
/** Cannot begin one. */
const continuing = /^[，,。；;、）)》〉”’】%％！？]/;

/** The width at which a wrapped text breaks its lines, or null when lines are whole paragraphs. */
export function wrapWidth(lines: readonly Line[]): number | null {
  const lengths = lines.map((line) => line.end - line.start + line.indent).filter((length) => length >= 16);
  if (lengths.length < 6) return null;
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
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
  return width !== null && width <= 60 && best >= 0.35 * lengths.length ? width : null;
}

function unbalanced(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if ('（(《“【'.includes(c)) depth++;
    else if ('）)》”】'.includes(c)) depth--;
  }
  return depth > 0;
}

export function isPageNumber(text: string): boolean {
  return text.length <= 16 && pageNumber.test(text);
}

/**
 * Whether a line goes on in the next one. Offices' files break lines mid-sentence at the page's width and at page ends;
 * a paragraph ends where its last line is short, or ends in a full stop, or the next begins with a heading marker or an indent.
 * @param paragraph what has been joined so far
 * @param last the paragraph's last line, `next` the one after it, page numbers between them left out
 */
export function goesOn(
  paragraph: string,
  last: Line,
  next: Line,
  nextText: string,
  width: number | null,
): boolean {
  if (last.cells || next.cells) return false;
  if (continuing.test(nextText)) return true;
  if (next.indent >= 2 && next.indent <= 8 && (width === null || last.indent < 2)) return false;
  if (headingMarker(nextText) !== null)
    return open.test(paragraph) && !/[的和]$/.test(paragraph) && /^\d/.test(nextText);
  const closed = terminal.test(paragraph);
  const reach = last.end - last.start + last.indent;
  if (width !== null && width - reach <= 3 && !(closed && next.indent >= 2))
    return !/[。！？]$/.test(paragraph) || next.indent < 2;
  if (closed && !unbalanced(paragraph)) return false;
  if (open.test(paragraph) || unbalanced(paragraph)) return paragraph.length < 4000;
  if (headingMarker(paragraph) !== null && paragraph.length <= 60 && !paragraph.includes('。')) return false;
  return width === null && paragraph.length >= 48 && /[，。；]/.test(paragraph);
}
