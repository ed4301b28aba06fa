import type { ReadWarning, SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { ListNumbers } from '../shared/list-numbers.js';
import { OfficePackage } from '../shared/office-package.js';
import { visibleCharacters } from '../shared/quality.js';
import { TextOutput } from '../shared/text-output.js';
import { BodyWalker } from './body-walker.js';
import { readNumberingPart } from './numbering-part.js';
import { Styles } from './styles.js';

const id = 'docx@3';

function warningsOf({ foreignParts, unseen }: BodyWalker): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  if (foreignParts > 0) warnings.push(readWarning('part-not-read', null, { count: foreignParts }));
  if (unseen > 0) warnings.push(readWarning('words-unseen', null, { count: unseen }));
  return warnings;
}

/** DOCX, by a walk of our own: see docs/adr/0002-docx-by-own-walk.md. Notes come after the body. */
export const docxReader: FormatReader = {
  id,
  async read(bytes): Promise<SourceText> {
    const source = new OfficePackage(bytes, 'word/document.xml');
    const styles = new Styles(source);
    const output = new TextOutput();
    const walker = new BodyWalker(output, styles, new ListNumbers(readNumberingPart(source), styles));
    source.walk(source.mainPart, walker);
    for (const notes of ['footnotes', 'endnotes']) {
      const part = source.related(notes);
      if (part !== null) source.walk(part, walker);
    }
    const { text, tables } = output.finish();
    // With pictures it may be a scan; without any there is nothing to recognise.
    if (walker.pictures === 0 && walker.foreignParts === 0 && visibleCharacters(text) === 0)
      throw new ReadFault('file-empty');
    return { format: 'docx', text, pages: [], lines: [], tables, warnings: warningsOf(walker), reader: id };
  },
};
