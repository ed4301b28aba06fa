import { csvReader } from './csv/csv.reader.js';
import { docReader } from './doc/doc.reader.js';
import { docxReader } from './docx/docx.reader.js';
import { htmlReader } from './html/html.reader.js';
import { imageReader } from './image/image.reader.js';
import { ofdReader } from './ofd/ofd.reader.js';
import { pdfReader } from './pdf/pdf.reader.js';
import { tiffReader } from './pdf/tiff/tiff.reader.js';
import type { FormatReader } from './reader.js';
import { textReader } from './text/text.reader.js';
import { xlsxReader } from './xlsx/xlsx.reader.js';

/** Every format that can be read. A new one is a folder and a line here (and, for a new type of content, one in sniff.ts). */
export const readers: readonly FormatReader[] = [
  pdfReader,
  docxReader,
  docReader,
  ofdReader,
  xlsxReader,
  htmlReader,
  csvReader,
  imageReader,
  tiffReader,
  textReader,
];
