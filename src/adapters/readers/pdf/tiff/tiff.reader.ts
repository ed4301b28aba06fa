import type { SourceText } from '../../../../domain/source-text.js';
import { readWarning } from '../../../../domain/warnings.js';
import type { FormatReader } from '../../reader.js';
import { pdfReader } from '../pdf.reader.js';
import { tiffAsPdf } from './tiff-as-pdf.js';

const id = 'tiff@1';

/** TIFF, as scanners and fax machines write it: each picture a page, recognised. Places are in the pixels of the upright picture. */
export const tiffReader: FormatReader = {
  id,
  async read(bytes, name, recognition): Promise<SourceText> {
    const { pdf, pixels, unread } = tiffAsPdf(bytes);
    const source = await pdfReader.read(pdf, name, recognition);
    const lines = source.lines.map((line) => {
      const [across, down] = pixels[line.page - 1] ?? [1, 1];
      const [x0, y0, x1, y1] = line.box;
      const tenths = (n: number) => Math.round(n * 10) / 10;
      const box: typeof line.box = [x0 * across, y0 * down, x1 * across, y1 * down];
      return { ...line, box: box.map(tenths) as typeof line.box };
    });
    const warnings = source.warnings.map((warning) =>
      warning.code === 'page-no-text' && unread.has(warning.page ?? 0)
        ? readWarning('page-damaged', warning.page)
        : warning,
    );
    const recognizer = source.reader.slice(pdfReader.id.length);
    return { ...source, format: 'image', lines, warnings, reader: id + recognizer };
  },
};
