import type { ReadWarning } from '../../../domain/source-text.js';
import { readWarning } from '../../../domain/warnings.js';
import { ContentWalker } from './content.js';
import type { OfdPackage } from './ofd-package.js';
import { folderOf, type OfdDocument } from './structure.js';

/** Annotations that are not words about the text: copies' marks, seals, links. */
const silent = new Set(['Watermark', 'Stamp', 'Link', 'Path']);

/** What stands beside a document's pages and is not read: files attached to it, and notes written on it. */
export function asidesOf(source: OfdPackage, document: OfdDocument): ReadWarning[] {
  const warnings: ReadWarning[] = [];
  const files = countOf(source, document.attachments, 'Attachment');
  if (files > 0) warnings.push(readWarning('part-not-read', null, { count: files }));
  const notes = notesOf(source, document);
  if (notes > 0) warnings.push(readWarning('notes-not-read', null, { count: notes }));
  return warnings;
}

function countOf(source: OfdPackage, part: string | null, wanted: string): number {
  let count = 0;
  if (part !== null) {
    source.walk(part, {
      close(element) {
        if (element === wanted) count++;
      },
    });
  }
  return count;
}

function notesOf(source: OfdPackage, document: OfdDocument): number {
  const { annotations } = document;
  if (annotations === null) return 0;
  const parts: string[] = [];
  source.walk(annotations, {
    close(element, text) {
      const part = element === 'FileLoc' ? source.find(text, annotations, folderOf(document)) : null;
      if (part !== null) parts.push(part);
    },
  });
  return parts.reduce((sum, part) => sum + notesIn(source, part), 0);
}

/** Annotations with words in them on one page. */
function notesIn(source: OfdPackage, part: string): number {
  let notes = 0;
  let walker: ContentWalker | null = null;
  source.walk(part, {
    open(element, attribute) {
      if (element !== 'Annot') walker?.open(element, attribute);
      else if (!silent.has(attribute('Type') ?? '')) walker = new ContentWalker();
    },
    close(element, text) {
      walker?.close(element, text);
      if (element !== 'Annot') return;
      const hasWords = walker?.content.texts.some(({ codes }) =>
        codes.some((code) => code.text.trim() !== ''),
      );
      if (hasWords) notes++;
      walker = null;
    },
  });
  return notes;
}
