import { headingMarker } from '../outline/heading-marker.js';

const opening = new Set('（(《“【');
const closing = new Set('）)》”】');

/** What has been joined so far, as much of it as the next decision needs: constant size, so that joining stays linear. */
export interface Joined {
  readonly length: number;
  readonly head: string;
  readonly tail: string;
  /** Its first line is set in by two characters, as a paragraph's is. */
  readonly setIn: boolean;
  /** Brackets and quotation marks still open. */
  readonly depth: number;
  /** ，。； stand in it: running words, no heading. */
  readonly running: boolean;
  readonly hasStop: boolean;
  readonly marked: boolean;
}

/** As far as offices set the first line of a paragraph in; what stands further right is an ending or a column. */
export const setIn = (indent: number) => indent >= 2 && indent <= 8;

const tailLength = 16;

const headLength = 24;

/** Adds a line to what was joined; `before` is null for a paragraph's first line, of which `indent` tells. */
export function joined(before: Joined | null, line: string, indent = 0): Joined {
  let depth = before?.depth ?? 0;
  for (const c of line) {
    if (opening.has(c)) depth++;
    else if (closing.has(c)) depth--;
  }
  return {
    length: (before?.length ?? 0) + line.length,
    head:
      before && before.head.length >= headLength
        ? before.head
        : ((before?.head ?? '') + line).slice(0, headLength),
    setIn: before?.setIn ?? setIn(indent),
    tail: ((before?.tail ?? '') + line.slice(-tailLength)).slice(-tailLength),
    depth,
    running: (before?.running ?? false) || /[，,。；;]/.test(line),
    hasStop: (before?.hasStop ?? false) || line.includes('。'),
    marked: before?.marked ?? headingMarker(line) !== null,
  };
}
