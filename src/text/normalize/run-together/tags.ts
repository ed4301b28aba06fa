import { mayMatch } from '../../pattern/prefilter.js';

const role =
  /(?:责任|牵头|主办|承办|配合|协办|会办|参与|实施|落实)(?:单位|部门|主体|处室)[：:]|(?:牵头|负责|配合|落实|参与|协同|协助|实施)[)）】]/g;
const mayHold = mayMatch(role);
const reach = 500;

/** Where a bracket that holds `at` closes, or -1. */
function closing(words: string, at: number): number {
  let depth = 1;
  for (let i = at; i < Math.min(words.length, at + reach); i++) {
    const c = words.charAt(i);
    if ('（(【〔'.includes(c)) depth++;
    else if ('）)】〕'.includes(c) && --depth === 0) return i;
    else if (c === '。' && depth > 1) return -1;
  }
  return -1;
}

/** …。（责任单位：市教育局）2.…: a paragraph ends with the tag that says who answers for it. Offsets behind each such tag. */
export function tagBreaks(words: string): number[] {
  if (!mayHold(words)) return [];
  const result: number[] = [];
  let done = 0;
  for (const match of words.matchAll(role)) {
    const { index } = match;
    if (index < done) continue;
    const closed = /[)）】]$/.test(match[0]);
    const open = Math.max(...['（', '(', '【', '〔'].map((c) => words.lastIndexOf(c, index)));
    if (open < done || index - open > 240) continue;
    // 市教育局（负责…）: inside a sentence; a tag follows a stop or is followed by one.
    const end = closed ? index + match[0].length - 1 : closing(words, index);
    if (end < 0) continue;
    const stop = /[。；]/.test(words.charAt(end + 1)) ? 1 : 0;
    const after = end + 1 + stop;
    if (stop === 0 && !/[。；\s]/.test(words.charAt(open - 1))) continue;
    if (!/[，、）)]/.test(words.charAt(after))) result.push(after);
    done = after;
  }
  return result;
}
