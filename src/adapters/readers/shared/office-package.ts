import { posix } from 'node:path';
import { phrase } from '../../../domain/phrase.js';
import { damaged } from '../reader.js';
import { UnpackBudget, unpack } from './unpack.js';
import { walkXml, type XmlHandler } from './xml-walk.js';
import { readZipDirectory } from './zip-directory.js';

interface Relationships {
  /** The first part of each kind: styles, footnotes, sharedStrings … */
  readonly byKind: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, string>;
}

/** The parts of an Office file (DOCX, XLSX), found as the format says: from relationship to relationship. */
export class OfficePackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReturnType<typeof readZipDirectory>;
  readonly #budget: UnpackBudget;
  readonly mainPart: string;
  readonly #related: Relationships;

  /** `usualMain`: where the main part stands when no relationship tells. */
  constructor(bytes: Uint8Array, usualMain: string) {
    this.#bytes = bytes;
    this.#entries = readZipDirectory(bytes);
    this.#budget = new UnpackBudget(bytes.length);
    const main = this.#relationships('').byKind.get('officeDocument') ?? usualMain;
    if (!this.#entries.has(main))
      throw damaged(phrase(`缺少正文部分 ${usualMain}`, `its main part ${usualMain} is missing`));
    this.mainPart = main;
    this.#related = this.#relationships(main);
  }

  /** The part that the main part calls its numbering, styles, footnotes and so on; null where there is none. */
  related(kind: string): string | null {
    return this.#known(this.#related.byKind.get(kind));
  }

  /** The part that the main part names by the id of a relationship. */
  relatedById(id: string): string | null {
    return this.#known(this.#related.byId.get(id));
  }

  #known(part: string | undefined): string | null {
    return part !== undefined && this.#entries.has(part) ? part : null;
  }

  /** Walks a part of the package. */
  walk(part: string, handler: XmlHandler): void {
    const entry = this.#entries.get(part);
    if (!entry) throw damaged(phrase(`缺少部分 ${part}`, `its part ${part} is missing`));
    walkXml((onPiece) => unpack(this.#bytes, entry, this.#budget, onPiece), handler);
  }

  #relationships(part: string): Relationships {
    const folder = posix.dirname(part);
    const rels = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
    const found = { byKind: new Map<string, string>(), byId: new Map<string, string>() };
    if (!this.#entries.has(rels)) return found;
    this.walk(rels, {
      open(name, attribute) {
        const target = attribute('Target');
        if (name !== 'r:Relationship' || target === undefined || attribute('TargetMode') === 'External')
          return;
        const kind = posix.basename(attribute('Type') ?? '');
        const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        if (!found.byKind.has(kind)) found.byKind.set(kind, path);
        found.byId.set(attribute('Id') ?? '', path);
      },
      close() {},
    });
    return found;
  }
}
