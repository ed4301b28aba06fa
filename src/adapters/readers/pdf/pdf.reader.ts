import type { SourceText } from '../../../domain/source-text.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { checkPages, JudgedPages } from '../shared/layout/judged-pages.js';
import type { PdfPages } from './pdf-pages.js';
import { openWithPdfium } from './pdfium/pdfium-pages.js';
import { openWithPdfParse } from './pdfjs/pdfjs-pages.js';
import { SecondOpinion } from './second-opinion.js';

const id = 'pdf@2';

/** PDFium reads faster and knows more; pdf-parse takes what PDFium cannot open, and all where there is no WebAssembly. */
async function open(bytes: Uint8Array): Promise<PdfPages> {
  try {
    return await openWithPdfium(bytes);
  } catch (thrown) {
    if (thrown instanceof ReadFault && thrown.code === 'file-encrypted') throw thrown;
    return openWithPdfParse(bytes);
  }
}

/** PDF with a text layer. A page that cannot be read is a warning with its place; a file without any readable page is a fault. */
export const pdfReader: FormatReader = {
  id,
  takes: ['pdf'],
  async read(bytes): Promise<SourceText> {
    const pdf = await open(bytes);
    const second = new SecondOpinion(bytes);
    try {
      checkPages(pdf.count);
      const judged = new JudgedPages();
      for (let number = 1; number <= pdf.count; number++) {
        judged.add(await second.better(await pdf.read(number).catch(() => null), number));
      }
      const { text, pages, lines, tables, warnings } = judged.finish();
      return { format: 'pdf', text, pages, lines, tables, warnings, reader: id };
    } finally {
      await Promise.all([pdf.close(), second.close()]);
    }
  },
};
