import { commonHan } from './common-han.js';
import { mojibakePairs } from './mojibake.js';

/** `blank`: nothing to read. `garbled`: characters, but not the ones that are printed. */
export type Quality = 'good' | 'blank' | 'garbled';

/** Shares of the non-blank characters from which a text counts as garbled; each was set between real files of both kinds. */
const thresholds = {
  control: 0.05,
  privateUse: 0.15,
  mojibake: 0.05,
  latinHigh: 0.5,
  rareHan: 0.4,
  oddScripts: 0.25,
  symbols: 0.35,
  questionMarks: 0.3,
  emptyBoxes: 0.5,
  lostForGood: 0.1,
} as const;

interface Counts {
  visible: number;
  control: number;
  privateUse: number;
  latinHigh: number;
  han: number;
  rareHan: number;
  symbols: number;
  odd: number;
  oddBlocks: Set<number>;
}

const isControl = (code: number) =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd || code === 0xfffe || code === 0xffff;
const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff;
/** Scripts that glyph numbers taken for characters fall into: Latin Extended-B to Georgian without Greek and Cyrillic, Ethiopic to Khmer. */
const isOdd = (code: number) =>
  (code >= 0x0180 && code < 0x0370) || (code >= 0x0530 && code < 0x1100) || (code >= 0x1200 && code < 0x1e00);
const isSymbol = (code: number) =>
  (code >= 0x21 && code <= 0x27) ||
  (code >= 0x3b && code <= 0x40) ||
  (code >= 0x5b && code <= 0x60 && code !== 0x5f) ||
  (code >= 0x7b && code <= 0x7e) ||
  code === 0x2a ||
  code === 0x2b;
const isBlank = (code: number) =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0xad ||
  (code >= 0x2000 && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202f) ||
  (code >= 0x205f && code <= 0x206f) ||
  (code >= 0xfe00 && code <= 0xfe0f);

function count(text: string): Counts {
  const common = commonHan();
  const counts: Counts = {
    visible: 0,
    control: 0,
    privateUse: 0,
    latinHigh: 0,
    han: 0,
    rareHan: 0,
    symbols: 0,
    odd: 0,
    oddBlocks: new Set(),
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) continue;
    counts.visible++;
    if (isHan(code)) {
      counts.han++;
      if (code >= 0x4e00 && common[code] === 0) counts.rareHan++;
    } else if (isControl(code)) counts.control++;
    else if (isSymbol(code)) counts.symbols++;
    else if (code >= 0xa1 && code <= 0xff) counts.latinHigh++;
    else if (isPrivate(code)) counts.privateUse++;
    else if (isOdd(code)) {
      counts.odd++;
      counts.oddBlocks.add(code >> 7);
    }
  }
  return counts;
}

/** How many visible characters a text has. */
export function visibleCharacters(text: string): number {
  let visible = 0;
  for (let i = 0; i < text.length; i++) if (!isBlank(text.charCodeAt(i))) visible++;
  return visible;
}

/** What characters that were lost on the way (U+FFFD, or memory of a debugger) read as in GBK. */
const lostForGood = /锟斤|斤拷|烫烫|屯屯/g;

/** Judges what was read before it may count as read. `fonts`: characters came through a font's map, which can be wrong or missing. */
export function judge(text: string, origin: 'bytes' | 'fonts'): Quality {
  const counts = count(text);
  const { visible } = counts;
  if (visible === 0) return 'blank';
  const over = (n: number, share: number, least = 2) => n >= least && n > visible * share;
  if (counts.control === visible || over(counts.control, thresholds.control)) return 'garbled';
  if (over(counts.privateUse, thresholds.privateUse)) return 'garbled';
  if (over(counts.latinHigh, thresholds.latinHigh, 4)) return 'garbled';
  if (counts.latinHigh > 0 && over(mojibakePairs(text) * 2, thresholds.mojibake, 6)) return 'garbled';
  if (counts.han >= 10 && counts.rareHan > counts.han * thresholds.rareHan) return 'garbled';
  // A conversion that knew no Chinese left question marks.
  if (over((text.match(/\?/g) ?? []).length, thresholds.questionMarks, 20)) return 'garbled';
  // A font that knew no Chinese left boxes; a form's boxes to tick stand beside words.
  if (over((text.match(/[□▯▢]/g) ?? []).length, thresholds.emptyBoxes, 20)) return 'garbled';
  if (over((text.match(lostForGood) ?? []).length * 2, thresholds.lostForGood, 12)) return 'garbled';
  if (origin === 'bytes') return 'good';
  if (counts.oddBlocks.size >= 3 && over(counts.odd, thresholds.oddScripts, 10)) return 'garbled';
  return counts.han === 0 && over(counts.symbols, thresholds.symbols, 20) ? 'garbled' : 'good';
}
