import type { Item } from '../../../../src/domain/item.js';
import type { SourceText } from '../../../../src/domain/source-text.js';
import { doubtfulWords } from '../../../../src/extract/doubtful.js';

/** How a recognised text compares with what is printed. */
export interface ScanScore {
  /** Characters printed, those wrong, missing or too many among them. */
  readonly characters: number;
  readonly wrongCharacters: number;
  /** Items of the printed text, and those that the scan gives with the same values, and with the same deadline too. */
  readonly items: number;
  readonly rightItems: number;
  readonly rightDeadlines: number;
  /** Numbers that were read and do not stand there; `unmarked`: without being marked doubtful. */
  readonly wrongNumbers: number;
  readonly unmarked: readonly string[];
  /** Right numbers that were marked all the same. */
  readonly markedInVain: number;
}

const fold = (c: string) => c.normalize('NFKC').replace(/[—–―]/, '-').replace('“', '"').replace('”', '"');

/** Characters without blanks, each with its place. */
function lettersOf(text: string): { letter: string; at: number }[] {
  const letters: { letter: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (!/\s/.test(c)) letters.push({ letter: fold(c), at });
  }
  return letters;
}

/** For each letter of `read` the one of `printed` that it stands for, or -1; and how many edits part them (Levenshtein). */
function align(printed: readonly string[], read: readonly string[]): { partner: number[]; edits: number } {
  const width = read.length + 1;
  const costs = new Uint16Array((printed.length + 1) * width);
  for (let j = 0; j <= read.length; j++) costs[j] = j;
  for (let i = 1; i <= printed.length; i++) {
    costs[i * width] = i;
    for (let j = 1; j <= read.length; j++) {
      const other = printed[i - 1] === read[j - 1] ? 0 : 1;
      costs[i * width + j] = Math.min(
        (costs[(i - 1) * width + j - 1] ?? 0) + other,
        (costs[(i - 1) * width + j] ?? 0) + 1,
        (costs[i * width + j - 1] ?? 0) + 1,
      );
    }
  }
  const partner = new Array<number>(read.length).fill(-1);
  let [i, j] = [printed.length, read.length];
  while (i > 0 && j > 0) {
    const cost = costs[i * width + j] ?? 0;
    const same = printed[i - 1] === read[j - 1];
    if (cost === (costs[(i - 1) * width + j - 1] ?? 0) + (same ? 0 : 1)) {
      if (same) partner[j - 1] = i - 1;
      i--;
      j--;
    } else if (cost === (costs[(i - 1) * width + j] ?? 0) + 1) i--;
    else j--;
  }
  return { partner, edits: costs[costs.length - 1] ?? 0 };
}

const valuesOf = ({ stance, kind, value, valueMax, unit, comparator }: Item): string =>
  JSON.stringify([stance, kind, value, valueMax, unit, comparator]);
/** With the deadline: one misread year in a title can move those of all items. */
const withDeadline = (item: Item): string => `${valuesOf(item)} ${item.deadline?.date}`;

/** How many of the first have their like among the second. */
function shared(expected: readonly Item[], found: readonly Item[], keyOf: (item: Item) => string): number {
  const left = found.map(keyOf);
  return expected.filter((item) => {
    const at = left.indexOf(keyOf(item));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

export function scoreScan(
  printed: { readonly text: string; readonly items: readonly Item[] },
  read: { readonly source: SourceText; readonly items: readonly Item[] },
): ScanScore {
  const [letters, found] = [lettersOf(printed.text), lettersOf(read.source.text)];
  const { partner, edits } = align(
    letters.map(({ letter }) => letter),
    found.map(({ letter }) => letter),
  );
  const unmarked: string[] = [];
  let [wrongNumbers, markedInVain] = [0, 0];
  const compact = found.map(({ letter }) => letter).join('');
  for (const match of compact.matchAll(/\d[\d.]*/g)) {
    const [first, last] = [match.index, match.index + match[0].length - 1];
    const partners = partner.slice(first, last + 1);
    const [from = -1, to = -1] = [partners[0], partners.at(-1)];
    const whole =
      partners.every((at, n) => at >= 0 && at === from + n) &&
      !/\d/.test(letters[from - 1]?.letter ?? '') &&
      !/\d/.test(letters[to + 1]?.letter ?? '');
    const span = { start: found[first]?.at ?? 0, end: (found[last]?.at ?? 0) + 1 };
    const marked = doubtfulWords(read.source, [span]).length > 0;
    if (whole && marked) markedInVain++;
    if (whole) continue;
    wrongNumbers++;
    if (!marked) unmarked.push(compact.slice(Math.max(0, first - 6), last + 6));
  }
  return {
    characters: letters.length,
    wrongCharacters: edits,
    items: printed.items.length,
    rightItems: shared(printed.items, read.items, valuesOf),
    rightDeadlines: shared(printed.items, read.items, withDeadline),
    wrongNumbers,
    unmarked,
    markedInVain,
  };
}
