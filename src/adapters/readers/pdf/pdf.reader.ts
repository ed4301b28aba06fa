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
  if (document.numPages > limits.pages) throw tooMuch(`超过 ${limits.pages} 页`);
  const hasForm = (await document.getFieldObjects().catch(() => null)) !== null;
  const assembly = new Assembly();
  const tally: Tally = { good: 0, garbled: 0, damaged: 0 };
  for (let number = 1; number <= document.numPages; number++) {
    const lines = await readPage(document, number, hasForm).catch(() => null);
    addPage(assembly, lines, tally);
  }
  if (tally.good === 0 && tally.garbled === 0 && tally.damaged > 0) throw damaged('PDF 页面内容无法解析');
  if (tally.garbled > 0 && tally.good < (tally.good + tally.garbled) * leastReadable) {
    throw new ReadFault('file-garbled');
  }
  return assembly;
}

function addPage(assembly: Assembly, lines: PageLine[] | null, tally: Tally): void {
  if (lines === null) {
    tally.damaged++;
    assembly.addUnread('page-damaged', (page) => `第 ${page} 页已损坏，没有读出。`);
    return;
  }
  const text = lines.map((line) => line.text).join('\n');
  const quality = isFurnitureOnly(text) ? 'blank' : judge(text, 'fonts');
  if (quality === 'blank') {
    assembly.addUnread(
      'page-no-text',
      (page) => `第 ${page} 页没有文字（空白页，或者是图片，需要文字识别）。`,
    );
  } else if (quality === 'garbled') {
    tally.garbled += visibleCharacters(text);
    assembly.addUnread('page-garbled', (page) => `第 ${page} 页读出的是乱码，没有采用，需要文字识别。`);
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
