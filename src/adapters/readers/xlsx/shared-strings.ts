import { phrase } from '../../../domain/phrase.js';
import { limits } from '../limits.js';
import { tooMuch } from '../reader.js';
import type { OfficePackage } from '../shared/office-package.js';
import { RichText } from './rich-text.js';

/** What all strings of a workbook may hold together: more than a text may, as not every string is used. */
const mostCharacters = limits.characters * 4;

/** The strings that cells name by their number. */
export function readSharedStrings(source: OfficePackage): readonly string[] {
  const part = source.related('sharedStrings');
  if (part === null) return [];
  const strings: string[] = [];
  const text = new RichText();
  let total = 0;
  source.walk(part, {
    open: (name, attribute) => text.open(name, attribute),
    text: (characters) => text.characters(characters),
    close(name) {
      text.close(name);
      if (name !== 's:si') return;
      const string = text.take();
      total += string.length + 1;
      if (total > mostCharacters)
        throw tooMuch(phrase(`超过 ${mostCharacters} 字`, `more than ${mostCharacters} characters`));
      strings.push(string);
    },
  });
  return strings;
}
