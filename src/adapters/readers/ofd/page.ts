import { ReadFault } from '../reader.js';
import { blocksOfLayers, type PageBlock } from '../shared/layout/page-blocks.js';
import { type Box, type Matrix, multiply, type PlacedText, rectOf } from '../shared/layout/placed-text.js';
import { RulingCollector } from '../shared/layout/rulings.js';
import { besideTemplates } from './beside-templates.js';
import type { Composites } from './composites.js';
import { type Content, ContentWalker, type ImageObject } from './content.js';
import type { PlacedPicture } from './draw-pictures.js';
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
  /** In the order in which they are drawn. */
  readonly pictures: readonly PlacedPicture[];
  /** In points. */
  readonly size: readonly [width: number, height: number];
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

/** A picture is a square of one unit, which its matrix spreads out; without one it fills its boundary. */
function pictureBox({ boundary, ctm }: ImageObject, map: Matrix): Box {
  const [x, y, width, height] = boundary;
  const isPlain = ctm.join() === '1,0,0,1,0,0';
  const spread = multiply([1, 0, 0, 1, x, y], isPlain ? [width, 0, 0, height, 0, 0] : ctm);
  return rectOf([0, 0, 1, 1], multiply(map, spread));
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
    const pictures = [...templates, page.content].flatMap(({ images }) =>
      images.map((image) => ({ resource: image.resource, box: pictureBox(image, map) })),
    );
    const [, , width = 0, height = 0] = box ?? [];
    const size = [width * scale, height * scale] as const;
    return { blocks, isEmpty, lacksTemplate, unseen: sight.unseen, pictures, size };
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
