import type { SourceText } from '../../../domain/source-text.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { checkPages, JudgedPages, judgeBlocks } from '../shared/layout/judged-pages.js';
import {
  NeedsRecognition,
  type PageRecognizer,
  type Recognition,
  recognizerOf,
} from '../shared/recognition/recognition.js';
import type { PdfPages } from './pdf-pages.js';
import { openWithPdfium } from './pdfium/pdfium-pages.js';
import { openWithPdfParse } from './pdfjs/pdfjs-pages.js';
import { rebuiltPdf } from './rebuilt-pdf.js';
import { SecondOpinion } from './second-opinion.js';

const id = 'pdf@4';

/**
 * PDFium reads faster and knows more; pdf-parse takes what PDFium cannot open, and all where there is no WebAssembly. A
 * file that neither can open for want of its tables is tried with new ones.
 */
async function open(bytes: Uint8Array): Promise<PdfPages> {
  try {
    return await openWithPdfium(bytes);
  } catch (thrown) {
    if (isEncrypted(thrown)) throw thrown;
  }
  try {
    return await openWithPdfParse(bytes);
  } catch (thrown) {
    const rebuilt = isEncrypted(thrown) ? null : rebuiltPdf(bytes);
    const pages = rebuilt && (await openWithPdfium(rebuilt).catch(() => null));
    if (pages && pages.count > 0) return pages;
    await pages?.close();
    throw thrown;
  }
}

const isEncrypted = (thrown: unknown): boolean =>
  thrown instanceof ReadFault && thrown.code === 'file-encrypted';

/** Recognises a page without readable text; gives who did, or null where nothing came of it. */
async function recognized(
  pdf: PdfPages,
  number: number,
  recognition: Recognition,
  judged: JudgedPages,
): Promise<PageRecognizer | null> {
  try {
    if (!(await pdf.mayHoldPrint(number))) return null;
    const recognizer = await recognizerOf(recognition);
    if (!recognizer) return null;
    const { picture, points } = await pdf.draw(number);
    return judged.addRecognized(await recognizer.recognize(picture, points)) ? recognizer : null;
  } catch (thrown) {
    if (thrown instanceof NeedsRecognition) throw thrown;
    // A page that cannot be drawn stays as unread as it was.
    return null;
  }
}

/**
 * PDF: pages with a text layer as text, those without one, or with a garbled one, by recognition. A page that cannot be
 * read is a warning with its place; a file without any readable page is a fault.
 */
export const pdfReader: FormatReader = {
  id,
  async read(bytes, _name, recognition): Promise<SourceText> {
    const pdf = await open(bytes);
    const second = new SecondOpinion(bytes);
    try {
      checkPages(pdf.count);
      const judged = new JudgedPages();
      let recognizer: PageRecognizer | null = null;
      for (let number = 1; number <= pdf.count; number++) {
        const page = await pdf.read(number).catch(() => null);
        const blocks = await second.better(page, number);
        if (recognition !== 'never' && blocks !== null && judgeBlocks(blocks) !== 'good') {
          const used = await recognized(pdf, number, recognition, judged);
          recognizer ??= used;
          if (used) continue;
        }
        judged.add(blocks, page?.unseen);
      }
      const { text, pages, lines, tables, words, warnings } = judged.finish();
      const reader = recognizer ? `${id}+${recognizer.id}` : id;
      return { format: 'pdf', text, pages, lines, tables, ...words, warnings, reader };
    } finally {
      await Promise.all([pdf.close(), second.close()]);
    }
  },
};
