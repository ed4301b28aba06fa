import type { PlacedText } from '../../shared/layout/placed-text.js';
import type { Character, Drawing } from './characters.js';
import type { PageMap } from './page-map.js';
import type { PdfiumDocument } from './pdfium-document.js';

/** FPDF_PAGEOBJ_PATH, _IMAGE, _SHADING, _FORM. */
const [path, image, shading, form] = [2, 3, 4, 5];
/** Text rendering modes of ISO 32000-1, 9.3.6: without fill and stroke; filled, not stroked. */
const unpainted: ReadonlySet<number> = new Set([3, 7]);
const filledOnly: ReadonlySet<number> = new Set([0, 4]);
/** From this value on in each colour, of 255, ink cannot be told from paper; up to this opacity it is clear. */
const paper = 245;
const clear = 12;
/** In points, and as a share of the page's height: nobody reads type that is smaller. */
const smallest = { points: 1.2, share: 1 / 600 };
/** Print that was turned into outlines has many paths; its words may stand under it unpainted. */
const pathsOfPrint = 50;

type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** What is drawn on a page that text can stand on. */
interface Grounds {
  readonly pictures: readonly Rect[];
  /** Whatever is not white. */
  readonly dark: readonly Rect[];
  readonly isOutlined: boolean;
}

/**
 * The characters that are painted: not those without paint, unless they lie on a picture of themselves (a recognised scan)
 * or on outlines, and not white ones on white.
 */
export function paintedCharacters(
  document: PdfiumDocument,
  page: number,
  characters: readonly Character[],
): readonly Character[] {
  const paints = new Map<Drawing, 'ink' | 'paper' | 'none' | 'clear'>();
  for (const { drawing } of characters) {
    if (!paints.has(drawing)) paints.set(drawing, paintOf(document, drawing));
  }
  if ([...paints.values()].every((paint) => paint === 'ink')) return characters;
  const { pictures, dark, isOutlined } = groundsOf(document, page);
  return characters.filter(({ drawing, box }) => {
    const paint = paints.get(drawing);
    if (paint === 'ink') return true;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const liesOn = (grounds: readonly Rect[]) =>
      grounds.some(([left, bottom, right, top]) => x >= left && x <= right && y >= bottom && y <= top);
    if (paint === 'none') return isOutlined || liesOn(pictures);
    return paint === 'paper' && liesOn(dark);
  });
}

/** The pieces within the page as it is looked at, in type that can be read. */
export function piecesInSight(pieces: readonly PlacedText[], { width, height }: PageMap): PlacedText[] {
  // A page without a size says nothing of what lies beside it.
  if (width < 1 || height < 1) return [...pieces];
  const least = Math.min(smallest.points, height * smallest.share);
  return pieces.filter(
    ({ box: [x0, y0, x1, y1], size }) => size >= least && x1 >= 0 && y1 >= 0 && x0 <= width && y0 <= height,
  );
}

function paintOf(document: PdfiumDocument, { object, renderMode }: Drawing) {
  if (unpainted.has(renderMode)) return 'none';
  if (!filledOnly.has(renderMode)) return 'ink';
  const colour = fillOf(document, object);
  if (!colour) return 'ink';
  if (colour.opacity <= clear) return 'clear';
  return colour.darkest >= paper ? 'paper' : 'ink';
}

/** Null where the colour is no plain one. */
function fillOf({ module, scratch }: PdfiumDocument, object: number) {
  if (module._FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
    return null;
  const [red = 0, green = 0, blue = 0, opacity = 255] = module.HEAPU32.subarray(
    scratch >> 2,
    (scratch >> 2) + 4,
  );
  return { darkest: Math.min(red, green, blue), opacity };
}

function groundsOf(document: PdfiumDocument, page: number): Grounds {
  const { module, scratch } = document;
  const [pictures, dark]: [Rect[], Rect[]] = [[], []];
  let paths = 0;
  for (let i = module._FPDFPage_CountObjects(page) - 1; i >= 0; i--) {
    const object = module._FPDFPage_GetObject(page, i);
    const type = module._FPDFPageObj_GetType(object);
    if (type === path) paths++;
    const isPicture = type === image || type === form;
    if (!isPicture && type !== shading && !(type === path && isDarkField(document, object))) continue;
    if (module._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
      continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = module.HEAPF32.subarray(
      scratch >> 2,
      (scratch >> 2) + 4,
    );
    dark.push([left, bottom, right, top]);
    if (isPicture) pictures.push([left, bottom, right, top]);
  }
  return { pictures, dark, isOutlined: paths >= pathsOfPrint };
}

function isDarkField(document: PdfiumDocument, object: number): boolean {
  const { module, scratch } = document;
  module._FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  if (module.HEAP32[scratch >> 2] === 0) return false;
  const colour = fillOf(document, object);
  return !colour || (colour.darkest < paper && colour.opacity > clear);
}
