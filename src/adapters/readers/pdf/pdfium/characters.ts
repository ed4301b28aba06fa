import { type Matrix, unit } from '../../shared/layout/placed-text.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** A character with its place in the page's own units. */
export interface Character {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** left, top, right, bottom: as wide as its step, as high as the font. */
  readonly box: readonly [number, number, number, number];
  /** Of what it is drawn by: shared by the characters of one drawing. */
  readonly drawing: Drawing;
}

/** What the characters of one text object share. */
export interface Drawing {
  /** The text object's handle. */
  readonly object: number;
  readonly size: number;
  readonly matrix: Matrix;
  readonly renderMode: number;
  /** Each character stands under the one before. */
  isVertical: boolean;
}

/** A hyphen at a line's end comes as this. */
const hyphen = 2;

/** The characters of a loaded page in the order in which they are drawn, blanks that PDFium thought of left out. */
export function charactersOf(document: PdfiumDocument, page: number): Character[] {
  const { module } = document;
  const text = module._FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    return readCharacters(document, text);
  } finally {
    module._FPDFText_ClosePage(text);
  }
}

function readCharacters({ module, scratch }: PdfiumDocument, text: number): Character[] {
  const characters: Character[] = [];
  const count = module._FPDFText_CountChars(text);
  let drawing: Drawing | undefined;
  const [double, single] = [scratch >> 3, scratch >> 2];
  for (let i = 0; i < count; i++) {
    const code = module._FPDFText_GetUnicode(text, i);
    const drawnBy = module._FPDFText_GetTextObject(text, i);
    // What is drawn by nothing was put in by PDFium: blanks and line ends.
    if (drawnBy === 0) continue;
    if (drawing?.object !== drawnBy) {
      module._FPDFText_GetMatrix(text, i, scratch);
      const matrix = Array.from(module.HEAPF32.subarray(single, single + 6)) as unknown as Matrix;
      const size = module._FPDFText_GetFontSize(text, i);
      const renderMode = module._FPDFTextObj_GetTextRenderMode(drawnBy);
      drawing = { object: drawnBy, size, matrix, renderMode, isVertical: false };
    }
    module._FPDFText_GetCharOrigin(text, i, scratch, scratch + 8);
    const x = module.HEAPF64[double] ?? 0;
    const y = module.HEAPF64[double + 1] ?? 0;
    module._FPDFText_GetLooseCharBox(text, i, scratch);
    const floats = module.HEAPF32;
    const box = [
      floats[single] ?? 0,
      floats[single + 1] ?? 0,
      floats[single + 2] ?? 0,
      floats[single + 3] ?? 0,
    ] as const;
    characters.push({ text: textOf(code), x, y, box, drawing });
  }
  markVertical(characters);
  return characters;
}

/** Most steps within a vertical drawing lead downwards. */
function markVertical(characters: readonly Character[]): void {
  let last: Character | undefined;
  let steps = 0;
  for (const character of characters) {
    if (last?.drawing !== character.drawing) steps = 0;
    else {
      steps += isBelow(last, character) ? 1 : -1;
      character.drawing.isVertical = steps > 0;
    }
    last = character;
  }
}

/** In the glyphs' own directions, whichever way they are turned. */
function isBelow(before: Character, { x, y, drawing: { matrix, size } }: Character): boolean {
  const [a, b, c, d] = matrix;
  const [right, up] = [unit(a, b), unit(c, d)];
  const [dx, dy] = [x - before.x, y - before.y];
  const em = size * Math.hypot(c, d);
  return Math.abs(dx * right[0] + dy * right[1]) < em * 0.1 && dx * up[0] + dy * up[1] < -em * 0.3;
}

/** A character that the font's map does not know is no blank: it tells of a garbled page. */
function textOf(code: number): string {
  if (code === hyphen) return '-';
  return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
