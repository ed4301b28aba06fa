import type { ReadWarning, SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { checkPages, JudgedPages, judgeBlocks } from '../shared/layout/judged-pages.js';
import { type PageRecognizer, type Recognition, recognizerOf } from '../shared/recognition/recognition.js';
import { asidesOf } from './asides.js';
import { Composites } from './composites.js';
import { drawPictures } from './draw-pictures.js';
import { OfdPackage } from './ofd-package.js';
import { PageReader, type ReadPage } from './page.js';
import { Pictures } from './pictures.js';
import { documentParts, type OfdDocument, readDocument } from './structure.js';

const id = 'ofd@3';

/** Reads the pages of a file, one document after another; pages without readable text but with pictures are recognised. */
class FileReader {
  readonly #source: OfdPackage;
  readonly #recognition: Recognition;
  readonly pages = new JudgedPages();
  readonly missing: ReadWarning[] = [];
  recognizer: PageRecognizer | null = null;
  #before = 0;

  constructor(source: OfdPackage, recognition: Recognition) {
    this.#source = source;
    this.#recognition = recognition;
  }

  async read(document: OfdDocument): Promise<void> {
    const { resources } = document;
    const reader = new PageReader(this.#source, document, new Composites(this.#source, resources));
    const pictures = new Pictures(this.#source, resources);
    for (const [i, part] of document.pages.entries()) {
      const page = reader.read(part);
      if (page?.lacksTemplate) this.missing.push(readWarning('template-missing', this.#before + i + 1));
      if (page?.isEmpty) this.pages.addEmpty();
      else if (!page || !(await this.#recognized(page, pictures)))
        this.pages.add(page?.blocks ?? null, page?.unseen);
    }
    this.#before += document.pages.length;
  }

  async #recognized(page: ReadPage, pictures: Pictures): Promise<boolean> {
    if (page.pictures.length === 0 || judgeBlocks(page.blocks) === 'good') return false;
    const recognizer = await recognizerOf(this.#recognition);
    const drawn = recognizer && (await drawPictures(pictures, page.pictures, page.size));
    if (!drawn || !this.pages.addRecognized(await recognizer.recognize(drawn.picture, drawn.points)))
      return false;
    this.recognizer = recognizer;
    return true;
  }
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

/** OFD (GB/T 33190): the characters of text objects by their places, ruled tables by the lines that are drawn. Pages of pictures are recognised; outlines are not read. */
export const ofdReader: FormatReader = {
  id,
  async read(bytes, _name, recognition): Promise<SourceText> {
    const source = new OfdPackage(bytes);
    const documents = documentParts(source).map((part) => readDocument(source, part));
    checkPages(documents.reduce((sum, { pages }) => sum + pages.length, 0));
    const file = new FileReader(source, recognition);
    for (const document of documents) await file.read(document);
    const { text, pages: spans, lines, tables, words, warnings } = file.pages.finish();
    const beside = documents.flatMap((document) => asides(source, document));
    return {
      format: 'ofd',
      text,
      pages: spans,
      lines,
      tables,
      ...words,
      warnings: [...warnings, ...file.missing, ...beside],
      reader: file.recognizer ? `${id}+${file.recognizer.id}` : id,
    };
  },
};
