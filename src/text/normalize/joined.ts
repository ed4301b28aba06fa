import { headingMarker } from '../outline/heading-marker.js';

/** What joining looks at, by code: 1 opens, 2 closes, 4 parts clauses, 8 ends a sentence (and 4). */
const marks = new Uint8Array(65_536);
for (const c of '（(《“【') marks[c.charCodeAt(0)] = 1;
for (const c of '）)》”】') marks[c.charCodeAt(0)] = 2;
for (const c of '，,；;') marks[c.charCodeAt(0)] = 4;
marks['。'.charCodeAt(0)] = 12;

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
  let seen = 0;
  for (let i = 0; i < line.length; i++) {
    const mark = marks[line.charCodeAt(i)] ?? 0;
    if (mark === 0) continue;
    seen |= mark;
    if (mark === 1) depth++;
    else if (mark === 2) depth--;
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
    running: (before?.running ?? false) || (seen & 4) > 0,
    hasStop: (before?.hasStop ?? false) || (seen & 8) > 0,
    marked: before?.marked ?? headingMarker(line) !== null,
  };
}
