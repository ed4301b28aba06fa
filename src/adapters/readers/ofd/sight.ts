import type { PlacedText } from '../shared/layout/placed-text.js';
import { visibleCharacters } from '../shared/quality.js';
import type { Content, TextObject } from './content.js';
import type { OfdBox } from './values.js';

/** In points: nobody reads type that is smaller. */
const smallest = 1.2;

/** Tells what of a page's text can be seen, and counts what cannot: white on the bare page, tiny, beside the page. */
export class Sight {
  readonly #grounds: readonly OfdBox[];
  readonly #box: OfdBox | null;
  readonly #scale: number;
  unseen = 0;

  /** @param scale points to the page's unit */
  constructor(contents: readonly Content[], box: OfdBox | null, scale: number) {
    this.#grounds = contents.flatMap(({ images, paths }) =>
      [...images, ...paths.filter(({ isFilled }) => isFilled)].map(({ boundary }) => boundary),
    );
    this.#box = box;
    this.#scale = scale;
  }

  /** The content without white text on the bare page. */
  painted(content: Content): Content {
    const texts = content.texts.filter((object) => {
      const isSeen = !object.isWhite || this.#standsOnGround(object);
      if (!isSeen) this.#count(object.codes);
      return isSeen;
    });
    return { ...content, texts };
  }

  /** Of pieces those within the page that can be read. */
  seen(pieces: readonly PlacedText[]): PlacedText[] {
    const [, , width, height] = this.#box ?? [0, 0, 0, 0];
    const [right, bottom] = [width * this.#scale, height * this.#scale];
    return pieces.filter((piece) => {
      const [x0, y0, x1, y1] = piece.box;
      const isOutside = right > 1 && bottom > 1 && (x1 < 0 || y1 < 0 || x0 > right || y0 > bottom);
      if (!isOutside && piece.size >= smallest) return true;
      this.#count([piece]);
      return false;
    });
  }

  #standsOnGround({ boundary: [x, y, width, height] }: TextObject): boolean {
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    return this.#grounds.some(
      ([left, top, w, h]) => middleX >= left && middleX <= left + w && middleY >= top && middleY <= top + h,
    );
  }

  #count(texts: readonly { readonly text: string }[]): void {
    for (const { text } of texts) this.unseen += visibleCharacters(text);
  }
}
