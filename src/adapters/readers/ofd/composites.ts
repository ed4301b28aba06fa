import type { Attribute } from '../shared/xml-walk.js';
import { type Content, ContentWalker } from './content.js';
import type { OfdHandler, OfdPackage } from './ofd-package.js';

/** Drawings among a document's resources, taken in when the first is asked for. */
export class Composites {
  readonly #source: OfdPackage;
  readonly #parts: readonly string[];
  #contents: Map<string, Content> | null = null;

  constructor(source: OfdPackage, parts: readonly string[]) {
    this.#source = source;
    this.#parts = parts;
  }

  /** What is drawn in a composite; undefined where there is none of that id. */
  get(id: string): Content | undefined {
    this.#contents ??= this.#read();
    return this.#contents.get(id);
  }

  #read(): Map<string, Content> {
    const walker = new ResourceWalker();
    for (const part of this.#parts) this.#source.walk(part, walker);
    return walker.contents;
  }
}

class ResourceWalker implements OfdHandler {
  readonly contents = new Map<string, Content>();
  #unit: ContentWalker | null = null;

  open(element: string, attribute: Attribute): void {
    if (element === 'CompositeGraphicUnit') {
      this.#unit = new ContentWalker();
      this.contents.set(attribute('ID') ?? '', this.#unit.content);
    } else this.#unit?.open(element, attribute);
  }

  close(element: string, text: string): void {
    if (element === 'CompositeGraphicUnit') this.#unit = null;
    else this.#unit?.close(element, text);
  }
}
