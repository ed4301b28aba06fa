import { foldCharacter, isBlank, thousandsEnd } from '../../text/normalize/characters.js';
import { type MappedText, MappedTextBuilder } from '../../text/normalize/mapped-text.js';
import { simplified } from './traditional.js';

const alphanumeric = /[0-9A-Za-z]/;
/** A blank after these parts numbers (1, 234). */
const separator = /[,，.。、；:]/;
/** What begins a heading or list item: a line that begins so does not go on the one before. */
const marker =
  /(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])/y;

const isLineEnd = (code: number): boolean =>
  code === 0x0a || code === 0x0d || code === 0x0c || code === 0x2028;

/** What stands for a run of blanks and line ends before `next`: nothing inside Chinese, one blank between Latin or digits. */
function gap(source: string, from: number, next: number, previous: string): string {
  let lines = 0;
  for (let i = from; i < next; i++) {
    const code = source.charCodeAt(i);
    if (code === 0x0c || (isLineEnd(code) && !(code === 0x0d && source.charCodeAt(i + 1) === 0x0a))) lines++;
  }
  if (lines > 1) return '\n';
  marker.lastIndex = next;
  if (lines === 1 && marker.test(source)) return '\n';
  const after = foldCharacter(source.charAt(next), undefined, undefined);
  return (alphanumeric.test(previous) || separator.test(previous)) && alphanumeric.test(after) ? ' ' : '';
}

/**
 * The copy of a text that values are looked for in: full-width, traditional and blank forms folded, every character with its
 * place in the source. Blanks and single line ends inside Chinese carry nothing and are gone.
 */
export function scanText(source: string): MappedText {
  const builder = new MappedTextBuilder(source.length);
  let previous = '';
  let blankFrom = -1;
  let groupsEnd = -1;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (isBlank(code) || isLineEnd(code)) {
      if (blankFrom < 0) blankFrom = i;
      continue;
    }
    if (blankFrom >= 0) {
      const between = previous === '' ? '' : gap(source, blankFrom, i, previous);
      if (between !== '') builder.push(between, blankFrom);
      blankFrom = -1;
    }
    const c = source.charAt(i);
    if (c === '，' && i > groupsEnd) groupsEnd = thousandsEnd(source, i);
    const folded =
      c === '，' && i < groupsEnd ? ',' : simplified(foldCharacter(c, previous, source.charAt(i + 1)));
    builder.push(folded, i);
    previous = folded;
  }
  return builder.build(source.length);
}
