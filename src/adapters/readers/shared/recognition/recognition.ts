import type { RecognizedPage } from '../layout/recognized-page.js';
import type { PagePicture } from './image/page-picture.js';

/** Recognises the pictures of pages. */
export interface PageRecognizer {
  /** Of the engine, `name@version`. */
  readonly id: string;
  /** @param points a pixel */
  recognize(picture: PagePicture, points: number): Promise<RecognizedPage>;
}

/**
 * What a reader does with a page that is a picture: `never` leaves it unread and says so; `elsewhere` throws
 * NeedsRecognition, as another process does such files; otherwise the recogniser reads it.
 */
export type Recognition = 'never' | 'elsewhere' | (() => Promise<PageRecognizer>);

/** Thrown, though it is no fault: this file is for a process that recognises. */
export class NeedsRecognition extends Error {
  constructor() {
    super('pages to be recognised');
    this.name = 'NeedsRecognition';
  }
}

/** The recogniser for a page that has to be recognised; null where it is left unread. Throws NeedsRecognition. */
export async function recognizerOf(recognition: Recognition): Promise<PageRecognizer | null> {
  if (recognition === 'never') return null;
  if (recognition === 'elsewhere') throw new NeedsRecognition();
  return recognition();
}
