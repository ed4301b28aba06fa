import { SaxesParser } from 'saxes';
import { phrase } from '../../../domain/phrase.js';
import { limits } from '../limits.js';
import { damaged, tooMuch } from '../reader.js';
import { Namespaces } from './namespaces.js';

/** Attributes by local name: in these formats no element has two of one local name. */
export type Attribute = (local: string) => string | undefined;

/** Called for each element that counts. Names are `w:p`, whatever prefix the file uses; foreign ones are `?:name`. */
export interface XmlHandler {
  open(name: string, attribute: Attribute): void;
  close(name: string): void;
  text?(characters: string): void;
}

const attributeOf =
  (attributes: Readonly<Record<string, string>>): Attribute =>
  (local) => {
    const usual = attributes[`w:${local}`] ?? attributes[local];
    if (usual !== undefined) return usual;
    for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name];
    return undefined;
  };

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(head: Uint8Array): Decoder {
  const mark = ((head[0] ?? 0) << 8) | (head[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8', {
    fatal: true,
  });
}

/**
 * Walks an XML part piece by piece. Document types and entities of the file's own are refused, depth is limited, and of
 * alternative contents (mc:AlternateContent) only the first is seen.
 */
export function walkXml(feed: (onPiece: (piece: Uint8Array) => void) => void, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const namespaces = new Namespaces();
  const filter = new AlternativeFilter();
  parser.on('error', (fault) => {
    throw damaged(phrase('XML 格式有误', 'malformed XML'), fault);
  });
  parser.on('doctype', () => {
    throw damaged(phrase('XML 带有 DTD 声明，为安全起见不读', 'XML with a DTD, not read for safety'));
  });
  const names: string[] = [];
  parser.on('opentag', (tag) => {
    namespaces.declare(tag.attributes, names.length + 1);
    const name = namespaces.nameOf(tag.name);
    names.push(name);
    if (names.length > limits.xmlDepth)
      throw tooMuch(
        phrase(`XML 嵌套超过 ${limits.xmlDepth} 层`, `XML of more than ${limits.xmlDepth} levels`),
      );
    if (filter.open(name, names.length)) handler.open(name, attributeOf(tag.attributes));
  });
  parser.on('closetag', () => {
    const depth = names.length;
    const name = names.pop() ?? '';
    namespaces.leave(depth);
    if (filter.close(depth)) handler.close(name);
  });
  if (handler.text) {
    const take = (characters: string) => {
      if (filter.visible) handler.text?.(characters);
    };
    parser.on('text', take);
    parser.on('cdata', take);
  }
  let decoder: Decoder | undefined;
  feed((piece) => {
    decoder ??= decoderFor(piece);
    parser.write(decode(decoder, piece));
  });
  if (!decoder) throw damaged(phrase('XML 是空的', 'empty XML'));
  parser.write(decode(decoder));
  parser.close();
}

function decode(decoder: Decoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (thrown) {
    throw damaged(phrase('XML 编码有误', 'wrong encoding of the XML'), thrown);
  }
}

/** Hides every mc:Fallback whose mc:Choice was there. */
class AlternativeFilter {
  readonly #chosen = new Set<number>();
  #hiddenFrom: number | null = null;

  get visible(): boolean {
    return this.#hiddenFrom === null;
  }

  open(name: string, depth: number): boolean {
    if (!this.visible) return false;
    if (name === 'mc:AlternateContent') this.#chosen.delete(depth);
    const isAlternative = name === 'mc:Choice' || name === 'mc:Fallback';
    if (isAlternative && this.#chosen.has(depth - 1)) this.#hiddenFrom = depth;
    else if (isAlternative) this.#chosen.add(depth - 1);
    return this.visible;
  }

  /** Whether the element that closes was seen. */
  close(depth: number): boolean {
    const seen = this.visible;
    if (this.#hiddenFrom === depth) this.#hiddenFrom = null;
    return seen;
  }
}
