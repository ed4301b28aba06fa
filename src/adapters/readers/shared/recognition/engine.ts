import type { GreyImage, PixelBox } from './image/grey-image.js';

/** What a recogniser took for one word: in Chinese a character or two. */
export interface RecognizedWord {
  readonly text: string;
  /** 0 to 100, as the recogniser rates it. */
  readonly confidence: number;
  readonly box: PixelBox;
}

/** Words of one printed line, from left to right. */
export type RecognizedLine = readonly RecognizedWord[];

/** Reads Chinese print, offline. One request at a time. */
export interface RecognitionEngine {
  /** `name@version`. */
  readonly id: string;
  /** The lines of an upright picture of one column of text, from top to bottom. */
  recognize(image: GreyImage): Promise<readonly RecognizedLine[]>;
  close(): Promise<void>;
}

/** Of all characters; 0 for none. */
export function meanConfidence(lines: readonly RecognizedLine[]): number {
  let [sum, characters] = [0, 0];
  for (const { text, confidence } of lines.flat()) {
    sum += confidence * text.length;
    characters += text.length;
  }
  return characters === 0 ? 0 : sum / characters;
}
