import type { ByteReader } from './byte-reader.js';
import type { WordFile } from './information-block.js';
import { eachProperty, sprm } from './properties.js';

interface Style {
  readonly base: number;
  readonly hidden?: boolean;
  readonly list?: number;
  readonly level?: number;
}

const noBase = 0xfff;
const kinds = { paragraph: 1, character: 2 } as const;

/** What of a document's styles has a say in its text: list numbers and hidden text ([MS-DOC] 2.9.271). */
export class StyleSheet {
  readonly #styles: (Style | undefined)[] = [];

  constructor(file: WordFile) {
    const sheet = file.part('styles');
    if (!sheet) return;
    const count = sheet.short(2);
    const baseSize = sheet.short(4);
    let at = 2 + sheet.short(0);
    for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
      const size = sheet.short(at);
      if (at + 2 + size > sheet.length) return;
      if (size > 0) this.#styles[i] = readStyle(sheet.part(at + 2, size), baseSize);
      at += 2 + size;
    }
  }

  isHidden(style: number): boolean {
    return this.#first(style, ({ hidden }) => hidden) ?? false;
  }

  /** The list override of a paragraph style, 0 for none, and the level in it. */
  list(style: number): { readonly list: number; readonly level: number } {
    return {
      list: this.#first(style, ({ list }) => list) ?? 0,
      level: this.#first(style, ({ level }) => level) ?? 0,
    };
  }

  #first<T>(style: number, pick: (style: Style) => T | undefined): T | undefined {
    const seen = new Set<number>();
    for (let at = style; !seen.has(at); ) {
      seen.add(at);
      const one = this.#styles[at];
      const found = one && pick(one);
      if (found !== undefined || !one || one.base === noBase) return found;
      at = one.base;
    }
    return undefined;
  }
}

function readStyle(style: ByteReader, baseSize: number): Style | undefined {
  if (style.length < baseSize + 2 || baseSize < 6) return undefined;
  const kind = style.short(2) & 0xf;
  let made: Style = { base: style.short(2) >> 4 };
  let at = baseSize + 2 + style.short(baseSize) * 2 + 2;
  // Properties of the paragraph stand before those of its characters; each begins at an even place.
  const order =
    kind === kinds.paragraph ? ['paragraph', 'character'] : kind === kinds.character ? ['character'] : [];
  for (const part of order) {
    at += at % 2;
    if (at + 2 > style.length) break;
    const size = style.short(at);
    if (at + 2 + size > style.length) break;
    const properties = style.part(at + 2, size);
    eachProperty(properties, part === 'paragraph' ? 2 : 0, (code, operand) => {
      if (code === sprm.hidden) made = { ...made, hidden: (operand.byte(0) & 1) === 1 };
      if (code === sprm.list) made = { ...made, list: operand.short(0) };
      if (code === sprm.listLevel) made = { ...made, level: operand.byte(0) };
    });
    at += 2 + size;
  }
  return made;
}
