import type { PageLine } from '../shared/layout/page-lines.js';

/** What an engine makes of a page. */
export interface PdfPage {
  /** In reading order. */
  readonly lines: readonly PageLine[];
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
