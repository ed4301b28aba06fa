import { type DomElement, type DomNode, isElement, isText } from './dom.js';
import { isUnseen } from './visibility.js';

/** Visible characters of an element without blanks, and how many of them are links. */
export interface TextAmount {
  readonly all: number;
  readonly linked: number;
  readonly links: number;
}

/** Measures elements, each once. */
export class TextAmounts {
  readonly #known = new WeakMap<DomNode, TextAmount>();

  of(element: DomElement): TextAmount {
    const known = this.#known.get(element);
    if (known) return known;
    let all = 0;
    let linked = 0;
    let links = 0;
    if (!isUnseen(element)) {
      for (const child of element.childNodes) {
        if (isText(child)) all += (child.textContent ?? '').replace(/\s/g, '').length;
        else if (isElement(child)) {
          const part = this.of(child);
          all += part.all;
          linked += part.linked;
          links += part.links;
        }
      }
    }
    const amount = element.localName === 'a' ? { all, linked: all, links: 1 } : { all, linked, links };
    this.#known.set(element, amount);
    return amount;
  }

  /** Characters that are no link: what an article is made of. */
  unlinked(element: DomElement): number {
    const { all, linked } = this.of(element);
    return all - linked;
  }
}
