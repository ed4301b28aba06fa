import type { PlacedText } from '../shared/layout/placed-text.js';
import type { Rulings } from '../shared/layout/rulings.js';

/** What an engine makes of a page. */
export interface PdfPage {
  /** In the order in which they are drawn. */
  readonly pieces: readonly PlacedText[];
  readonly rulings: Rulings;
  /** Something is drawn that may be text and did not come out as any. */
  readonly mayLackText: boolean;
}

/** An open PDF, whichever engine reads it. */
export interface PdfPages {
  readonly count: number;
  /** Page `number`, from 1; rejects where it cannot be read. */
  read(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}
