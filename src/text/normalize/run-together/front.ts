import { partLength } from './front-parts.js';

/** More parts than any front has. */
const mostParts = 32;

/**
 * Where title, document number, record sheet, marks, greeting and text begin that stand in one line.
 * @returns UTF-16 offsets in `words`, ascending
 */
export function frontBreaks(words: string): number[] {
  const result: number[] = [];
  let title: string | null = null;
  let at = 0;
  for (let parts = 0; parts < mostParts && at < words.length; parts++) {
    const part = partLength(words.slice(at), title);
    if (part === null) break;
    if (part.kind === 'title') title ??= words.slice(at, at + part.length).trim();
    at += part.length;
    result.push(at);
    if (part.kind === 'greeting') break;
  }
  return result;
}
