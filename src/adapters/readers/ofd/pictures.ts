import type { Attribute } from '../shared/xml-walk.js';
import type { OfdHandler, OfdPackage } from './ofd-package.js';

/** Pictures among a document's resources, their list taken in when the first is asked for. */
export class Pictures {
  readonly #source: OfdPackage;
  readonly #resources: readonly string[];
  #parts: ReadonlyMap<string, string> | null = null;

  /** @param resources parts that list resources */
  constructor(source: OfdPackage, resources: readonly string[]) {
    this.#source = source;
    this.#resources = resources;
  }

  /** The file of a picture; null where the OFD does not hold it. */
  bytes(id: string): Uint8Array | null {
    this.#parts ??= this.#read();
    const part = this.#parts.get(id);
    return part === undefined ? null : this.#source.bytesOf(part);
  }

  #read(): Map<string, string> {
    const parts = new Map<string, string>();
    for (const resources of this.#resources) {
      const walker = new MediaWalker();
      this.#source.walk(resources, walker);
      for (const [id, location] of walker.media) {
        const within = walker.folder === '' ? location : `${walker.folder}/${location}`;
        const part = this.#source.find(within, resources) ?? this.#source.find(location, resources);
        if (part !== null) parts.set(id, part);
      }
    }
    return parts;
  }
}

class MediaWalker implements OfdHandler {
  readonly media = new Map<string, string>();
  folder = '';
  #id = '';

  open(element: string, attribute: Attribute): void {
    if (element === 'Res') this.folder = attribute('BaseLoc')?.trim() ?? '';
    else if (element === 'MultiMedia') this.#id = attribute('ID') ?? '';
  }

  close(element: string, text: string): void {
    if (element === 'MediaFile' && this.#id !== '') this.media.set(this.#id, text.trim());
    else if (element === 'MultiMedia') this.#id = '';
  }
}
