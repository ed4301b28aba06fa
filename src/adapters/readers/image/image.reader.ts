import type { SourceText } from '../../../domain/source-text.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { JudgedPages } from '../shared/layout/judged-pages.js';
import { decodePicture } from '../shared/recognition/image/decode-picture.js';
import { recognizerOf } from '../shared/recognition/recognition.js';

const id = 'image@2';

/** A picture of one page, as a scanner or a telephone takes it. Places are in its own pixels. */
export const imageReader: FormatReader = {
  id,
  async read(bytes, _name, recognition): Promise<SourceText> {
    const recognizer = await recognizerOf(recognition);
    if (!recognizer) throw new ReadFault('file-no-text');
    const { picture, scale } = await decodePicture(bytes);
    const pages = new JudgedPages();
    if (!pages.addRecognized(await recognizer.recognize(picture, scale))) pages.add([]);
    const { text, pages: spans, lines, tables, words, warnings } = pages.finish();
    return {
      format: 'image',
      text,
      pages: spans,
      lines,
      tables,
      ...words,
      warnings,
      reader: `${id}+${recognizer.id}`,
    };
  },
};
