import { phrase } from '../../../domain/phrase.js';
import type { SourceText } from '../../../domain/source-text.js';
import { limits } from '../limits.js';
import { damaged, type FormatReader, ReadFault, tooMuch } from '../reader.js';
import { Assembly } from '../shared/layout/assemble.js';
import { isFurnitureOnly } from '../shared/layout/page-furniture.js';
import type { PageLine } from '../shared/layout/page-lines.js';
import { judge, visibleCharacters } from '../shared/quality.js';
import { openPdf } from './open-pdf.js';
import type { PdfDocument } from './pdf-document.js';
import { readPage } from './read-page.js';

const id = 'pdf@1';

/** With less than this share of the characters on readable pages, the readable ones are page numbers, not a document. */
const leastReadable = 0.1;

interface Tally {
  good: number;
  garbled: number;
  damaged: number;
}

async function readPages(document: PdfDocument): Promise<Assembly> {
  if (document.numPages > limits.pages)
    throw tooMuch(phrase(`超过 ${limits.pages} 页`, `more than ${limits.pages} pages`));
  const hasForm = (await document.getFieldObjects().catch(() => null)) !== null;
  const assembly = new Assembly();
  const tally: Tally = { good: 0, garbled: 0, damaged: 0 };
  for (let number = 1; number <= document.numPages; number++) {
    const lines = await readPage(document, number, hasForm).catch(() => null);
    addPage(assembly, lines, tally);
  }
  if (tally.good === 0 && tally.garbled === 0 && tally.damaged > 0)
    throw damaged(phrase('PDF 页面内容无法解析', 'the pages of the PDF cannot be parsed'));
  if (tally.garbled > 0 && tally.good < (tally.good + tally.garbled) * leastReadable) {
    throw new ReadFault('file-garbled');
  }
  return assembly;
}

function addPage(assembly: Assembly, lines: PageLine[] | null, tally: Tally): void {
  if (lines === null) {
    tally.damaged++;
    assembly.addUnread('page-damaged');
    return;
  }
  const text = lines.map((line) => line.text).join('\n');
  const quality = isFurnitureOnly(text) ? 'blank' : judge(text, 'fonts');
  if (quality === 'blank') {
    assembly.addUnread('page-no-text');
  } else if (quality === 'garbled') {
    tally.garbled += visibleCharacters(text);
    assembly.addUnread('page-garbled');
  } else {
    tally.good += visibleCharacters(text);
    assembly.add(lines);
  }
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
