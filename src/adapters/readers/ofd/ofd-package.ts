import { posix } from 'node:path';
import { phrase } from '../../../domain/phrase.js';
import { damaged } from '../reader.js';
import { UnpackBudget, unpack } from '../shared/unpack.js';
import { type Attribute, walkXml } from '../shared/xml-walk.js';
import { readZipDirectory, type ZipEntry } from '../shared/zip-directory.js';

/** Called for the elements of a part by their local names: writers use the standard's namespace, another, or none. */
export interface OfdHandler {
  open?(element: string, attribute: Attribute): void;
  /** `text` is what stands in the element itself, outside its children. */
  close(element: string, text: string): void;
}

/** Locations in OFD are written with either slash and, by writers on Windows, in any case. */
const keyOf = (path: string) => posix.normalize(`/${path.replaceAll('\\', '/')}`).toLowerCase();

/** The parts of an OFD file. */
export class OfdPackage {
  readonly #bytes: Uint8Array;
  readonly #budget: UnpackBudget;
  readonly #entries = new Map<string, ZipEntry>();
  /** The main part, OFD.xml; some archives have all in a folder. */
  readonly main: string;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#budget = new UnpackBudget(bytes.length);
    for (const entry of readZipDirectory(bytes).values()) {
      const key = keyOf(entry.name);
      if (!this.#entries.has(key)) this.#entries.set(key, entry);
    }
    const main = [...this.#entries.keys()].find((key) => /^(\/[^/]+)?\/ofd\.xml$/.test(key));
    if (main === undefined) throw damaged(phrase('缺少主入口 OFD.xml', 'its main part OFD.xml is missing'));
    this.main = main;
  }

  /**
   * The part at a location written in another part: from the root where it begins with a slash, else from the folder of
   * the part it stands in; some writers count from the root, or from the document's folder, all the same.
   * @param folders further ones to look in
   */
  find(location: string, from: string, ...folders: string[]): string | null {
    const root = posix.dirname(this.main);
    const trimmed = location.trim();
    const places = /^[\\/]/.test(trimmed) ? [root] : [posix.dirname(from), ...folders, root];
    return places.map((place) => keyOf(`${place}/${trimmed}`)).find((key) => this.#entries.has(key)) ?? null;
  }

  /** Whether there is a part of this name at the root. */
  has(name: string): boolean {
    return this.#entries.has(keyOf(`${posix.dirname(this.main)}/${name}`));
  }

  /** A part as it is. */
  bytesOf(part: string): Uint8Array {
    const pieces: Uint8Array[] = [];
    unpack(this.#bytes, this.#entry(part), this.#budget, (piece) => pieces.push(Uint8Array.from(piece)));
    return Buffer.concat(pieces);
  }

  #entry(part: string): ZipEntry {
    const entry = this.#entries.get(part);
    if (!entry) throw damaged(phrase(`缺少部分 ${part}`, `its part ${part} is missing`));
    return entry;
  }

  /** Walks a part. */
  walk(part: string, handler: OfdHandler): void {
    const entry = this.#entry(part);
    const texts: string[] = [];
    const local = (name: string) => name.slice(name.indexOf(':') + 1);
    walkXml((onPiece) => unpack(this.#bytes, entry, this.#budget, onPiece), {
      open(name, attribute) {
        texts.push('');
        handler.open?.(local(name), attribute);
      },
      text(characters) {
        if (texts.length > 0) texts[texts.length - 1] += characters;
      },
      close(name) {
        handler.close(local(name), texts.pop() ?? '');
      },
    });
  }
}
