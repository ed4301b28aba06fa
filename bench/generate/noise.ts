import type { Chooser } from './random.js';

/** A text as a scan gives it back, and where each place of the clean one came to stand. */
export interface Noisy {
  readonly text: string;
  readonly at: (offset: number) => number;
}

const isHan = (character: string | undefined): boolean => /\p{Script=Han}/u.test(character ?? '');
/** Characters in a line, lines on a page. */
const lineLength = 30;
const pageLines = 24;

/** Blanks inside of words, lines that end where the paper does, marks in full or half width, numbers of pages. */
export function scanned(clean: string, chooser: Chooser): Noisy {
  const at: number[] = [];
  let text = '';
  let column = 0;
  let lines = 0;
  const newLine = () => {
    text += '\n';
    column = 0;
    lines += 1;
    if (lines % pageLines === 0) text += `— ${lines / pageLines} —\n`;
  };
  for (let i = 0; i < clean.length; i++) {
    const character = clean[i] ?? '';
    // Signs that end a sentence never begin a line.
    if (column >= lineLength && character !== '\n' && !/[，。；、）》”%]/.test(character)) newLine();
    at.push(text.length);
    if (character === '\n') {
      newLine();
      continue;
    }
    if (character === '，' && chooser.chance(0.05)) text += ',';
    else if (character === '%' && chooser.chance(0.2)) text += '％';
    else text += character;
    column += 1;
    if (isHan(character) && isHan(clean[i + 1]) && column < lineLength && chooser.chance(0.02)) text += ' ';
  }
  at.push(text.length);
  return { text, at: (offset) => at[offset] ?? text.length };
}
