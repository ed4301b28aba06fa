import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFParse } from 'pdf-parse';
import { phrase } from '../../../../domain/phrase.js';
import { damaged, ReadFault } from '../../reader.js';
import type { PdfDocument } from './pdf-document.js';

// pdfjs-dist is what pdf-parse brings, so it is looked up from there and never drifts from it.
const fromPdfParse = createRequire(createRequire(import.meta.url).resolve('pdf-parse'));
const pdfjsFolder = dirname(fromPdfParse.resolve('pdfjs-dist/package.json'));
const resource = (name: string) => join(pdfjsFolder, name) + sep;

/** pdf-parse keeps its document to itself; it is needed for the places of the text, and parsing twice would double the time. */
interface Loadable {
  load(): Promise<PdfDocument>;
}

/** An open PDF; `close` frees what pdf.js holds for it. */
export interface OpenPdf {
  readonly document: PdfDocument;
  close(): Promise<void>;
}

/**
 * Opens a PDF with pdf-parse. The character maps are a must: without them a font with a predefined Chinese CMap reads as
 * nothing, without an error.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    // A copy: pdf.js takes the buffer over and leaves it detached.
    data: Uint8Array.from(bytes),
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: resource('standard_fonts'),
    wasmUrl: resource('wasm'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  });
  try {
    const document = await (parser as unknown as Loadable).load();
    return { document, close: () => parser.destroy() };
  } catch (thrown) {
    await closeQuietly(parser);
    throw asFault(thrown);
  }
}

async function closeQuietly(parser: PDFParse): Promise<void> {
  await parser.destroy().catch(() => undefined);
}

function asFault(thrown: unknown): ReadFault {
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'PasswordException') return new ReadFault('file-encrypted', {}, thrown);
  if (thrown instanceof RangeError)
    return damaged(phrase('PDF 内部结构嵌套过深', 'the PDF is nested too deeply'), thrown);
  return damaged(
    name === 'InvalidPDFException'
      ? phrase('PDF 结构不完整', 'the PDF is incomplete')
      : phrase('PDF 无法解析', 'the PDF cannot be parsed'),
    thrown,
  );
}
