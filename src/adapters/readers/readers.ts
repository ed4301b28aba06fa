import { type ContainerType, type FormatReader, isContainer, type ReadableType } from './reader.js';

type Load = () => Promise<FormatReader>;

/**
 * Every format that can be read. A new one is a folder and a line here (and, for a new type of content, one in sniff.ts).
 * Each is loaded with the first file of its type: a process that reads texts has no use for a second of PDF modules.
 */
const readers: Readonly<Record<ReadableType, Load>> = {
  pdf: async () => (await import('./pdf/pdf.reader.js')).pdfReader,
  docx: async () => (await import('./docx/docx.reader.js')).docxReader,
  doc: async () => (await import('./doc/doc.reader.js')).docReader,
  ofd: async () => (await import('./ofd/ofd.reader.js')).ofdReader,
  xlsx: async () => (await import('./xlsx/xlsx.reader.js')).xlsxReader,
  html: async () => (await import('./html/html.reader.js')).htmlReader,
  csv: async () => (await import('./csv/csv.reader.js')).csvReader,
  image: async () => (await import('./image/image.reader.js')).imageReader,
  tiff: async () => (await import('./pdf/tiff/tiff.reader.js')).tiffReader,
  text: async () => (await import('./text/text.reader.js')).textReader,
};

/** Null for content that no reader takes. @param type as sniff.ts tells it */
export async function readerOf(type: ReadableType | ContainerType | null): Promise<FormatReader | null> {
  return type === null || isContainer(type) ? null : await readers[type]();
}
