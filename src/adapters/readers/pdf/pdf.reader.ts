import type { SourceText } from '../../../domain/source-text.js';
import type { FormatReader } from '../reader.js';
import type { Assembly } from '../shared/layout/assemble.js';
import { checkPages, JudgedPages } from '../shared/layout/judged-pages.js';
import { openPdf } from './open-pdf.js';
import type { PdfDocument } from './pdf-document.js';
import { readPage } from './read-page.js';

const id = 'pdf@1';

async function readPages(document: PdfDocument): Promise<Assembly> {
  checkPages(document.numPages);
  const hasForm = (await document.getFieldObjects().catch(() => null)) !== null;
  const pages = new JudgedPages();
  for (let number = 1; number <= document.numPages; number++) {
    pages.add(await readPage(document, number, hasForm).catch(() => null));
  }
  return pages.finish();
}

/** PDF with a text layer. A page that cannot be read is a warning with its place; a file without any readable page is a fault. */
export const pdfReader: FormatReader = {
  id,
  takes: ['pdf'],
  async read(bytes): Promise<SourceText> {
    const { document, close } = await openPdf(bytes);
    try {
      const { text, pages, lines, warnings } = await readPages(document);
      return { format: 'pdf', text, pages, lines, tables: [], warnings, reader: id };
    } finally {
      await close().catch(() => undefined);
    }
  },
};
