import type { Matrix } from '../shared/layout/placed-text.js';
import type { Attribute } from '../shared/xml-walk.js';
import type { OfdHandler } from './ofd-package.js';
import { boxOf, isFalse, isTrue, matrixOf, numberOf, type OfdBox } from './values.js';

/** Characters with the place of the first, in the object's own units, and the steps between them as they are written. */
export interface TextCode {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly deltaX: string | undefined;
  readonly deltaY: string | undefined;
}

/** From the object's own units to those of what it stands in: the page's millimetres, or a composite's units. */
interface Placed {
  readonly boundary: OfdBox;
  readonly ctm: Matrix;
}

export interface TextObject extends Placed {
  readonly size: number;
  readonly horizontalScale: number;
  /** In white: to be seen only on a ground that is none. */
  isWhite: boolean;
  readonly codes: TextCode[];
}

/** A drawing that is kept among the resources and may be used many times. */
export interface CompositeObject extends Placed {
  readonly resource: string;
}

/** Lines and curves, `data` as the standard abbreviates them (table 36). */
export interface PathObject extends Placed {
  readonly isStroked: boolean;
  readonly isFilled: boolean;
  data: string;
}

/** A picture among the resources. */
export interface ImageObject extends Placed {
  readonly resource: string;
}

/** What is drawn on a page, a template or in a composite. */
export interface Content {
  readonly texts: TextObject[];
  readonly composites: CompositeObject[];
  readonly paths: PathObject[];
  readonly images: ImageObject[];
  /** Pictures and outlines: what there is to read in them needs character recognition. */
  drawings: number;
}

export const emptyContent = (): Content => ({
  texts: [],
  composites: [],
  paths: [],
  images: [],
  drawings: 0,
});

const isHidden = (attribute: Attribute) =>
  isFalse(attribute('Visible')) ||
  numberOf(attribute('Alpha'), 255) === 0 ||
  (isFalse(attribute('Fill')) && !isTrue(attribute('Stroke')));

/** Three values of 255 at most; one value is grey, four are inks. */
function isWhite(value: string | undefined): boolean {
  const values = (value ?? '').trim().split(/\s+/).map(Number);
  if (values.length === 4) return values.every((ink) => ink === 0);
  return (values.length === 3 || values.length === 1) && values.every((light) => light >= 245);
}

/** Gathers the objects of a Content element. Text that is not to be seen is left out. */
export class ContentWalker implements OfdHandler {
  readonly content = emptyContent();
  #object: TextObject | null = null;
  #path: PathObject | null = null;
  #hidden = false;
  #code: Omit<TextCode, 'text'> | null = null;
  /** In clips and patterns, whose parts are not drawn themselves. */
  #aside = 0;

  open(element: string, attribute: Attribute): void {
    if (this.#aside > 0 || element === 'Clips' || element === 'Pattern') this.#aside++;
    else if (element === 'TextObject') this.#openText(attribute);
    else if (element === 'TextCode') this.#openCode(attribute);
    else if (element === 'FillColor' && this.#object) {
      this.#hidden ||= numberOf(attribute('Alpha'), 255) === 0;
      this.#object.isWhite = isWhite(attribute('Value'));
    } else if (element === 'ImageObject') this.#openImage(attribute);
    else if (element === 'PathObject') this.#openPath(attribute);
    else if (element === 'CompositeObject' && !isFalse(attribute('Visible'))) {
      const boundary = boxOf(attribute('Boundary')) ?? [0, 0, 0, 0];
      const resource = attribute('ResourceID') ?? '';
      this.content.composites.push({ boundary, ctm: matrixOf(attribute('CTM')), resource });
    }
  }

  close(element: string, text: string): void {
    if (this.#aside > 0) this.#aside--;
    else if (element === 'TextCode' && this.#code) {
      this.#object?.codes.push({ text, ...this.#code });
    } else if (element === 'AbbreviatedData' && this.#path) {
      this.#path.data = text;
      this.content.paths.push(this.#path);
      this.#path = null;
    } else if (element === 'TextObject') {
      if (this.#object && !this.#hidden) this.content.texts.push(this.#object);
      this.#object = null;
      this.#code = null;
    }
  }

  #openText(attribute: Attribute): void {
    this.#hidden = isHidden(attribute);
    this.#object = {
      boundary: boxOf(attribute('Boundary')) ?? [0, 0, 0, 0],
      ctm: matrixOf(attribute('CTM')),
      size: numberOf(attribute('Size'), 0),
      horizontalScale: numberOf(attribute('HScale'), 1),
      isWhite: false,
      codes: [],
    };
  }

  #openImage(attribute: Attribute): void {
    this.content.drawings++;
    if (isFalse(attribute('Visible')) || numberOf(attribute('Alpha'), 255) === 0) return;
    const boundary = boxOf(attribute('Boundary')) ?? [0, 0, 0, 0];
    const resource = attribute('ResourceID') ?? '';
    this.content.images.push({ boundary, ctm: matrixOf(attribute('CTM')), resource });
  }

  #openPath(attribute: Attribute): void {
    this.content.drawings++;
    this.#path = isFalse(attribute('Visible'))
      ? null
      : {
          boundary: boxOf(attribute('Boundary')) ?? [0, 0, 0, 0],
          ctm: matrixOf(attribute('CTM')),
          isStroked: !isFalse(attribute('Stroke')),
          isFilled: isTrue(attribute('Fill')),
          data: '',
        };
  }

  /** A place that is left out is that of the code before. */
  #openCode(attribute: Attribute): void {
    this.#code = {
      x: numberOf(attribute('X'), this.#code?.x ?? 0),
      y: numberOf(attribute('Y'), this.#code?.y ?? 0),
      deltaX: attribute('DeltaX'),
      deltaY: attribute('DeltaY'),
    };
  }
}
