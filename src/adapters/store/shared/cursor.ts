import { z } from 'zod';
import { JiannuoError } from '../../../domain/errors.js';

const positionSchema = z.tuple([z.string(), z.string(), z.int(), z.string()]);
/** Where a page of rows ended: sort key, document, place, item. */
export type RowPosition = z.infer<typeof positionSchema>;

const instantSchema = z.tuple([z.string(), z.string()]);
/** Where a page of documents ended: instant received, id. */
export type DocumentPosition = z.infer<typeof instantSchema>;

function encode(tag: string, position: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([tag, ...position])).toString('base64url');
}

function decode<T>(tag: string, cursor: string | undefined, schema: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  try {
    const [found, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (found === tag) return schema.parse(position);
  } catch {
    // Not one of ours: said below.
  }
  throw new JiannuoError('cursor-invalid');
}

export const rowCursor = {
  encode: (tag: string, position: RowPosition) => encode(tag, position),
  decode: (tag: string, cursor: string | undefined) => decode(tag, cursor, positionSchema),
};

export const documentCursor = {
  encode: (position: DocumentPosition) => encode('documents', position),
  decode: (cursor: string | undefined) => decode('documents', cursor, instantSchema),
};
