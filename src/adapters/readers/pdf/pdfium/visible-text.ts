import type { PlacedText } from '../../shared/layout/placed-text.js';
import type { Character, Drawing } from './characters.js';
import { groundsOf, type Rect } from './grounds.js';
import { inkFinder } from './inked-boxes.js';
import { hasOutlines } from './lacks-text.js';
import type { PageMap } from './page-map.js';
import type { PdfiumDocument } from './pdfium-document.js';
import { paper, plainFill } from './plain-colour.js';

/** Text rendering modes of ISO 32000-1, 9.3.6: without fill and stroke; a clip for what follows; filled, not stroked. */
const unpainted: ReadonlySet<number> = new Set([3, 7]);
const clip = 7;
const filledOnly: ReadonlySet<number> = new Set([0, 4]);
/** In points, and as a share of the page's height: nobody reads type that is smaller. */
const smallest = { points: 1.2, share: 1 / 600 };
/** More of a page's characters are not white for nothing: they are filled with a pattern that PDFium does not tell of. */
const mostWhite = 1 / 3;

/** A loaded page and its number, from 1. */
interface LoadedPage {
  readonly page: number;
  readonly number: number;
  readonly map: PageMap;
}

/**
 * The characters that are painted: not those without paint, unless they lie on a picture of themselves (a recognised scan)
 * or on outlines or cut something out that is drawn after them, and not white ones with nothing but bare page under them.
 * A pattern is reported as white: what is only reported so is left out where nothing is seen when the page is drawn.
 */
export function paintedCharacters(
  document: PdfiumDocument,
  { page, number, map }: LoadedPage,
  characters: readonly Character[],
): readonly Character[] {
  const paints = new Map<Drawing, Paint>();
  for (const { drawing } of characters) {
    if (!paints.has(drawing)) paints.set(drawing, paintOf(document, drawing));
  }
  if ([...paints.values()].every((paint) => paint === 'ink')) return characters;
  const { all, orders, isOutlined } = groundsOf(document, page);
  const pictures = all.filter(({ isPicture }) => isPicture);
  const fields = all.filter(({ isPage }) => !isPage);
  const unseen = new Set<Character>();
  const doubtful: Character[] = [];
  for (const character of characters) {
    const { drawing } = character;
    const order = orders.get(drawing.object) ?? -1;
    const touchesAny = (grounds: typeof all) => grounds.some(({ rect }) => touches(character, rect));
    const isCutOut = () => drawing.renderMode === clip && touchesAny(all.filter((one) => one.order > order));
    const paint = paints.get(drawing) ?? 'ink';
    if (paint === 'none' && !isOutlined && !liesOnAny(character, pictures) && !isCutOut())
      unseen.add(character);
    else if (paint === 'clear') unseen.add(character);
    else if (paint === 'pale' && !touchesAny(fields)) unseen.add(character);
    else if (paint === 'white' && !touchesAny(fields)) doubtful.push(character);
  }
  if (doubtful.length > 0) {
    const hasInk = inkFinder(document, number, map);
    const white = doubtful.filter((character) => !hasInk(character));
    const isRest = white.length + unseen.size < characters.length;
    const isMuch = isRest && white.length > characters.length * mostWhite;
    // A drawn page shows nothing of a font without outlines.
    for (const character of white)
      if (!isMuch || hasOutlines(document, character.drawing.object)) unseen.add(character);
  }
  return characters.filter((character) => !unseen.has(character));
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

/** `white` may be a pattern, `pale` is plainly the colour of paper. */
type Paint = 'ink' | 'white' | 'pale' | 'none' | 'clear';

function paintOf(document: PdfiumDocument, { object, renderMode }: Drawing): Paint {
  if (unpainted.has(renderMode)) return 'none';
  if (!filledOnly.has(renderMode)) return 'ink';
  const colour = plainFill(document, object);
  if (!colour) return 'ink';
  if (colour.isClear) return 'clear';
  if (colour.mayBePattern) return 'white';
  return colour.darkest >= paper ? 'pale' : 'ink';
}

function touches({ box: [x0, y0, x1, y1] }: Character, [left, bottom, right, top]: Rect): boolean {
  return (
    Math.max(x0, x1) >= left &&
    Math.min(x0, x1) <= right &&
    Math.max(y0, y1) >= bottom &&
    Math.min(y0, y1) <= top
  );
}

function liesOnAny({ box }: Character, grounds: readonly { readonly rect: Rect }[]): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return grounds.some(
    ({ rect: [left, bottom, right, top] }) => x >= left && x <= right && y >= bottom && y <= top,
  );
}
