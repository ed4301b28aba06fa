import { posix } from 'node:path';
import { damaged } from '../reader.js';
import { UnpackBudget, unpack } from '../shared/unpack.js';
import { readZipDirectory } from '../shared/zip-directory.js';
import { walkXml, type XmlHandler } from './xml-walk.js';

/** The parts of a DOCX, found as the format says: from relationship to relationship. */
export class DocxPackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReturnType<typeof readZipDirectory>;
  readonly #budget: UnpackBudget;
  readonly mainPart: string;
  readonly #related: ReadonlyMap<string, string>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = readZipDirectory(bytes);
    this.#budget = new UnpackBudget(bytes.length);
    const main = this.#relationships('').get('officeDocument') ?? 'word/document.xml';
    if (!this.#entries.has(main)) throw damaged('缺少正文部分 word/document.xml');
    this.mainPart = main;
    this.#related = this.#relationships(main);
  }

  /** The part that the main part calls its numbering, styles, footnotes and so on; null where there is none. */
  related(kind: string): string | null {
    const part = this.#related.get(kind);
    return part !== undefined && this.#entries.has(part) ? part : null;
  }

  /** Walks a part of the package. */
  walk(part: string, handler: XmlHandler): void {
    const entry = this.#entries.get(part);
    if (!entry) throw damaged(`缺少部分 ${part}`);
    walkXml((onPiece) => unpack(this.#bytes, entry, this.#budget, onPiece), handler);
  }

  #relationships(part: string): Map<string, string> {
    const folder = posix.dirname(part);
    const rels = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
    const found = new Map<string, string>();
    if (!this.#entries.has(rels)) return found;
    this.walk(rels, {
      open(name, attribute) {
        const target = attribute('Target');
        if (name !== 'r:Relationship' || target === undefined || attribute('TargetMode') === 'External')
          return;
        const kind = posix.basename(attribute('Type') ?? '');
        const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        if (!found.has(kind)) found.set(kind, path);
      },
      close() {},
    });
    return found;
  }
}
