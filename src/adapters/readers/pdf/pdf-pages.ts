import type { PlacedText } from '../shared/layout/placed-text.js';
import type { Rulings } from '../shared/layout/rulings.js';
import type { PagePicture } from '../shared/recognition/image/page-picture.js';

/** A page as a picture. */
export interface DrawnPage {
  readonly picture: PagePicture;
  /** Points a pixel. */
  readonly points: number;
}

/** At this resolution print of 10 points is 28 pixels high, which recognition reads best. */
export const drawnDotsPerInch = 200;

/** What an engine makes of a page. */
export interface PdfPage {
  /** In the order in which they are drawn. */
  readonly pieces: readonly PlacedText[];
  readonly rulings: Rulings;
  /** Something is drawn that may be text and did not come out as any. */
  readonly mayLackText: boolean;
  /** Characters that nobody sees, which were left out. */
  readonly unseen: number;
}

/** An open PDF, whichever engine reads it. */
export interface PdfPages {
  readonly count: number;
  /** Page `number`, from 1; rejects where it cannot be read. */
  read(number: number): Promise<PdfPage>;
  /** Whether anything is drawn on a page that could be print: a picture, outlines, characters of unknown fonts. */
  mayHoldPrint(number: number): Promise<boolean>;
  /** The page as it is looked at, for recognition. */
  draw(number: number): Promise<DrawnPage>;
  close(): Promise<void>;
}
