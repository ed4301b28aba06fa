import type { SourceText } from '../../../domain/source-text.js';
import { packText } from '../shared/text-codec.js';
import { wellFormed } from '../shared/well-formed.js';
import type { DocumentRecord, TextRecord } from './models.js';

/** A record holds 16 MiB at most. */
const partBytes = 4 * 1024 * 1024;

/** A text as it is stored: what its document says of it, and its parts. */
export interface TextRecords {
  readonly set: Pick<DocumentRecord, 'format' | 'characters' | 'warnings'>;
  readonly parts: readonly {
    readonly _id: string;
    readonly documentId: string;
    readonly part: number;
    readonly packed: Buffer;
  }[];
}

export async function textRecords(documentId: string, source: SourceText): Promise<TextRecords> {
  const { format, text } = source;
  const warnings = wellFormed(source.warnings);
  const packed = await packText(source);
  return {
    set: { format, characters: text.length, warnings },
    parts: partsOf(documentId, packed),
  };
}

export const partsOf = (documentId: string, packed: Buffer): TextRecords['parts'] =>
  Array.from({ length: Math.ceil(packed.length / partBytes) }, (_, part) => ({
    _id: `${documentId}:${part}`,
    documentId,
    part,
    packed: packed.subarray(part * partBytes, (part + 1) * partBytes),
  }));

export const wholeOf = (parts: readonly Pick<TextRecord, 'packed'>[]): Buffer =>
  Buffer.concat(parts.map(({ packed }) => Buffer.from(packed.buffer)));
