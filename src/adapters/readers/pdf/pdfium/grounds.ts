import { pageMap } from './page-map.js';
import type { PdfiumDocument } from './pdfium-document.js';
import { type Fill, paper, plainFill, plainStroke } from './plain-colour.js';

/** FPDF_PAGEOBJ_PATH, _IMAGE, _SHADING, _FORM. */
const [path, image, shading, form] = [2, 3, 4, 5];
/** Print that was turned into outlines has many paths; its words may stand under it unpainted. */
const pathsOfPrint = 50;
/** A white field over such a share of the page is the page's own paper. */
const shareOfPage = 0.95;

export type Rect = readonly [left: number, bottom: number, right: number, top: number];

/** Something drawn on a page, in the page's own units. */
interface Ground {
  readonly rect: Rect;
  /** Its place in the order of drawing. */
  readonly order: number;
  readonly isPicture: boolean;
  /** White as far as can be told, over the whole page. */
  readonly isPage: boolean;
}

/** What is drawn on a page that text can stand on. */
interface Grounds {
  readonly all: readonly Ground[];
  /** The place of each object of the page in the order of drawing, by its handle. */
  readonly orders: ReadonlyMap<number, number>;
  readonly isOutlined: boolean;
}

/** Everything on a page but text and what is plainly as white as paper. */
export function groundsOf(document: PdfiumDocument, page: number): Grounds {
  const { module } = document;
  const size = pageMap(document, page);
  const area = size.width * size.height;
  const [all, orders]: [Ground[], Map<number, number>] = [[], new Map()];
  let paths = 0;
  for (let order = module._FPDFPage_CountObjects(page) - 1; order >= 0; order--) {
    const object = module._FPDFPage_GetObject(page, order);
    orders.set(object, order);
    const type = module._FPDFPageObj_GetType(object);
    if (type === path) paths++;
    const isPicture = type === image || type === form;
    const drawn = type === path ? paintOfPath(document, object) : 'dark';
    if (drawn === 'none' || !(isPicture || type === shading || type === path)) continue;
    const rect = boundsOf(document, object);
    if (!rect) continue;
    const isPage = drawn === 'white' && (rect[2] - rect[0]) * (rect[3] - rect[1]) >= area * shareOfPage;
    all.push({ rect, order, isPicture, isPage });
  }
  return { all, orders, isOutlined: paths >= pathsOfPrint };
}

function boundsOf({ module, scratch }: PdfiumDocument, object: number): Rect | null {
  if (module._FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
    return null;
  const [left = 0, bottom = 0, right = 0, top = 0] = module.HEAPF32.subarray(
    scratch >> 2,
    (scratch >> 2) + 4,
  );
  return [left, bottom, right, top];
}

/** `white` may be a pattern; `none` is nothing that would show on paper. */
function paintOfPath(document: PdfiumDocument, object: number): 'dark' | 'white' | 'none' {
  const { module, scratch } = document;
  module._FPDFPath_GetDrawMode(object, scratch, scratch + 4);
  const [isFilled, isStroked] = [module.HEAP32[scratch >> 2] !== 0, module.HEAP32[(scratch >> 2) + 1] !== 0];
  const paints = [
    isFilled ? shownAs(plainFill(document, object)) : 'none',
    isStroked ? shownAs(plainStroke(document, object)) : 'none',
  ];
  return paints.includes('dark') ? 'dark' : paints.includes('white') ? 'white' : 'none';
}

function shownAs(colour: Fill | null): 'dark' | 'white' | 'none' {
  if (!colour) return 'dark';
  if (colour.isClear) return 'none';
  if (colour.mayBePattern) return 'white';
  return colour.darkest >= paper ? 'none' : 'dark';
}
