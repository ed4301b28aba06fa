import { z } from 'zod';
import { parametersSchema } from './fault-record.js';

/** UTF-16 offsets into the source text, end exclusive. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof spanSchema>;

/** `[x0, y0, x1, y1]` in points from the page's upper left corner. */
const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** Something that could not be read, with its place: partial is a status, not a silent success. */
export const warningSchema = z.object({
  code: z.string(),
  message: z.string(),
  page: z.int().positive().nullable(),
  /** To tell it in another language. */
  parameters: parametersSchema,
});
export type ReadWarning = z.infer<typeof warningSchema>;

const cellSchema = spanSchema.extend({
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
});

export const tableSchema = spanSchema.extend({
  cells: z.array(cellSchema),
  /** The sheet that it is, its rows and columns counting from the sheet's A1; only in workbooks. */
  sheet: z.string().optional(),
});
export type Table = z.infer<typeof tableSchema>;

export const formats = [
  'text',
  'markdown',
  'csv',
  'html',
  'pdf',
  'docx',
  'doc',
  'xlsx',
  'ofd',
  'image',
] as const;
export type Format = (typeof formats)[number];

/**
 * What a reader hands over, and the truth that every offset counts in: blocks are separated by one line feed, pages by a
 * form feed, cells of a table row by a tab. For a text file it is the decoded file, byte-order mark left out.
 */
export const sourceTextSchema = z.object({
  format: z.enum(formats),
  text: z.string(),
  /** Empty for formats without pages. */
  pages: z.array(spanSchema.extend({ number: z.int().positive() })),
  /** Printed lines with their boxes, where the format has places (PDF, OFD, pictures; of a picture a point is a pixel). */
  lines: z.array(spanSchema.extend({ page: z.int().positive(), box: boxSchema })),
  tables: z.array(tableSchema),
  /** Words recognised from pictures, with how sure that is, 0 to 100; absent where every character came from the file itself. */
  words: z.array(spanSchema.extend({ confidence: z.number().min(0).max(100) })).optional(),
  warnings: z.array(warningSchema),
  /** `reader@version`, part of the engine version. */
  reader: z.string(),
});
export type SourceText = z.infer<typeof sourceTextSchema>;

/** The page that holds an offset, or null where the format has no pages. */
export function pageAt(source: Pick<SourceText, 'pages'>, offset: number): number | null {
  const { pages } = source;
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset < (pages[middle]?.end ?? 0)) high = middle;
    else low = middle + 1;
  }
  return pages[low]?.number ?? null;
}
