import type { PageBlock } from './page-blocks.js';

/** A page as it was recognised from its picture. */
export interface RecognizedPage {
  readonly blocks: readonly PageBlock[];
  /** Mean confidence of its characters, 0 to 100. */
  readonly confidence: number;
  /** Lines that were left out: specks, rests of a seal, handwriting. */
  readonly unreadable: number;
}
