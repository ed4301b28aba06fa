import { StringDecoder } from 'node:string_decoder';

export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** Without its end; null where it was longer than the limit and was not kept. */
  readonly text: string | null;
}

/** The lines of a UTF-8 stream. No more than `limit` characters of a line are held at once. */
export async function* inputLines(input: AsyncIterable<Buffer>, limit: number): AsyncGenerator<InputLine> {
  const decoder = new StringDecoder('utf8');
  let number = 1;
  let parts: string[] = [];
  let length = 0;
  const take = (part: string): void => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const line = (): InputLine => ({ number, text: length > limit ? null : parts.join('').replace(/\r$/, '') });
  for await (const chunk of input) {
    const pieces = decoder.write(chunk).split('\n');
    for (const [i, piece] of pieces.entries()) {
      take(piece);
      if (i === pieces.length - 1) break;
      yield line();
      number += 1;
      parts = [];
      length = 0;
    }
  }
  take(decoder.end());
  if (length > 0) yield line();
}
