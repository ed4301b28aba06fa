import type { ReadWarning, SourceText } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import { type FormatReader, ReadFault } from '../reader.js';
import { BlockOutput } from '../shared/block-output.js';
import type { ListDefinitions } from '../shared/list-model.js';
import { ListNumbers } from '../shared/list-numbers.js';
import { Characters } from './characters.js';
import { DocText } from './doc-text.js';
import { WordFile } from './information-block.js';
import { readListTables } from './list-tables.js';
import { Paragraphs } from './paragraphs.js';
import { StyleSheet } from './style-sheet.js';
import { readTextBoxes } from './text-boxes.js';

const id = 'doc@1';

/** Lists that cannot be read cost the numbers before paragraphs, not the paragraphs. */
function listsOf(file: WordFile, warnings: ReadWarning[]): ListDefinitions {
  try {
    return readListTables(file);
  } catch (thrown) {
    if (!(thrown instanceof ReadFault)) throw thrown;
    warnings.push(readWarning('list-numbers-not-read', null));
    return { lists: new Map(), abstractLists: new Map() };
  }
}

/** DOC of Word 97 and later, and WPS files of the same build, by a walk of our own: see docs/adr/0009-sheets-and-old-word-by-own-walk.md. */
export const docReader: FormatReader = {
  id,
  async read(bytes): Promise<SourceText> {
    const file = new WordFile(bytes);
    const warnings: ReadWarning[] = [];
    const styles = new StyleSheet(file);
    const characters = new Characters(file, styles);
    const paragraphs = new Paragraphs(file, characters);
    const numbers = new ListNumbers(listsOf(file, warnings), { list: () => null });
    const output = new BlockOutput();
    const text = new DocText({ characters, paragraphs, styles, numbers, output });
    const main = file.story('main');
    text.write(main.start, main.start + main.length, readTextBoxes(file));
    for (const name of ['footnotes', 'endnotes'] as const) {
      const story = file.story(name);
      // The last paragraph of a story of notes is a guard without words.
      text.write(story.start, story.start + Math.max(story.length - 1, 0));
    }
    return { format: 'doc', ...output.finish(), pages: [], lines: [], warnings, reader: id };
  },
};
