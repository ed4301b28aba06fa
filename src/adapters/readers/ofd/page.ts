import { ReadFault } from '../reader.js';
import { blocksOfLayers, type PageBlock } from '../shared/layout/page-blocks.js';
import { type Matrix, multiply, type PlacedText } from '../shared/layout/placed-text.js';
import { RulingCollector } from '../shared/layout/rulings.js';
import { besideTemplates } from './beside-templates.js';
import type { Composites } from './composites.js';
import { type Content, ContentWalker } from './content.js';
import type { OfdHandler, OfdPackage } from './ofd-package.js';
import { collectPath } from './path-figures.js';
import { placeText, within } from './place-text.js';
import { Sight } from './sight.js';
import { boxOf, type OfdBox } from './values.js';

/** A page's part, or a template's, taken in. */
interface PagePart {
  readonly content: Content;
  readonly box: OfdBox | null;
  /** Ids of the templates under and over the page. */
  readonly templates: readonly string[];
}

const pointsPerMillimetre = 72 / 25.4;
/** A page as it was read. */
export interface ReadPage {
  /** In reading order. */
  readonly blocks: readonly PageBlock[];
  /** Nothing is drawn on it. */
  readonly isEmpty: boolean;
  /** It names a template that the file does not hold. */
  readonly lacksTemplate: boolean;
  /** Characters that nobody sees, which were left out. */
  readonly unseen: number;
}

/** Drawings within drawings; deeper ones would be loops. */
const deepest = 8;

function readPart(source: OfdPackage, part: string): PagePart {
  const walker = new ContentWalker();
  const templates: string[] = [];
  let box: OfdBox | null = null;
  const handler: OfdHandler = {
    open(element, attribute) {
      const template = element === 'Template' ? attribute('TemplateID') : undefined;
      if (template !== undefined) templates.push(template);
      walker.open(element, attribute);
    },
    close(element, text) {
      if (element === 'PhysicalBox') box = boxOf(text);
      walker.close(element, text);
    },
  };
  source.walk(part, handler);
  return { content: walker.content, box, templates };
}

/** Reads the pages of a document; templates are taken in once. */
export class PageReader {
  readonly #source: OfdPackage;
  readonly #templateParts: ReadonlyMap<string, string>;
  readonly #composites: Composites;
  readonly #pageBox: OfdBox | null;
  readonly #templates = new Map<string, Content>();

  constructor(
    source: OfdPackage,
    document: { readonly templates: ReadonlyMap<string, string>; readonly pageBox: OfdBox | null },
    composites: Composites,
  ) {
    this.#source = source;
    this.#templateParts = document.templates;
    this.#pageBox = document.pageBox;
    this.#composites = composites;
  }

  /** Null for a page that cannot be read. */
  read(part: string | null): ReadPage | null {
    if (part === null) return null;
    try {
      return this.#read(part);
    } catch (thrown) {
      if (thrown instanceof ReadFault && thrown.code === 'file-damaged') return null;
      throw thrown;
    }
  }

  #read(part: string): ReadPage {
    const page = readPart(this.#source, part);
    const templates = page.templates.map((id) => this.#template(id));
    const box = page.box ?? this.#pageBox;
    const [left, top] = box ?? [0, 0];
    const scale = pointsPerMillimetre;
    const map: Matrix = [scale, 0, 0, scale, -left * scale, -top * scale];
    const rulings = new RulingCollector();
    const place = (content: Content) => this.#place(content, map, 0, rulings);
    const sight = new Sight([...templates, page.content], box, scale);
    const seen = (contents: readonly Content[]) =>
      sight.seen(contents.map((content) => sight.painted(content)).flatMap(place));
    const [under, over] = [seen(templates), seen([page.content])];
    const blocks = blocksOfLayers([under, over], rulings.finish(), ([printed = [], filled = []]) =>
      besideTemplates(printed, filled),
    );
    const isEmpty = [...templates, page.content].every(
      ({ texts, composites, drawings }) => texts.length + composites.length + drawings === 0,
    );
    const lacksTemplate = page.templates.some((id) => !this.#templateParts.has(id));
    return { blocks, isEmpty, lacksTemplate, unseen: sight.unseen };
  }

  #template(id: string): Content {
    const known = this.#templates.get(id);
    if (known) return known;
    const part = this.#templateParts.get(id);
    const content = part === undefined ? new ContentWalker().content : readPart(this.#source, part).content;
    this.#templates.set(id, content);
    return content;
  }

  #place(content: Content, map: Matrix, depth: number, rulings: RulingCollector): PlacedText[] {
    const pieces = content.texts.flatMap((object) => placeText(object, map));
    for (const path of content.paths) collectPath(path, multiply(map, within(path)), rulings);
    if (depth === deepest) return pieces;
    for (const composite of content.composites) {
      const inner = this.#composites.get(composite.resource);
      if (inner) pieces.push(...this.#place(inner, multiply(map, within(composite)), depth + 1, rulings));
    }
    return pieces;
  }
}
