import type { ReadWarning, SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { checkPages, JudgedPages } from '../shared/layout/judged-pages.js';
import { asidesOf } from './asides.js';
import { Composites } from './composites.js';
import { OfdPackage } from './ofd-package.js';
import { PageReader } from './page.js';
import { documentParts, type OfdDocument, readDocument } from './structure.js';

const id = 'ofd@3';

/** Gives what is missing beside what the pages tell of themselves; `before` pages were read of other documents. */
function readPages(
  source: OfdPackage,
  document: OfdDocument,
  pages: JudgedPages,
  before: number,
): ReadWarning[] {
  const reader = new PageReader(source, document, new Composites(source, document.resources));
  const warnings: ReadWarning[] = [];
  for (const [i, part] of document.pages.entries()) {
    const page = reader.read(part);
    if (page?.lacksTemplate) warnings.push(readWarning('template-missing', before + i + 1));
    if (page?.isEmpty) pages.addEmpty();
    else pages.add(page?.blocks ?? null, page?.unseen);
  }
  return warnings;
}

/** That it cannot be read is no reason to lose the pages. */
function asides(source: OfdPackage, document: OfdDocument): ReadWarning[] {
  try {
    return asidesOf(source, document);
  } catch (thrown) {
    if (thrown instanceof ReadFault && thrown.code === 'file-damaged')
      return [readWarning('part-not-read', null, { count: 1 })];
    throw thrown;
  }
}

/** OFD (GB/T 33190): the characters of text objects by their places, ruled tables by the lines that are drawn. Outlines and pictures are left to recognition. */
export const ofdReader: FormatReader = {
  id,
  takes: ['ofd'],
  async read(bytes): Promise<SourceText> {
    const source = new OfdPackage(bytes);
    const documents = documentParts(source).map((part) => readDocument(source, part));
    checkPages(documents.reduce((sum, { pages }) => sum + pages.length, 0));
    const pages = new JudgedPages();
    const missing: ReadWarning[] = [];
    let before = 0;
    for (const document of documents) {
      missing.push(...readPages(source, document, pages, before));
      before += document.pages.length;
    }
    const { text, pages: spans, lines, tables, warnings } = pages.finish();
    const beside = documents.flatMap((document) => asides(source, document));
    return {
      format: 'ofd',
      text,
      pages: spans,
      lines,
      tables,
      warnings: [...warnings, ...missing, ...beside],
      reader: id,
    };
  },
};
